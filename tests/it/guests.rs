//! Every guest's card: complete in both languages, and true to itself. What no rule of `rapport check` can know (whose name is a name) is
//! looked at here.

use crate::world::PROMPTS;
use rapport::ids::Locale;
use rapport::prompts::Prompts;
use rapport::prompts::guests::Tag;
use std::collections::BTreeSet;

/// Words that begin with a capital and are no name of anybody or anything on a card.
const NO_NAMES: &[&str] = &[
    "I",
    "I'm",
    "I've",
    "I'd",
    "I'll",
    "Canada",
    "Canadian",
    "Canadians",
    "English",
    "French",
    "Filipino",
    "Tagalog",
    "Arabic",
    "Punjabi",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Mondays",
    "Tuesdays",
    "Wednesdays",
    "Thursdays",
    "Fridays",
    "Saturdays",
    "Sundays",
    "Spanish",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "CV",
];

/// What is counted: a number in words before it is a fact.
const COUNTED: &str = r"(?i)\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|dozen|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|cent|mille)(-\w+)? (more |full |whole |long |bonnes? |longues? )?(years?|months?|weeks?|days?|hours?|minutes?|people|patients|pages|dollars|ans?|années?|mois|semaines?|jours?|heures?|personnes|euros)\b";

/// A text with its placeholders taken out.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        bare.push_str(before);
        bare.push('x');
        rest = after.split_once('}').unwrap().1;
    }
    bare + rest
}

/// Words with a capital that begin no sentence.
fn names(text: &str) -> Vec<String> {
    let bare = bare(text);
    let mut names = Vec::new();
    let mut begins = true;
    for piece in bare.split_whitespace() {
        let word: String = piece.trim_matches(|c: char| !c.is_alphanumeric()).replace('’', "'");
        let is_capital = word.chars().next().is_some_and(char::is_uppercase);
        let stem = word.split('\'').next().unwrap();
        if is_capital && !begins && !NO_NAMES.contains(&word.as_str()) && !NO_NAMES.contains(&stem) {
            names.push(word);
        }
        let end = piece.trim_end_matches(['»', '"', '”', ')', '\u{a0}']);
        begins = end.ends_with(['.', '!', '?', ':', '…']) || piece.ends_with('«') || piece.is_empty();
    }
    names
}

#[test]
fn there_are_guests_as_different_as_their_fields() {
    let ids: Vec<&str> = PROMPTS.guests.iter().map(|guest| guest.id.as_str()).collect();
    for id in [
        "accountant",
        "cook",
        "designer",
        "developer",
        "dispatcher",
        "electrician",
        "farmer",
        "laboratory_technician",
        "nurse",
        "public_servant",
        "social_worker",
        "teacher",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
    let tagged = |tag: Tag| PROMPTS.guests.iter().filter(|guest| guest.tags.contains(&tag)).count();
    assert!(tagged(Tag::TrainedAbroad) >= 3 && tagged(Tag::ChangedCareer) >= 3 && tagged(Tag::AfterIllness) >= 1);
    let names: BTreeSet<&str> = PROMPTS.guests.iter().map(|guest| guest.first_name()).collect();
    assert_eq!(names.len(), ids.len());
    let fields: BTreeSet<&str> = PROMPTS.guests.iter().map(|guest| guest.voice(Locale::En).field.as_str()).collect();
    assert_eq!(fields.len(), ids.len());
    let manners: BTreeSet<String> = PROMPTS.guests.iter().map(|guest| format!("{:?}", guest.manner)).collect();
    assert_eq!(manners.len(), 4);
}

#[test]
fn every_guest_speaks_both_languages_and_says_nothing_that_is_not_on_the_card() {
    let counted = regex::Regex::new(COUNTED).unwrap();
    let mut wrong = Vec::new();
    for guest in &PROMPTS.guests {
        assert_eq!(guest.locales().collect::<Vec<_>>(), Locale::ALL, "{}", guest.id);
        for locale in Locale::ALL {
            for (at, text) in guest.voice(locale).texts() {
                let place = format!("{} {locale} {at}", guest.id);
                let bare = bare(text);
                wrong.extend(names(text).into_iter().map(|name| format!("{place}: {name} is no fact")));
                wrong.extend(counted.find(&bare).map(|found| format!("{place}: {} is no fact", found.as_str())));
                if bare.chars().any(|c| c.is_ascii_digit()) {
                    wrong.push(format!("{place}: a number"));
                }
                let filled = guest.fill(locale, text, 2026).replace("{one}", "").replace("{other}", "");
                if filled.contains(['{', '}']) {
                    wrong.push(format!("{place}: not filled in: {filled}"));
                }
                // A count of one wants another word.
                for singular in [" 1 years", " 1 months", " 1 ans", " 1 people"] {
                    if filled.contains(singular) {
                        wrong.push(format!("{place}:{singular}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_are_found_and_beginnings_of_sentences_are_not() {
    assert_eq!(names("I met Ana in May. She is French. And {name} knows Lima."), ["Ana", "Lima"]);
    assert_eq!(names("Je dis « Allez ! Venez » et voilà. Puis Paul arrive."), ["Paul"]);
}

/// What is said of a card that was changed by this.
fn faults_with(change: impl Fn(&str) -> String) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("guests")).unwrap();
    let card = include_str!("../../prompts/guests/developer.toml");
    std::fs::write(dir.path().join("guests/welder.toml"), change(card)).unwrap();
    match Prompts::load(Some(dir.path())) {
        Ok(prompts) => {
            assert!(prompts.guests.iter().any(|guest| guest.id == "welder"));
            Vec::new()
        }
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_community_adds_a_guest_as_a_file_and_is_told_what_is_missing() {
    assert_eq!(faults_with(str::to_owned), [] as [String; 0]);
    let told = |change: &dyn Fn(&str) -> String, part: &str| {
        let faults = faults_with(change);
        assert!(
            faults.iter().any(|fault| fault.contains(part) && fault.contains("welder.toml")),
            "{part}: {faults:#?}"
        );
    };
    told(&|card| card.replace("[en.topics.likes]", "[en.topics.liking]"), "en.topics.likes");
    told(&|card| card.replace("{city}", "{town}"), "{town}");
    told(&|card| card.replacen("ago = 15", "ago = 1", 1), "not in the order of time");
    told(&|card| card.replacen("insult = ", "insults = ", 1), "insults");
    told(&|card| card.replacen("first_name = ", "forename = ", 1), "facts.first_name");
    told(&|card| card.replacen("a software developer who", "1 software developer who", 1), "a number of its own");
    told(&|card| card.replacen("vacancy = false", "vacancy = true", 1), "en.vacancy");
    told(&|card| card.replacen("fr = \"un logiciel", "es = \"un logiciel", 1), "welder.toml");
    // One language is enough.
    assert_eq!(faults_with(|card| card[..card.find("\n[fr]").unwrap()].to_owned()), [] as [String; 0]);
}
