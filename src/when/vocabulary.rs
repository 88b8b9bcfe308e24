//! The words that times are made of, in both languages, as [`super::tokens`] leaves them: small plain letters, hyphens gone.

use super::tokens::Token;
use super::{EVENING, USUAL_HOUR};
use crate::hours::TimeOfDay;
use chrono::Weekday;

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
}

impl Part {
    /// The hour that it stands for.
    pub(super) fn hour(self) -> TimeOfDay {
        match self {
            Self::Morning => USUAL_HOUR,
            Self::Afternoon => TimeOfDay::at(14, 0),
            Self::Evening => EVENING,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// The unit of that name.
pub(super) fn unit_named(word: &str) -> Option<Unit> {
    match word {
        "seconds" | "secondes" | "sec" | "secs" | "second" | "seconde" => Some(Unit::Second),
        "minute" | "minutes" | "min" | "mins" | "mn" => Some(Unit::Minute),
        "hour" | "hours" | "hr" | "hrs" | "heure" | "heures" | "h" => Some(Unit::Hour),
        "day" | "days" | "jour" | "jours" | "d" | "j" => Some(Unit::Day),
        "week" | "weeks" | "semaine" | "semaines" | "wk" | "wks" | "w" => Some(Unit::Week),
        "month" | "months" | "mois" => Some(Unit::Month),
        "year" | "years" | "an" | "ans" | "annee" | "annees" => Some(Unit::Year),
        _ => None,
    }
}

/// The part of the day of that name.
pub(super) fn part_named(word: &str) -> Option<Part> {
    match word {
        "morning" | "matin" | "matinee" | "matins" | "mornings" => Some(Part::Morning),
        "afternoon" | "apresmidi" | "aprem" | "afternoons" | "arvo" => Some(Part::Afternoon),
        "evening" | "soir" | "soiree" | "night" | "evenings" | "soirs" => Some(Part::Evening),
        _ => None,
    }
}

/// The day of the week of that name.
pub(super) fn weekday_named(word: &str) -> Option<Weekday> {
    let word = match word {
        "tues" | "thurs" | "thur" => word,
        _ => word.strip_suffix('s').unwrap_or(word),
    };
    Some(match word {
        "monday" | "mon" | "lundi" | "lun" => Weekday::Mon,
        "tuesday" | "tue" | "tues" | "mardi" => Weekday::Tue,
        "wednesday" | "wed" | "weds" | "mercredi" | "mer" => Weekday::Wed,
        "thursday" | "thu" | "thurs" | "thur" | "jeudi" | "jeu" => Weekday::Thu,
        "friday" | "fri" | "vendredi" | "ven" | "vend" => Weekday::Fri,
        "saturday" | "sat" | "samedi" | "sam" => Weekday::Sat,
        "sunday" | "sun" | "dimanche" | "dim" => Weekday::Sun,
        "wensday" => Weekday::Wed,
        _ => return None,
    })
}

/// The days of the week in both languages, with letters enough for one of them to be wrong.
const WEEKDAYS: [(&str, Weekday); 14] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
    ("lundi", Weekday::Mon),
    ("mardi", Weekday::Tue),
    ("mercredi", Weekday::Wed),
    ("jeudi", Weekday::Thu),
    ("vendredi", Weekday::Fri),
    ("samedi", Weekday::Sat),
    ("dimanche", Weekday::Sun),
];
/// Words that are one letter from a day.
const NO_DAYS: [&str; 4] = ["sundry", "sundae", "friary", "mondial"];

/// The day that a word is one letter, or two that changed places, away from. Short ones only in the latter way. Names of people are as near
/// ("Frida"), so this is for texts that are a time and nothing else.
pub(super) fn misspelt(word: &str) -> Option<Weekday> {
    if word.len() < 5 || NO_DAYS.contains(&word) {
        return None;
    }
    let is_meant = |day: &str| {
        let swapped = word.len() == day.len() && sorted(word) == sorted(day);
        (swapped || day.len() > 5) && strsim::osa_distance(word, day) == 1
    };
    WEEKDAYS.iter().find(|(day, _)| is_meant(day)).map(|(_, weekday)| *weekday)
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// The month of that name, from 1.
pub(super) fn month_named(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "janvier" | "janv" => 1,
        "february" | "feb" | "fevrier" | "fev" | "fevr" => 2,
        "march" | "mar" | "mars" => 3,
        "april" | "apr" | "avril" | "avr" => 4,
        "may" | "mai" => 5,
        "june" | "jun" | "juin" => 6,
        "july" | "jul" | "juillet" | "juil" => 7,
        "august" | "aug" | "aout" => 8,
        "september" | "sep" | "sept" | "septembre" => 9,
        "october" | "oct" | "octobre" => 10,
        "november" | "nov" | "novembre" => 11,
        "december" | "dec" | "decembre" => 12,
        _ => return None,
    })
}

/// The number of that name.
pub(super) fn number_named(word: &str) -> Option<i64> {
    Some(match word {
        "a" | "an" | "one" | "un" | "une" => 1,
        "two" | "deux" => 2,
        "three" | "trois" => 3,
        "four" | "quatre" => 4,
        "five" | "cinq" => 5,
        "six" => 6,
        "seven" | "sept" => 7,
        "eight" | "huit" => 8,
        "nine" | "neuf" => 9,
        "ten" | "dix" => 10,
        "eleven" | "onze" => 11,
        "twelve" | "douze" => 12,
        "thirteen" | "treize" => 13,
        "fourteen" | "quatorze" => 14,
        "fifteen" | "quinze" => 15,
        "sixteen" | "seize" => 16,
        "seventeen" | "dixsept" => 17,
        "eighteen" | "dixhuit" => 18,
        "nineteen" | "dixneuf" => 19,
        "twenty" | "vingt" => 20,
        "thirty" | "trente" => 30,
        "forty" | "quarante" => 40,
        "fortyfive" | "quarantecinq" => 45,
        _ => return None,
    })
}

/// The day of a month of that name.
pub(super) fn ordinal_named(word: &str) -> Option<u32> {
    Some(match word {
        "first" | "premier" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "twentyfirst" => 21,
        "twentysecond" => 22,
        "twentythird" => 23,
        "twentyfourth" => 24,
        "twentyfifth" => 25,
        "twentysixth" => 26,
        "twentyseventh" => 27,
        "twentyeighth" => 28,
        "twentyninth" => 29,
        "thirtieth" => 30,
        "thirtyfirst" => 31,
        _ => return None,
    })
}

/// Whether words that are to be done end like a time, so that only half of it was read.
pub(super) fn leaves_time(what: &[Token]) -> bool {
    let last = match what {
        [.., Token::Word(the), Token::Number(_) | Token::Ordinal(_)] => {
            return matches!(the.as_str(), "le" | "the" | "du" | "on");
        }
        [.., Token::Word(last)] => last,
        _ => return false,
    };
    let dangles = matches!(
        last.as_str(),
        "every"
            | "each"
            | "chaque"
            | "tous"
            | "toutes"
            | "weekday"
            | "weekdays"
            | "and"
            | "et"
            | "or"
            | "ou"
            | "on"
            | "in"
            | "at"
            | "le"
            | "la"
            | "the"
            | "de"
            | "du"
            | "dans"
            | "next"
            | "fin"
            | "end"
            | "ici"
    );
    dangles || (last.len() > 3 && weekday_named(last).is_some())
}
