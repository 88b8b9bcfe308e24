//! The review of an elevator pitch: its length against the target, the parts it has, and what could be sharper.
//!
//! Sources: 15 to 30 seconds, who you are and why you write to this person (S4); an introduction, the reason, short
//! (S0, S2, S3); a stated number of minutes (S3, S4); no ask for a job (S2, S4; S1 sees it otherwise).

use super::sentences::{clause, sentences};
use crate::prompts::cues::{Cues, Plain};
use crate::prompts::pitch_rules::{Part, PitchRules};
use crate::words;
use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;

/// Words a minute of a calm and of a brisk speaker.
pub const PACE: (u32, u32) = (120, 145);
/// A pitch of fewer words is short: 15 seconds (S4) at the calm pace.
pub const FEWEST_WORDS: usize = 30;
/// A pitch of less time is short (S4).
pub const SHORTEST: Duration = Duration::from_secs(15);
/// The targets that can be chosen, in seconds; the second is the default.
pub const TARGETS: [u32; 4] = [20, 30, 45, 60];
/// The target where none was chosen, in seconds (S4: 15 to 30).
pub const USUAL_TARGET: u32 = 30;

/// The length of a pitch against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Under what anyone needs to place you.
    Short,
    /// Within the target.
    Fits,
    /// Over it.
    Long,
}

impl Length {
    /// The name in the review's output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Fits => "fits",
            Self::Long => "long",
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// An ask for a job.
    JobAsk,
    /// An apology, or words that make the speaker smaller.
    Apology,
    /// A sentence that one breath does not carry.
    LongSentence,
    /// An abbreviation or insider word that is not explained.
    Acronym,
    /// A filler or hedge.
    Filler,
}

impl Kind {
    /// The id in the review's output, in saved states and in the texts' keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::JobAsk => "job_ask",
            Self::Apology => "apology",
            Self::LongSentence => "long_sentence",
            Self::Acronym => "acronym",
            Self::Filler => "filler",
        }
    }
}

/// Something to sharpen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// The person's own words.
    pub quote: String,
    /// How it could be said instead, built from their own words, where the words allow it.
    pub instead: Option<String>,
}

/// What the rules find in a pitch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Against the target.
    pub length: Length,
    /// How many words it has.
    pub words: usize,
    /// The parts that are there, each with the words that show it.
    pub parts: BTreeMap<Part, String>,
    /// All findings: the gravest kind first, then in the order of the text.
    pub findings: Vec<Finding>,
    /// The sentence that would be missed least: it shows no part. Only where there are at least two sentences.
    pub spare: Option<String>,
    /// The first words, to hang an advice on where nothing else is to be quoted.
    pub opening: String,
    /// The last sentence's first words.
    pub ending: String,
}

/// The most words a pitch of so many seconds may have.
pub const fn word_budget(target: u32) -> u32 {
    target * PACE.1 / 60
}

/// How long so many words take to say, in seconds: briskly, and calmly.
pub fn seconds_for(words: usize) -> (u32, u32) {
    let words = u32::try_from(words).unwrap_or(u32::MAX / 60);
    ((words * 60).div_ceil(PACE.1), (words * 60).div_ceil(PACE.0))
}

/// The length of a typed pitch.
pub fn typed_length(words: usize, target: u32) -> Length {
    if words < FEWEST_WORDS {
        Length::Short
    } else if words > word_budget(target) as usize {
        Length::Long
    } else {
        Length::Fits
    }
}

/// The length of a spoken pitch.
pub fn spoken_length(spoken: Duration, target: u32) -> Length {
    if spoken < SHORTEST {
        Length::Short
    } else if spoken.as_secs() > u64::from(target) {
        Length::Long
    } else {
        Length::Fits
    }
}

/// Reviews a typed pitch against a target in seconds.
pub fn review(rules: &PitchRules, text: &str, target: u32) -> Review {
    let text = text.trim();
    let words = words::count(text);
    let sentences = sentences(text);
    let plain = Plain::of(text);
    let asks_for_job = rules.job_ask.find_all(&plain);
    let within = |mark: &Range<usize>, range: &Range<usize>| mark.start < range.end && range.start < mark.end;
    let in_job_ask = |mark: &Range<usize>| {
        sentences.iter().any(|sentence| within(mark, sentence) && asks_for_job.iter().any(|ask| within(ask, sentence)))
    };
    let all_marks: BTreeMap<Part, Vec<Range<usize>>> =
        rules.parts.iter().map(|(part, cues)| (*part, cues.find_all(&plain))).collect();
    // To name the place where one wants to work is no reason for choosing the person.
    let counts = |part: Part, mark: &&Range<usize>| part != Part::WhyYou || !in_job_ask(mark);
    let marks: BTreeMap<Part, Range<usize>> = all_marks
        .iter()
        .filter_map(|(part, marks)| Some((*part, marks.iter().find(|mark| counts(*part, mark))?.clone())))
        .collect();
    let spare = sentences
        .iter()
        .filter(|sentence| !all_marks.values().flatten().any(|mark| within(mark, sentence)))
        .max_by_key(|sentence| words::count(&text[(*sentence).clone()]))
        .filter(|_| sentences.len() > 1)
        .map(|sentence| words::shorten(&text[sentence.clone()], 100));
    let mut findings = Vec::new();
    findings.extend(cued(Kind::JobAsk, &rules.job_ask, text, &plain));
    findings.extend(cued(Kind::Apology, &rules.apology, text, &plain));
    findings.extend(long_sentences(rules, text, &sentences));
    findings.extend(acronyms(rules, text));
    findings.extend(fillers(rules, text, &plain, &sentences));
    Review {
        length: typed_length(words, target),
        words,
        parts: marks.into_iter().map(|(part, mark)| (part, clause(text, &mark))).collect(),
        findings,
        spare,
        opening: words::shorten(text.lines().next().unwrap_or_default(), 40),
        ending: sentences
            .last()
            .map(|last| words::shorten(text[last.clone()].trim_end_matches(['.', '!', ' ']), 60))
            .unwrap_or_default(),
    }
}

fn cued<'a>(kind: Kind, cues: &Cues, text: &'a str, plain: &Plain<'a>) -> impl Iterator<Item = Finding> + use<'a> {
    cues.find_all(plain).into_iter().map(move |mark| Finding { kind, quote: clause(text, &mark), instead: None })
}

fn long_sentences(rules: &PitchRules, text: &str, sentences: &[Range<usize>]) -> Vec<Finding> {
    sentences
        .iter()
        .map(|range| &text[range.clone()])
        .filter(|sentence| words::count(sentence) > rules.breath)
        .map(|sentence| Finding {
            kind: Kind::LongSentence,
            quote: words::shorten(sentence, 60),
            instead: parted(rules, sentence),
        })
        .collect()
}

/// Where the person could breathe: "... end of one half. | Beginning of the other ...".
fn parted(rules: &PitchRules, sentence: &str) -> Option<String> {
    let middle = sentence.len() / 2;
    let joint = Plain::of(sentence)
        .matches(&rules.joints)
        .filter(|joint| words::count(&sentence[..joint.start]) >= 5 && words::count(&sentence[joint.end..]) >= 5)
        .min_by_key(|joint| joint.start.abs_diff(middle))?;
    let before: Vec<&str> = sentence[..joint.start].split_whitespace().collect();
    let after: Vec<&str> = sentence[joint.end..].split_whitespace().take(5).collect();
    let before = before[before.len().saturating_sub(5)..].join(" ");
    Some(format!("… {}. {} …", before.trim_end_matches([',', ';']), words::capital(&after.join(" "))))
}

/// Insider words of the list, and words in capitals that no list knows, unless they are explained on the spot.
fn acronyms(rules: &PitchRules, text: &str) -> Vec<Finding> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let shouted = capitals * 2 > letters;
    let mut seen = Vec::new();
    let mut findings = Vec::new();
    for (at, piece) in text.split_whitespace().map(|piece| (piece.as_ptr() as usize - text.as_ptr() as usize, piece)) {
        let inner = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let term = inner.split(['’', '\'']).next_back().unwrap_or(inner).replace('.', "");
        let folded = term.to_lowercase();
        if term.is_empty() || rules.known.contains(&folded) || seen.contains(&folded) {
            continue;
        }
        let letters_only = term.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
        let abbreviation = !shouted
            && (2..=6).contains(&term.chars().count())
            && letters_only
            && term.chars().filter(|c| c.is_uppercase()).count() >= 2;
        // A short term in small letters is a common word more often than an abbreviation ("pr", "tes").
        let insider = rules.terms.contains_key(&folded) && (letters_only || term.chars().count() > 3);
        if !(abbreviation || insider) || explained(text, at, piece) {
            continue;
        }
        let instead = rules.terms.get(&folded).cloned();
        findings.push(Finding { kind: Kind::Acronym, quote: term, instead });
        seen.push(folded);
    }
    findings
}

/// "RN (registered nurse)" or "registered nurse (RN)".
fn explained(text: &str, at: usize, piece: &str) -> bool {
    let after = text[at + piece.len()..].trim_start();
    piece.starts_with('(') || piece.contains('(') || after.starts_with('(')
}

fn fillers(rules: &PitchRules, text: &str, plain: &Plain<'_>, sentences: &[Range<usize>]) -> Vec<Finding> {
    let marks = rules.filler.find_all(plain);
    marks
        .iter()
        .map(|mark| {
            let sentence = sentences.iter().find(|sentence| sentence.contains(&mark.start));
            Finding {
                kind: Kind::Filler,
                quote: text[mark.clone()].trim_end_matches([',', ' ']).to_owned(),
                instead: sentence.and_then(|sentence| without(text, sentence, &marks)),
            }
        })
        .collect()
}

/// The start of a sentence without the marks in it.
fn without(text: &str, sentence: &Range<usize>, marks: &[Range<usize>]) -> Option<String> {
    let mut kept = String::new();
    let mut at = sentence.start;
    for mark in marks.iter().filter(|mark| mark.start >= sentence.start && mark.end <= sentence.end) {
        kept.push_str(&text[at..mark.start]);
        // The comma that set the filler off goes with it.
        at = if text[mark.end..sentence.end].starts_with(',') { mark.end + 1 } else { mark.end };
    }
    kept.push_str(&text[at..sentence.end]);
    let tidy = kept.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").replace(",,", ",");
    let tidy = tidy.trim_start_matches([',', ' ', '.', ';']);
    (words::count(tidy) >= 3).then(|| words::shorten(&words::capital(tidy), 80))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Locale;
    use crate::prompts::Prompts;

    fn english(text: &str) -> Review {
        review(Prompts::load(None).unwrap().pitch_rules(Locale::En), text, 30)
    }

    #[test]
    fn the_budget_is_the_brisk_pace() {
        assert_eq!(word_budget(30), 72);
        assert_eq!(word_budget(15), 36);
        assert_eq!(seconds_for(72), (30, 36));
        assert_eq!(typed_length(29, 30), Length::Short);
        assert_eq!(typed_length(72, 30), Length::Fits);
        assert_eq!(typed_length(73, 30), Length::Long);
        assert_eq!(spoken_length(Duration::from_millis(30_900), 30), Length::Fits);
        assert_eq!(spoken_length(Duration::from_secs(31), 30), Length::Long);
    }

    #[test]
    fn fillers_are_taken_out_of_the_persons_own_sentence() {
        let found = english("Hi, I'm Ana. I basically, um, managed stock for a shop.").findings;
        assert_eq!(found[0].quote, "basically");
        assert_eq!(found[0].instead.as_deref(), Some("I managed stock for a shop."));
    }

    #[test]
    fn an_explained_abbreviation_is_fine() {
        let kinds = |text: &str| english(text).findings.iter().map(|finding| finding.kind).collect::<Vec<_>>();
        assert_eq!(kinds("I worked as an LPN for years."), [Kind::Acronym]);
        assert_eq!(kinds("I was a licensed practical nurse (LPN)."), []);
        assert_eq!(kinds("I WORKED IN A SHOP."), []);
    }

    #[test]
    fn not_asking_for_a_job_is_no_ask_for_a_job() {
        let asks = |text: &str| english(text).findings.iter().any(|finding| finding.kind == Kind::JobAsk);
        assert!(asks("Do you have any openings for me?"));
        assert!(!asks("I am not asking for a job."));
    }

    #[test]
    fn a_long_sentence_is_parted_at_a_joint() {
        let text = "I worked in a bakery for seven years where I made bread every night and I trained four people who came after me \
                    and then we moved here with my family and I started to look around for something new.";
        let found = english(text).findings;
        let long = found.iter().find(|finding| finding.kind == Kind::LongSentence).unwrap();
        assert_eq!(long.instead.as_deref(), Some("… people who came after me. Then we moved here with …"));
    }
}
