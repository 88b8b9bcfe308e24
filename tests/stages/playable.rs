//! Scripts as they can be played on a platform, and what is heard there as it is held against them.

use rapport::app::Submission;
use rapport::chat::{Body, Line, Message, Platform, Unfetched};
use rapport::clock::Clock;
use rapport::contact::import::LARGEST;
use rapport::engine::{Defaults, Engine};
use rapport::ids::Locale;
use rapport::legwork::Legwork;
use rapport::prompts::Prompts;
use rapport::script::{Act, Heard, Item, ItemKind, Script, canonical};
use rapport::store::{outbox, timers};

/// What was said in one place after one act, as one: here an answer is one message, elsewhere it may be several.
pub fn together(heard: Vec<Heard>) -> Vec<Heard> {
    let mut places: Vec<Heard> = Vec::new();
    for next in heard {
        match places.iter_mut().find(|known| known.place == next.place && known.only == next.only) {
            Some(known) => {
                known.file = known.file.take().or(next.file);
                known.text = without_gaps(&format!("{}\n{}", known.text, next.text));
            }
            None => places.push(next),
        }
    }
    places
}

/// The script as it can be played here: what is expected in one place after one act is one, without empty lines, which Discord takes
/// away at the ends (the engine's own transcripts look at them). Nobody can send an empty message. Which of several wordings is picked
/// may differ, because other messages draw other random numbers.
pub fn playable(script: &Script, prompts: &Prompts) -> Script {
    let wording = |locale, variant: u32| {
        let line = Line::with("pitch-next", [("variant", variant.into())]);
        canonical(&prompts.render(locale, &Message::of([line]), None))
    };
    let wordings: Vec<String> = Locale::ALL.iter().flat_map(|locale| (0..3).map(|n| wording(*locale, n))).collect();
    let mut items: Vec<Item> = Vec::new();
    let mut is_empty = false;
    for item in &script.items {
        let ItemKind::Expect(wanted) = &item.kind else {
            is_empty = matches!(&item.kind, ItemKind::Act(Act::Say { text, .. }) if text.trim().is_empty());
            if !is_empty {
                items.push(item.clone());
            }
            continue;
        };
        if is_empty {
            continue;
        }
        let mut wanted = wanted.clone();
        let any = |line: &str| wordings.iter().any(|wording| line == wording).then_some("[..]");
        let lines = wanted.text.lines().map(|line| any(line).unwrap_or(line));
        wanted.text = without_calls(&without_gaps(&lines.filter_map(in_words).collect::<Vec<_>>().join("\n")));
        let after_act = items.iter().rposition(|item| matches!(item.kind, ItemKind::Act(_))).map_or(0, |at| at + 1);
        let same = items[after_act..].iter_mut().find_map(|item| match &mut item.kind {
            ItemKind::Expect(known) if known.at == wanted.at && known.to == wanted.to => Some(known),
            _ => None,
        });
        match same {
            Some(known) => known.text = without_gaps(&format!("{}\n{}", known.text, wanted.text)),
            None => items.push(Item { lines: item.lines.clone(), kind: ItemKind::Expect(wanted) }),
        }
    }
    Script { lines: script.lines.clone(), items }
}

/// A line of a plot as a picture's description says it; the line of its band says nothing that the text does not.
fn in_words(line: &str) -> Option<String> {
    let is_bar = |letter: char| matches!(letter, '█' | '░');
    match line.split_once(is_bar) {
        _ if line.contains('├') => None,
        Some((label, note)) => Some(format!("{}: {}", label.trim(), note.trim_start_matches(is_bar).trim())),
        None => Some(line.to_owned()),
    }
}

/// The text without empty lines, a quotation of several lines in one: a long one is parted anew.
pub fn without_gaps(text: &str) -> String {
    let mut whole = String::new();
    let mut in_quote = false;
    let squeezed = |line: &str| match line.starts_with('>') {
        true => line.split_whitespace().collect::<Vec<_>>().join(" "),
        false => line.to_owned(),
    };
    // An empty line within a quotation is one as well.
    let lines = text.lines().filter(|line| !line.trim().is_empty() && line.trim() != ">").map(squeezed);
    for line in lines {
        let line = line.as_str();
        match line.strip_prefix("> ") {
            Some(more) if in_quote => {
                whole.push(' ');
                whole.push_str(more);
            }
            quote => {
                whole.push_str(if whole.is_empty() { "" } else { "\n" });
                whole.push_str(line);
                in_quote = quote.is_some();
            }
        }
    }
    whole
}

/// The text without the sign before a name: whether somebody is called so is told apart from it.
pub fn without_calls(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '@' || !letters.peek().is_some_and(|next| next.is_alphabetic()) {
            kept.push(letter);
        }
    }
    kept
}

/// The name and the content of a file that a script sends. One that is not there is as good as any other.
pub fn content(path: &str) -> (String, Vec<u8>) {
    let sent = rapport::script::sent(path);
    let bytes = rapport::script::fetched(&sent).unwrap_or_else(|_| b"a,b\n".to_vec());
    (sent.name, bytes)
}

/// Lets the engine take one thing that an adapter handed in. What a turn needs is found out at once; a file is fetched from the platform.
pub async fn take(
    engine: &mut Engine,
    (legwork, platform): (&Legwork, &dyn Platform),
    submission: Submission,
    defaults: &Defaults,
    clock: &Clock,
) -> anyhow::Result<()> {
    match submission {
        Submission::Event(mut inbound, done) => {
            // Where the script's people are, and when it is there.
            inbound.sender.zone = defaults.zone;
            inbound.at = clock.now();
            let fetched = match &inbound.body {
                Body::File(sent) => platform.fetch(sent, LARGEST).await,
                _ => Err(Unfetched::Gone),
            };
            let outcome = engine.handle_finding_out(&inbound, legwork, |_| fetched.clone())?;
            let _ = done.send(outcome);
        }
        Submission::Question(question) => question(engine),
    }
    Ok(())
}

/// What is wrong at the end of a script: messages that did not leave, timers that nobody waits for.
pub fn unfinished(engine: &Engine) -> anyhow::Result<Vec<String>> {
    let connection = engine.connection();
    let (waiting, parked) = outbox::count(connection)?;
    let timers = timers::unexpected(connection)?;
    let mut problems: Vec<String> = timers.into_iter().map(|timer| format!("the timer {timer} is still set")).collect();
    if waiting + parked > 0 {
        problems.push(format!("{waiting} messages did not leave, {parked} are set aside"));
    }
    Ok(problems)
}
