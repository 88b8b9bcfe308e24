//! What a night is about, out of the line in which a host said when it is.

use crate::clock::Moment;
use crate::words::fold;
use crate::zones;
use chrono_tz::Tz;
use regex::Regex;
use std::sync::LazyLock;

/// What the night is about: what stands around its time, but for the words that lead to it.
pub(super) fn topic(before: &str, after: &str, zone: Tz, now: Moment) -> String {
    let around = |c: char| c.is_whitespace() || ",:;-–—.!(".contains(c);
    let bare = |word: &str| fold(word).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_small = |word: &&str| LEADS.contains(&bare(word).as_str());
    let mut before: Vec<&str> = before.split_whitespace().collect();
    // "We will meet" altogether; of "elevator pitches, on" only what leads on.
    let leads = if before.iter().all(is_small) { &LEADS[..] } else { &LINKS[..] };
    let kept = before.iter().rposition(|word| !leads.contains(&bare(word).as_str())).map_or(0, |last| last + 1);
    before.truncate(kept);
    let before = before.join(" ");
    let after = after.trim_matches(around);
    let after = NAMES_ZONE
        .captures(after)
        .filter(|named| {
            let name = named.name("city").or(named.name("place")).map_or("", |name| name.as_str());
            let short = named.name("short").map_or("", |short| short.as_str());
            zones::find(name).is_some_and(|named| zones::on_clocks(now, named) == zones::on_clocks(now, zone))
                || is_short_for(short, zone, now)
        })
        .and_then(|named| after.get(named.get(0)?.end()..))
        .unwrap_or(after);
    let after = after.trim_matches(around);
    let after = if before.is_empty() { LEADS_ON.replace(after, "") } else { after.into() };
    let after = POLITE.replace(&after, "");
    let parts = [before.trim_matches(around), after.trim_matches(around)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// "ET" and "EDT" for the clocks of Toronto, in summer or not.
fn is_short_for(short: &str, zone: Tz, now: Moment) -> bool {
    let name = zones::short_name(now, zone);
    let ends = |text: &str| (text.chars().next(), text.chars().last());
    (2..=name.len()).contains(&short.len()) && name.len() == 3 && ends(short) == ends(&name)
}

/// Words that lead to a time, and say nothing of what the night is about.
const LEADS: [&str; 59] = [
    "a",
    "about",
    "at",
    "aura",
    "be",
    "bonjour",
    "bonsoir",
    "c'est",
    "ca",
    "ce",
    "do",
    "est",
    "etre",
    "faire",
    "for",
    "hello",
    "hi",
    "i",
    "is",
    "it",
    "it's",
    "je",
    "la",
    "le",
    "let's",
    "lieu",
    "maybe",
    "meet",
    "meeting",
    "next",
    "night",
    "on",
    "one",
    "planned",
    "pour",
    "prevue",
    "prochain",
    "prochaine",
    "rencontre",
    "reunion",
    "se",
    "sera",
    "serait",
    "soiree",
    "that",
    "the",
    "then",
    "think",
    "this",
    "un",
    "une",
    "va",
    "veux",
    "voit",
    "want",
    "we",
    "will",
    "wish",
    "would",
];

/// Words at the end of a topic that lead to its time.
const LINKS: [&str; 11] = ["at", "est", "for", "is", "la", "le", "on", "the", "this", "will", ""];

static LEADS_ON: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)^(?:(?:the )?topic(?: is)?|theme|thème|(?:le )?sujet|about|on the topic of|(?:we'll|we will|let's) do|(?:on|nous) (?:parlera|parlerons|parle)(?: de la| du| des| de| d['’])?|au sujet d[eu]|pour (?:parler (?:de la|du|des|de|d['’]) ?)?|for)\b\s*[:=]?\s*";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});
static POLITE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)[\s,.;!]*\b(?:pls|plz|please|thanks|thank you|thx|svp|s'il vous plaît|merci)[\s!.]*$";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});
static NAMES_ZONE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^(?:(?:[Hh]eure d[eu]s? ?|[Hh]eure d['’])(?P<city>[\p{L}.-]+)|(?P<place>\p{Lu}[\p{L}.-]+) time\b|(?P<short>[A-Z]{2,4})\b)\)?";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lead_to_a_time_are_no_topic() {
        let winter = Moment(1_772_000_000_000);
        for (before, after, about) in [
            ("Hi! The next one is", ", we'll do telephone English", "telephone English"),
            ("Elevator pitches -", "", "Elevator pitches"),
            ("We will meet on", "", ""),
            ("", "topic: how to say no", "how to say no"),
            ("", "ET", ""),
            ("", "AEDT", "AEDT"),
            ("", "(heure de Montréal), lecture", "lecture"),
            ("On se voit", "pour les faux amis", "les faux amis"),
            ("La réunion est à", "", ""),
            ("", ", first questions!", "first questions"),
            ("first meeting", "", "first meeting"),
            ("a big day,", "for beginners", "a big day for beginners"),
            ("The Big One,", "", "The Big One"),
        ] {
            assert_eq!(topic(before, after, Tz::America__Toronto, winter), about, "{before} | {after}");
        }
    }
}
