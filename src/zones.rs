//! Finds the time zone a person means: by its IANA name, or by a large city in it.

use crate::words::fold;
use chrono_tz::{TZ_VARIANTS, Tz};

/// Large cities that have no zone named after them, with one that keeps the same time.
const SAME_TIME: [(&str, Tz); 24] = [
    ("ottawa", Tz::America__Toronto),
    ("gatineau", Tz::America__Toronto),
    ("quebec", Tz::America__Toronto),
    ("laval", Tz::America__Toronto),
    ("sherbrooke", Tz::America__Toronto),
    ("trois-rivieres", Tz::America__Toronto),
    ("hamilton", Tz::America__Toronto),
    ("mississauga", Tz::America__Toronto),
    ("sudbury", Tz::America__Toronto),
    ("saguenay", Tz::America__Toronto),
    ("london, ontario", Tz::America__Toronto),
    ("st. john's", Tz::America__St_Johns),
    ("calgary", Tz::America__Edmonton),
    ("victoria", Tz::America__Vancouver),
    ("surrey", Tz::America__Vancouver),
    ("saskatoon", Tz::America__Regina),
    ("fredericton", Tz::America__Moncton),
    ("charlottetown", Tz::America__Halifax),
    ("saint john", Tz::America__Moncton),
    ("beijing", Tz::Asia__Shanghai),
    ("mumbai", Tz::Asia__Kolkata),
    ("delhi", Tz::Asia__Kolkata),
    ("lahore", Tz::Asia__Karachi),
    ("rabat", Tz::Africa__Casablanca),
];

/// The zone that a person means. `None` where the words name none, or none that can be told for sure: an offset such as
/// "GMT+1" does not know about summer time, and its IANA name means the opposite of what people mean by it.
pub fn find(typed: &str) -> Option<Tz> {
    // "Vancouver, BC" is Vancouver, unless both words together name another place.
    exactly(typed).or_else(|| exactly(typed.split_once(',')?.0))
}

fn exactly(typed: &str) -> Option<Tz> {
    let wanted = fold(typed).replace(' ', "_");
    let city = fold(typed);
    let named = |tz: &&Tz| tz.name().eq_ignore_ascii_case(&wanted);
    let in_city =
        |tz: &&Tz| tz.name().contains('/') && tz.name().rsplit('/').next().is_some_and(|last| fold(last) == wanted);
    let real = || {
        TZ_VARIANTS
            .iter()
            .filter(|tz| !tz.name().starts_with("Etc/") && !tz.name().contains(['+', '-']) || is_place(tz))
    };
    real()
        .find(named)
        .or_else(|| real().find(in_city))
        .copied()
        .or_else(|| SAME_TIME.iter().find(|(name, _)| *name == city).map(|(_, tz)| *tz))
}

/// A zone of a real place although its name has a hyphen: `America/Port-au-Prince`.
fn is_place(tz: &Tz) -> bool {
    tz.name().contains('/') && !tz.name().starts_with("Etc/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_name_and_by_city() {
        assert_eq!(find("america/toronto"), Some(Tz::America__Toronto));
        assert_eq!(find("Casablanca"), Some(Tz::Africa__Casablanca));
        assert_eq!(find("Montréal"), Some(Tz::America__Montreal));
        assert_eq!(find("new york"), Some(Tz::America__New_York));
        assert_eq!(find("Port-au-Prince"), Some(Tz::America__PortauPrince));
        assert_eq!(find("Québec"), Some(Tz::America__Toronto));
        assert_eq!(find("UTC"), Some(Tz::UTC));
        assert_eq!(find("Vancouver, BC"), Some(Tz::America__Vancouver));
        assert_eq!(find("London, Ontario"), Some(Tz::America__Toronto));
        assert_eq!(find("St. John's"), Some(Tz::America__St_Johns));
        assert_eq!(find("Mumbai"), Some(Tz::Asia__Kolkata));
        for nonsense in ["Narnia", "GMT+1", "Etc/GMT+1", "", "+5"] {
            assert_eq!(find(nonsense), None, "{nonsense}");
        }
    }
}
