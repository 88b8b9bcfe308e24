//! The conversation itself: one exchange after the other, against the time that was agreed on.

use super::{Piece, State, Talk, report, which};
use crate::chat::{Arg, Choice, Line, Message};
use crate::coach::guest::{Mark, Reply, Scene};
use crate::coach::language;
use crate::coach::topics::Act;
use crate::flows::{Cx, Effect, Record, TimerName, Turn};
use crate::ids::Locale;
use crate::prompts::cues::Plain;
use crate::prompts::guests::{Cue, Guest, Manner};
use crate::prompts::topics::{Area, Kind};
use crate::store::interviews::{Exchange, Interview, Plan, Timing};
use crate::words;
use chrono::Datelike as _;
use std::time::Duration;

/// Words a minute of somebody who talks calmly.
const PACE: u32 = 130;
/// The least that an exchange takes, in seconds: listening, thinking, a note.
const LEAST: u32 = 20;
/// What an exchange takes in which the guest asks what was meant, in seconds.
const MISSED: u32 = 5;
/// Within this time more words may belong to those before.
const MORE_OF_IT: Duration = Duration::from_secs(60);
/// The most characters of words that may be a piece.
const LONGEST_PIECE: usize = 300;
/// How many remarks on the time a guest makes before they go.
const PATIENCE: u8 = 3;
/// How often in a row nothing is understood before the coach helps.
const LOST: u8 = 2;
/// How often the same is said in a row before the coach helps.
const REPEATS: u32 = 3;
/// The fewest words by which somebody is told to have changed the language.
const TELLING: usize = 4;

/// Signals: two thirds of the time, three minutes left, the end.
const THIRDS: Signal = Signal { bit: 1, name: "thirds", key: "mock-signal-thirds" };
const SHORT: Signal = Signal { bit: 2, name: "short", key: "mock-signal-short" };
const OVER: Signal = Signal { bit: 4, name: "over", key: "mock-signal-over" };

const SIGNALS: [&Signal; 3] = [&THIRDS, &SHORT, &OVER];

/// Whether the guest could place what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Understanding {
    /// They could.
    Reached,
    /// They asked what was meant.
    Missed,
}

/// A sign that time has passed.
struct Signal {
    bit: u8,
    name: &'static str,
    key: &'static str,
}

impl Signal {
    /// After how many seconds it comes.
    fn after(&self, total: u32) -> u32 {
        match self.bit {
            1 => total * 2 / 3,
            2 => total.saturating_sub(180),
            _ => total,
        }
    }
}

/// What year it is where the person is: what a guest's years are counted from.
pub(super) fn year(cx: &Cx<'_>) -> i32 {
    cx.clocks().year()
}

/// A line of the guest's.
pub(super) fn says(cx: &Cx<'_>, guest: &Guest, plan: &Plan, text: &str) -> Line {
    Line::Said(guest.first_name().to_owned(), guest.fill(plan.locale, text, year(cx)))
}

/// The card is no longer there.
pub(super) fn gone() -> Turn<State> {
    Turn::done([Effect::Say(Message::say("mock-guest-gone"))])
}

impl Talk {
    /// The interview as it is written down.
    pub(super) fn interview(&self) -> Interview {
        Interview { plan: self.plan.clone(), began_at: self.began_at, used: self.used, exchanges: self.number }
    }

    /// The signals that are still to come by the clock, where the time is real. They are set anew with every exchange: a step back, or
    /// something else in between, takes them away.
    pub(super) fn timers(&self) -> Vec<Effect> {
        if self.plan.timing == Timing::Simulated {
            return Vec::new();
        }
        let at = |signal: &Signal| self.began_at + Duration::from_secs(u64::from(signal.after(self.total)));
        // In a short conversation the first two come at once.
        let is_apart = SHORT.after(self.total) > THIRDS.after(self.total) + 60;
        let signals = SIGNALS.iter().filter(|signal| is_apart || signal.bit != THIRDS.bit);
        let signals = signals.filter(|signal| self.signals & signal.bit == 0 && signal.after(self.total) > self.used);
        signals.map(|signal| Effect::Schedule(TimerName(signal.name.to_owned()), at(signal))).collect()
    }

    pub(super) fn scene<'a>(&'a self, cx: &Cx<'a>, guest: &'a Guest) -> Scene<'a> {
        Scene {
            prompts: cx.prompts,
            guest,
            locale: self.plan.locale,
            year: year(cx),
            agreed: &self.plan.agreed,
            number: self.number + 1,
            used: self.used * 100 / self.total.max(1),
        }
    }

    /// Lets time pass for an exchange.
    fn pass(&mut self, cx: &Cx<'_>, guest: &Guest, said: &str, reply: &str, understood: Understanding) {
        if self.plan.timing == Timing::Real {
            self.used = u32::try_from(cx.said_at.since(self.began_at).as_secs()).unwrap_or(u32::MAX);
            return;
        }
        // What the guest could not place is a fault of the bot's ear as often as not: it costs a moment.
        if understood == Understanding::Missed {
            self.used = self.used.saturating_add(MISSED);
            return;
        }
        // What is written is a part of what would be said.
        let spoken = match guest.manner {
            Manner::Terse => 15,
            Manner::Rushed => 18,
            Manner::Chatty => 20,
            Manner::Wandering => 25,
        };
        let count = |text: &str| u32::try_from(words::count(text)).unwrap_or(u32::MAX / 1_000);
        let words = count(said).saturating_add(count(reply).saturating_mul(spoken) / 10);
        self.used = self.used.saturating_add(LEAST + words.saturating_mul(60) / PACE);
    }

    /// The signal that is due and was not given yet, the last one where several are.
    fn signal(&mut self) -> Option<&'static Signal> {
        let due = SIGNALS.iter().rev().find(|signal| self.used >= signal.after(self.total))?;
        let is_new = self.signals & due.bit == 0;
        self.signals |= due.bit | (due.bit - 1);
        is_new.then_some(due)
    }
}

/// They meet.
pub(super) fn begin(cx: &Cx<'_>, guest: &Guest, talk: Talk) -> Turn<State> {
    let voice = guest.voice(talk.plan.locale);
    let area = match talk.plan.agreed.first() {
        None | Some(Area::Closing) => "all",
        Some(Area::Work) => "work",
        Some(Area::WayIn) => "way-in",
        Some(Area::Market) => "market",
    };
    let about = Line::with(
        "mock-begin",
        [
            ("name", Arg::Name(guest.name().to_owned())),
            ("title", Arg::Name(voice.title.clone())),
            ("minutes", talk.plan.minutes.into()),
            ("area", Arg::Name(area.to_owned())),
        ],
    );
    let time = if talk.plan.timing == Timing::Real { "mock-begin-real" } else { "mock-begin-simulated" };
    let message = Message::of([about, Line::say(time), Line::Gap, says(cx, guest, &talk.plan, &voice.opening)]);
    // Nothing is written down before something is said.
    let mut effects = talk.timers();
    effects.push(Effect::Say(message.awaiting_talk().to_keep()));
    Turn::wait(State::Talking { talk: Box::new(talk) }, effects)
}

/// The learner says something.
pub(super) fn hear(cx: &Cx<'_>, talk: Talk, text: &str) -> Turn<State> {
    let Some(guest) = cx.prompts.guest(&talk.plan.guest) else { return gone() };
    if let Some(question) = other_language(&talk.plan, text) {
        return Turn::wait(State::Talking { talk: Box::new(talk) }, [Effect::Say(question)]);
    }
    // People type in pieces: what makes no sense by itself may with what follows.
    let before = talk.piece.as_ref().filter(|piece| cx.said_at.since(piece.at) <= MORE_OF_IT);
    let together = before.map(|piece| piece.with(text));
    let is_unfinished = |text: &str| cx.prompts.mock_rules(talk.plan.locale).unfinished.are_in(&Plain::of(text.trim()));
    if is_unfinished(text) {
        let piece = Piece { text: words::shorten(together.as_deref().unwrap_or(text), LONGEST_PIECE), at: cx.said_at };
        let waits = Line::with("mock-waits", [("name", Arg::Name(guest.first_name().to_owned()))]);
        let message = Message::of([waits]).awaiting_talk().to_keep();
        return Turn::wait(
            State::Talking { talk: Box::new(Talk { piece: Some(piece), ..talk }) },
            [Effect::Say(message)],
        );
    }
    let whole = together.filter(|whole| {
        let is_clear = |text: &str| cx.heard.get(text).is_some_and(|heard| heard.message.act == Act::Answer);
        let was_unfinished = before.is_some_and(|piece| is_unfinished(&piece.text));
        !is_clear(text) && (was_unfinished || is_clear(whole))
    });
    let text = whole.as_deref().unwrap_or(text);
    let Some(understood) = cx.heard.get(text) else { return Turn::wait(State::Talking { talk: Box::new(talk) }, []) };
    let mut memory = talk.memory.clone();
    let reply = talk.scene(cx, guest).answer(&mut memory, text, understood);
    go_on(cx, guest, Talk { memory, ..talk }, text, reply)
}

/// Somebody writes in another language than the one that is spoken here.
fn other_language(plan: &Plan, text: &str) -> Option<Message> {
    let is_other = language::told(text).is_some_and(|told| told != plan.locale) && words::count(text) >= TELLING;
    if !is_other && !language::is_foreign(text) {
        return None;
    }
    let line = if language::is_foreign(text) {
        Line::say("mock-foreign")
    } else {
        Line::with("mock-other-language", [("language", Arg::Name(plan.locale.as_str().to_owned()))])
    };
    let choices = [Choice::new("en", "choice-english"), Choice::new("fr", "choice-french")];
    Some(Message::of([line]).choices(choices).awaiting_talk())
}

/// The language is chosen anew; the conversation goes on where it was.
pub(super) fn choose(cx: &Cx<'_>, mut talk: Talk, choice: &str) -> Turn<State> {
    let Some(guest) = cx.prompts.guest(&talk.plan.guest) else { return gone() };
    let locale = if choice == "fr" { Locale::Fr } else { Locale::En };
    if !guest.locales().any(|known| known == locale) {
        return Turn::wait(
            State::Talking { talk: Box::new(talk) },
            [Effect::Say(Message::say("mock-one-language").awaiting_talk())],
        );
    }
    talk.plan.locale = locale;
    let line = Line::with("mock-language-chosen", [("language", Arg::Name(locale.as_str().to_owned()))]);
    let message = Message::of([line]).awaiting_talk().to_keep();
    Turn::wait(State::Talking { talk: Box::new(talk) }, [Effect::Say(message)])
}

/// The clock says that time has passed. What the guest asked stands on.
pub(super) fn ring(cx: &Cx<'_>, mut talk: Talk, asked: Option<([String; 2], String)>) -> Turn<State> {
    talk.used = u32::try_from(cx.now.since(talk.began_at).as_secs()).unwrap_or(u32::MAX);
    let message = talk.signal().map(|signal| Message::of([told(&talk, signal)]).awaiting_talk().to_keep());
    let choices = asked.as_ref().map(|(between, _)| which::choices(cx, between, talk.plan.locale));
    let message = message.map(|message| message.choices(choices.into_iter().flatten()));
    let talk = Box::new(talk);
    let state = match asked {
        Some((between, said)) => State::Which { talk, between, said },
        None => State::Talking { talk },
    };
    Turn::wait(state, message.map(Effect::Say))
}

/// How much time is used.
fn told(talk: &Talk, signal: &Signal) -> Line {
    let used = (talk.used / 60).min(talk.total / 60);
    Line::with(signal.key, [("used", used.into()), ("minutes", (talk.total / 60).into())])
}

/// The guest has answered: time passes, what happened is noted, and it goes on or ends.
pub(super) fn go_on(cx: &Cx<'_>, guest: &Guest, mut talk: Talk, said: &str, reply: Reply) -> Turn<State> {
    let mut sentences = reply.said;
    let was_over = talk.signals & OVER.bit != 0;
    talk.number += 1;
    talk.piece = reply.is_lost.then(|| Piece { text: words::shorten(said, LONGEST_PIECE), at: cx.said_at });
    let is_missed = reply.is_lost || reply.which.is_some();
    let understood = if is_missed { Understanding::Missed } else { Understanding::Reached };
    talk.pass(cx, guest, said, &sentences.join(" "), understood);
    let notes_time = reply.notes.marks.contains(&Mark::NotedTime);
    if notes_time && talk.used + 180 >= talk.total {
        if guest.extends > 0 && talk.total == talk.plan.minutes * 60 {
            talk.total += guest.extends * 60;
            talk.signals &= !(OVER.bit | SHORT.bit);
            talk.over = 0;
        } else {
            talk.over = PATIENCE;
        }
    }
    let signal = talk.signal();
    let mut memory = std::mem::take(&mut talk.memory);
    if was_over && !reply.is_goodbye && !(notes_time && talk.over == 0) {
        talk.over = talk.over.saturating_add(1);
        if talk.over <= PATIENCE {
            sentences.push(talk.scene(cx, guest).on(&mut memory, Cue::Uneasy));
        }
    } else if signal.is_some_and(|signal| signal.bit == SHORT.bit) && !reply.is_goodbye {
        sentences.push(talk.scene(cx, guest).on(&mut memory, Cue::Short));
    }
    let is_over = reply.is_goodbye || talk.over > PATIENCE;
    if is_over && !reply.is_goodbye {
        sentences.push(talk.scene(cx, guest).line(|voice| &voice.ends));
    }
    talk.memory = memory;
    let spoken = sentences.join(" ");
    let exchange =
        Exchange { number: talk.number, said: Some(said.to_owned()), reply: spoken.clone(), notes: reply.notes };
    let mut effects =
        vec![Effect::Record(Record::Interview(talk.interview())), Effect::Record(Record::Exchange(exchange.clone()))];
    let mut lines: Vec<Line> = Some(spoken)
        .filter(|spoken| !spoken.is_empty())
        .map(|spoken| Line::Said(guest.first_name().to_owned(), spoken))
        .into_iter()
        .collect();
    if is_over {
        effects.extend(SIGNALS.map(|signal| Effect::Cancel(TimerName(signal.name.to_owned()))));
        effects.push(Effect::Say(Message::of(lines).to_keep()));
        return report::at_the_end(cx, guest, &talk, exchange, effects);
    }
    effects.extend(talk.timers());
    lines.extend(signal.map(|signal| told(&talk, signal)));
    lines.extend(reply.is_nod.then(|| Line::say("mock-your-turn")));
    lines.extend(
        reply.is_role.then(|| Line::with("mock-is-a-part", [("name", Arg::Name(guest.first_name().to_owned()))])),
    );
    lines.extend(help(cx, &talk, reply.is_lost));
    let message = Message::of(lines).awaiting_talk().to_keep();
    if let Some(between) = reply.which {
        let message = message.choices(which::choices(cx, &between, talk.plan.locale));
        effects.push(Effect::Say(message));
        return Turn::wait(State::Which { talk: Box::new(talk), between, said: said.to_owned() }, effects);
    }
    effects.push(Effect::Say(message));
    Turn::wait(State::Talking { talk: Box::new(talk) }, effects)
}

pub(super) fn name_of(cx: &Cx<'_>, topic: &str, locale: Locale) -> String {
    cx.prompts.topics.named(topic).map_or(topic, |topic| topic.name(locale)).to_owned()
}

/// The coach's own line, where somebody is stuck: a question that was not asked yet.
fn help(cx: &Cx<'_>, talk: &Talk, is_lost: bool) -> Option<Line> {
    let is_stuck = is_lost && talk.memory.lost >= LOST;
    let repeats = talk.memory.repeats;
    if !is_stuck && repeats < REPEATS {
        return None;
    }
    let wished = talk.plan.goals.iter().flat_map(|goal| &goal.topics);
    let all = cx
        .prompts
        .topics
        .all()
        .iter()
        .filter(|topic| topic.kind == Kind::Question && topic.area != Some(Area::Closing));
    let ids = wished.chain(all.map(|topic| &topic.id));
    let questions = &cx.prompts.question_rules(talk.plan.locale).open_on;
    let new: Vec<&String> =
        ids.filter(|id| !talk.memory.told.contains_key(*id)).filter_map(|id| questions.get(id)).collect();
    // Each time another one.
    let question = new.get(usize::from(talk.memory.lost.saturating_sub(LOST)) % new.len().max(1))?.to_string();
    let question = ("question", Arg::Name(question));
    Some(if is_stuck {
        Line::with("mock-hint", [question])
    } else {
        Line::with("mock-repeated", [("count", repeats.into()), question])
    })
}
