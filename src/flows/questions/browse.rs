//! The bank, a page at a time, with what each question reveals; a button puts one on the person's list.

use super::{Shelf, State, stay};
use crate::chat::{Arg, Choice, ChoiceId, Key, Line, Message, Role};
use crate::flows::{Cx, Effect, Hosting, Record, Turn};
use crate::ids::Locale;
use crate::prompts::Prompts;
use crate::prompts::advice::source_key;
use crate::prompts::bank::{Candour, Question};
use crate::prompts::topics::{Area, Kind};
use crate::store::questions::{Communal, MOST_OWN, Own};
use crate::words;

/// How many questions stand on a page: what fits one message.
const A_PAGE: usize = 4;
/// The letters of a page.
const LETTERS: [&str; A_PAGE] = ["A", "B", "C", "D"];
/// The names of the shelves that are no topic.
const OWN: &str = "mine";
const CLOSING: &str = "closing";
const COMMUNITY: &str = "community";

/// A page that is shown.
pub(super) struct Shown {
    pub(super) shelf: Shelf,
    pub(super) page: usize,
    pub(super) is_host: bool,
}

/// Something on a shelf.
enum Item<'a> {
    Bank(&'a Question),
    Own(&'a Own),
    Communal(&'a Communal),
}

impl Item<'_> {
    /// Its name in a button: what stands on a page may move before the button is pressed.
    fn key(&self) -> String {
        match self {
            Self::Bank(question) => format!("b.{}", question.id),
            Self::Own(own) => format!("o.{}", own.number),
            Self::Communal(communal) => format!("c.{}", communal.id),
        }
    }
}

/// What can be looked through: the name in a command, and the name for people.
pub fn shelves(prompts: &Prompts, locale: Locale) -> Vec<(String, String)> {
    let say = |key: &str| prompts.speech.say(locale, key, None);
    let topics = prompts.topics.all().iter();
    let topics = topics.filter(|topic| topic.kind == Kind::Question && topic.area != Some(Area::Closing));
    topics
        .map(|topic| (topic.id.clone(), words::capital(topic.name(locale))))
        .chain([
            (CLOSING.to_owned(), say("questions-shelf-closing")),
            (OWN.to_owned(), say("questions-shelf-own")),
            (COMMUNITY.to_owned(), say("questions-shelf-community")),
        ])
        .collect()
}

impl Shelf {
    fn named(name: &str) -> Self {
        match name {
            OWN => Self::Own,
            CLOSING => Self::Closing,
            COMMUNITY => Self::Community,
            topic => Self::Topic(topic.to_owned()),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Own => OWN,
            Self::Closing => CLOSING,
            Self::Community => COMMUNITY,
            Self::Topic(topic) => topic,
        }
    }
}

/// Opens what was named with the command, or asks.
pub(super) fn begin(cx: &Cx<'_>, wanted: Option<&str>) -> Turn<State> {
    match wanted {
        None => which(cx, None),
        Some(wanted) => match meant(cx, wanted) {
            Some(shelf) => show(cx, shelf, 0),
            None => which(cx, Some("questions-no-topic")),
        },
    }
}

fn which(cx: &Cx<'_>, why: Option<&'static str>) -> Turn<State> {
    which_but(cx, why, None)
}

/// Asks what to open, but for a shelf that nothing is left on.
fn which_but(cx: &Cx<'_>, why: Option<&'static str>, emptied: Option<&Shelf>) -> Turn<State> {
    let is_there = |name: &str| match name {
        _ if emptied.is_some_and(|shelf| shelf.name() == name) => false,
        OWN => !cx.library.own_questions.is_empty(),
        COMMUNITY => !cx.library.community_questions.is_empty(),
        _ => true,
    };
    let choices = shelves(cx.prompts, cx.locale).into_iter().filter(|(name, _)| is_there(name));
    let choices = choices.map(|(name, label)| Choice {
        id: ChoiceId::new(name),
        label: "choice-shelf".into(),
        args: [("name".to_owned(), Arg::Name(words::shorten(&label, 70)))].into(),
        value: None,
    });
    let message = Message::say(why.unwrap_or("questions-which")).choices(choices).awaiting_value();
    Turn::linger(State::Which, [Effect::Say(message)])
}

/// The shelf that somebody's words mean: by its name, or by what they were understood as.
fn meant(cx: &Cx<'_>, wanted: &str) -> Option<Shelf> {
    let typed = words::fold(wanted);
    let own = ["mine", "my list", "my questions", "list", "ma liste", "mes questions", "liste", "la mienne"];
    if own.contains(&typed.as_str()) {
        return Some(Shelf::Own);
    }
    if typed == "communaute" || typed == "notre communaute" || typed == "our community" {
        return Some(Shelf::Community);
    }
    let is_name = |locale: Locale| {
        let named = |(name, label): &(String, String)| *name == typed || words::fold(label) == typed;
        shelves(cx.prompts, locale).into_iter().find(named)
    };
    if let Some((name, _)) = Locale::ALL.into_iter().find_map(is_name) {
        return Some(Shelf::named(&name));
    }
    let topic = cx.heard.get(wanted)?.about(&cx.prompts.topics)?;
    Some(if topic.area == Some(Area::Closing) { Shelf::Closing } else { Shelf::Topic(topic.id.clone()) })
}

/// Opens what somebody's words mean.
pub(super) fn find(cx: &Cx<'_>, state: State, text: &str) -> Turn<State> {
    match meant(cx, text) {
        Some(shelf) => show(cx, shelf, 0),
        None => stay(state, "questions-no-topic"),
    }
}

/// Opens what was chosen.
pub(super) fn open(cx: &Cx<'_>, name: &str) -> Turn<State> {
    show(cx, Shelf::named(name), 0)
}

fn items<'a>(cx: &'a Cx<'_>, shelf: &'a Shelf) -> Vec<Item<'a>> {
    let on = |topic: &'a str| -> Vec<Item<'a>> {
        let communal = cx.library.community_questions.iter();
        let communal = communal.filter(|own| own.topic.as_deref() == Some(topic) && own.locale == cx.locale);
        cx.prompts.bank.on(topic, cx.locale).map(Item::Bank).chain(communal.map(Item::Communal)).collect()
    };
    match shelf {
        Shelf::Own => cx.library.own_questions.iter().map(Item::Own).collect(),
        Shelf::Community => cx.library.community_questions.iter().map(Item::Communal).collect(),
        Shelf::Topic(topic) => on(topic),
        Shelf::Closing => {
            let closing = cx.prompts.topics.all().iter().filter(|topic| topic.area == Some(Area::Closing));
            closing.flat_map(|topic| on(&topic.id)).collect()
        }
    }
}

fn show(cx: &Cx<'_>, shelf: Shelf, page: usize) -> Turn<State> {
    let is_host = cx.role == Some(Role::Host);
    show_without(cx, Shown { shelf, page, is_host }, None)
}

/// The page, without what was just taken away.
fn show_without(cx: &Cx<'_>, shown: Shown, gone: Option<usize>) -> Turn<State> {
    let Shown { shelf, mut page, is_host } = shown;
    let mut all = items(cx, &shelf);
    if let Some(gone) = gone {
        all.remove(gone);
    }
    if all.is_empty() {
        let key = match &shelf {
            _ if gone.is_some() => "questions-none-left",
            Shelf::Own => "questions-own-none",
            Shelf::Community => "questions-community-none",
            Shelf::Topic(_) | Shelf::Closing => "questions-none-left",
        };
        return which_but(cx, Some(key), Some(&shelf));
    }
    page = page.min((all.len() - 1) / A_PAGE);
    let from = page * A_PAGE;
    let of_page: Vec<&Item<'_>> = all.iter().skip(from).take(A_PAGE).collect();
    let name = shelves(cx.prompts, cx.locale).into_iter().find(|(name, _)| name == shelf.name());
    let head = [
        ("name", Arg::Name(name.map(|(_, label)| label).unwrap_or_default())),
        ("from", (from + 1).into()),
        ("to", (from + of_page.len()).into()),
        ("count", all.len().into()),
    ];
    let mut lines = vec![Line::with("questions-page", head)];
    let mut choices = Vec::new();
    for (item, letter) in of_page.iter().zip(LETTERS) {
        lines.extend([Line::Gap, entry(cx, item, letter)]);
        if !matches!(item, Item::Own(_)) {
            choices.push(lettered("add", "choice-question-add", item, letter));
        }
        if matches!(item, Item::Own(_)) || (is_host && matches!(item, Item::Communal(_))) {
            choices.push(lettered("remove", "choice-question-remove", item, letter));
        }
    }
    if from + of_page.len() < all.len() {
        choices.push(Choice::new("more", "choice-questions-more"));
    }
    choices.push(Choice::new("topics", "choice-questions-topics"));
    let message = Message::of(lines).choices(choices).awaiting_value();
    Turn::linger(State::Page { shelf, page, is_host }, [Effect::Say(message)])
}

fn lettered(act: &str, label: &'static str, item: &Item<'_>, letter: &str) -> Choice {
    Choice {
        id: ChoiceId::new(format!("{act}-{}", item.key())),
        label: label.into(),
        args: [("letter".to_owned(), Arg::Name(letter.to_owned()))].into(),
        value: None,
    }
}

fn entry(cx: &Cx<'_>, item: &Item<'_>, letter: &str) -> Line {
    let letter = ("letter", Arg::Name(letter.to_owned()));
    match item {
        Item::Own(own) => Line::with("questions-entry-own", [letter, ("question", asked(cx, own))]),
        Item::Communal(communal) => {
            Line::with("questions-entry-community", [letter, ("question", Arg::Words(communal.words.clone()))])
        }
        Item::Bank(question) => {
            let wording = question.wording(cx.locale);
            let suits: Vec<String> = cx
                .prompts
                .bank
                .suits
                .iter()
                .filter(|suit| question.suits.contains(&suit.id))
                .map(|suit| suit.name(cx.locale).to_owned())
                .collect();
            let suits = if suits.is_empty() { "none".to_owned() } else { cx.prompts.joined(cx.locale, &suits) };
            let candid = if question.candour == Candour::Candid { "yes" } else { "no" };
            let args = [
                letter,
                ("question", Arg::Name(wording.ask.clone())),
                ("reveals", Arg::Name(wording.reveals.clone())),
                ("follow_up", Arg::Name(wording.follow_up.clone())),
                ("candid", Arg::Name(candid.to_owned())),
                ("suits", Arg::Name(suits)),
                ("sources", sources(cx, question)),
            ];
            Line::with("questions-entry", args)
        }
    }
}

/// The question of a person's list, in the language they read where the bank has it.
fn asked(cx: &Cx<'_>, own: &Own) -> Arg {
    match own.bank.as_deref().and_then(|id| cx.prompts.bank.named(id)) {
        Some(question) => Arg::Name(question.wording(cx.locale).ask.clone()),
        None => Arg::Words(own.words.clone()),
    }
}

/// The sources of the advice that a question rests on.
fn sources(cx: &Cx<'_>, question: &Question) -> Arg {
    let piece = cx.prompts.advice.piece(question.advice);
    let sources = piece.map(|piece| piece.sources.as_slice()).unwrap_or_default();
    Arg::List(sources.iter().map(|source| Key::from(source_key(source))).collect())
}

/// A choice under a page.
pub(super) fn chosen(cx: &Cx<'_>, shown: Shown, choice: &str) -> Turn<State> {
    let Some((act, key)) = choice.split_once('-') else {
        return match choice {
            "more" => show_without(cx, Shown { page: shown.page + 1, ..shown }, None),
            _ => which(cx, None),
        };
    };
    let shelf = shown.shelf.clone();
    let all = items(cx, &shelf);
    // What stood there may be gone: it was taken away in another place.
    let Some((at, item)) = all.iter().enumerate().find(|(_, item)| item.key() == key) else {
        return show_without(cx, shown, None);
    };
    let mut turn = match (act, item) {
        ("add", item) => return put_on_list(cx, shown, item),
        (_, Item::Own(own)) => {
            let record = Record::OwnQuestionRemoved(own.number);
            (record, show_without(cx, shown, Some(at)))
        }
        (_, Item::Communal(communal)) => {
            let Some(community) = cx.community.filter(|_| shown.is_host && cx.hosting() == Hosting::Yes) else {
                return stay(shown.into(), "questions-add-hosts");
            };
            let record = Record::CommunityQuestionRemoved(community.clone(), communal.id);
            (record, show_without(cx, shown, Some(at)))
        }
        (_, Item::Bank(_)) => return show_without(cx, shown, None),
    };
    turn.1.effects.insert(0, Effect::Record(turn.0));
    turn.1
}

impl From<Shown> for State {
    fn from(Shown { shelf, page, is_host }: Shown) -> Self {
        Self::Page { shelf, page, is_host }
    }
}

fn put_on_list(cx: &Cx<'_>, shown: Shown, item: &Item<'_>) -> Turn<State> {
    let own = match item {
        Item::Bank(question) => Own {
            number: 0,
            words: question.wording(cx.locale).ask.clone(),
            locale: cx.locale,
            topic: Some(question.topic.clone()),
            bank: Some(question.id.clone()),
            communal: None,
        },
        Item::Communal(communal) => Own {
            number: 0,
            words: communal.words.clone(),
            locale: communal.locale,
            topic: communal.topic.clone(),
            bank: None,
            communal: Some(communal.id),
        },
        Item::Own(own) => (*own).clone(),
    };
    let effects = put_on(cx, own);
    Turn::linger(shown.into(), effects)
}

/// Puts a question on the person's list, and says so; or says why not.
pub(super) fn put_on(cx: &Cx<'_>, own: Own) -> Vec<Effect> {
    let list = &cx.library.own_questions;
    let is_there = |known: &Own| known.words == own.words || (own.bank.is_some() && known.bank == own.bank);
    if list.iter().any(is_there) {
        return vec![Effect::Say(Message::say("questions-already"))];
    }
    if list.len() >= MOST_OWN {
        return vec![Effect::Say(Message::of([Line::with("questions-full", [("most", MOST_OWN.into())])]))];
    }
    let said = Message::of([Line::with("questions-added", [("count", (list.len() + 1).into())])]);
    vec![Effect::Record(Record::OwnQuestion(own)), Effect::Say(said)]
}
