//! Finds the time zone a person means: by its IANA name, or by a large city in it.

use crate::clock::Moment;
use crate::words::{fold, plain_letters};
use chrono::{LocalResult, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _};
use chrono_tz::{TZ_VARIANTS, Tz};

/// Large cities that have no zone named after them, with one that keeps the same time.
const SAME_TIME: [(&str, Tz); 46] = [
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
    ("ontario", Tz::America__Toronto),
    ("new brunswick", Tz::America__Moncton),
    ("nouveau-brunswick", Tz::America__Moncton),
    ("nova scotia", Tz::America__Halifax),
    ("nouvelle-ecosse", Tz::America__Halifax),
    ("manitoba", Tz::America__Winnipeg),
    ("saskatchewan", Tz::America__Regina),
    ("alberta", Tz::America__Edmonton),
    ("british columbia", Tz::America__Vancouver),
    ("colombie-britannique", Tz::America__Vancouver),
    ("alger", Tz::Africa__Algiers),
    ("le caire", Tz::Africa__Cairo),
    ("londres", Tz::Europe__London),
    ("bruxelles", Tz::Europe__Brussels),
    ("geneve", Tz::Europe__Zurich),
    ("lyon", Tz::Europe__Paris),
    ("marseille", Tz::Europe__Paris),
    ("lisbonne", Tz::Europe__Lisbon),
    ("pekin", Tz::Asia__Shanghai),
    ("la havane", Tz::America__Havana),
    ("damas", Tz::Asia__Damascus),
    ("beyrouth", Tz::Asia__Beirut),
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
            // "EST" keeps no summer time, which nobody means who says it.
            .filter(|tz| {
                tz.name().contains('/')
                    || tz.name().len() > 3 && !tz.name().contains(|c: char| c.is_ascii_digit())
                    || **tz == Tz::UTC
            })
    };
    real()
        .find(named)
        .or_else(|| real().find(in_city))
        .copied()
        .or_else(|| SAME_TIME.iter().find(|(name, _)| *name == city).map(|(_, tz)| *tz))
}

/// Zones where many people live, for somebody who knows only their offset.
const LARGE: [Tz; 30] = [
    Tz::America__Vancouver,
    Tz::America__Edmonton,
    Tz::America__Regina,
    Tz::America__Winnipeg,
    Tz::America__Toronto,
    Tz::America__Halifax,
    Tz::America__St_Johns,
    Tz::America__Mexico_City,
    Tz::America__Bogota,
    Tz::America__Lima,
    Tz::America__PortauPrince,
    Tz::America__Caracas,
    Tz::America__Sao_Paulo,
    Tz::Europe__London,
    Tz::Africa__Casablanca,
    Tz::Africa__Abidjan,
    Tz::Africa__Lagos,
    Tz::Africa__Algiers,
    Tz::Europe__Paris,
    Tz::Africa__Cairo,
    Tz::Europe__Kyiv,
    Tz::Africa__Nairobi,
    Tz::Europe__Istanbul,
    Tz::Asia__Dubai,
    Tz::Asia__Karachi,
    Tz::Asia__Kolkata,
    Tz::Asia__Dhaka,
    Tz::Asia__Shanghai,
    Tz::Asia__Manila,
    Tz::Asia__Tokyo,
];

/// Zones whose city begins like what is being typed, large ones first; at most so many.
pub fn beginning(typed: &str, most: usize) -> Vec<Tz> {
    let typed = fold(typed);
    let city = |tz: &Tz| fold(&tz.name().rsplit('/').next().unwrap_or_default().replace('_', " "));
    let mut found: Vec<Tz> = LARGE.iter().copied().filter(|tz| city(tz).starts_with(&typed)).collect();
    if !typed.is_empty() {
        let known = SAME_TIME.iter().filter(|(name, _)| name.starts_with(&typed)).map(|(_, tz)| *tz);
        let real = TZ_VARIANTS.iter().copied().filter(|tz| is_place(tz) && city(tz).starts_with(&typed));
        for tz in known.chain(real) {
            if !found.contains(&tz) {
                found.push(tz);
            }
        }
    }
    found.truncate(most);
    found
}

/// The large zones that now keep the offset a text names ("UTC-5", "GMT+1", "+05:30"). `None` where it names no offset: an
/// offset alone does not know about summer time, so the person is asked which of these is meant.
pub fn at_offset(typed: &str, now: Moment) -> Option<Vec<Tz>> {
    let text: String = typed.to_uppercase().split_whitespace().collect();
    let text = text.strip_prefix("UTC").or(text.strip_prefix("GMT")).unwrap_or(&text).replace('\u{2212}', "-");
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = digits.split_once([':', 'H']).unwrap_or((digits, "0"));
    let (hours, minutes): (i32, i32) =
        (hours.parse().ok()?, if minutes.is_empty() { 0 } else { minutes.parse().ok()? });
    if !(0..=14).contains(&hours) || !(0..60).contains(&minutes) {
        return None;
    }
    let wanted = sign * (hours * 3600 + minutes * 60);
    let keeps = |tz: &&Tz| now.utc().with_timezone(*tz).offset().fix().local_minus_utc() == wanted;
    Some(LARGE.iter().filter(keeps).copied().collect())
}

/// A time on the clocks of a zone, as a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The moment.
    pub moment: Moment,
    /// What the clocks show then: another time than was asked for, where that one does not exist.
    pub wall: NaiveDateTime,
    /// What is odd about it.
    pub odd: Option<Odd>,
}

/// What happens to a time on the day when the clocks change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// The clocks leap over it: the time as much later was taken.
    Skipped,
    /// It comes twice: the first was taken.
    Twice,
}

/// The moment at which the clocks of a zone show that time. One that they leap over is taken as much later as they leap; of one
/// that comes twice, the first is taken.
pub fn resolve(wall: NaiveDateTime, zone: Tz) -> Resolved {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(time) => Resolved { moment: time.to_utc().into(), wall, odd: None },
        LocalResult::Ambiguous(first, _) => Resolved { moment: first.to_utc().into(), wall, odd: Some(Odd::Twice) },
        LocalResult::None => {
            // The offset from before the leap, kept beyond it: no zone leaps more than a day, or so soon after another leap.
            let before = zone.from_local_datetime(&(wall - TimeDelta::hours(26))).earliest();
            let offset = before.map_or(0, |before| before.offset().fix().local_minus_utc());
            let moment = Moment::from((wall - TimeDelta::seconds(i64::from(offset))).and_utc());
            Resolved { moment, wall: on_clocks(moment, zone), odd: Some(Odd::Skipped) }
        }
    }
}

/// Cities that have another name in French.
const IN_FRENCH: [(&str, &str); 31] = [
    ("Algiers", "Alger"),
    ("Athens", "Athènes"),
    ("Bogota", "Bogotá"),
    ("Brussels", "Bruxelles"),
    ("Bucharest", "Bucarest"),
    ("Beirut", "Beyrouth"),
    ("Copenhagen", "Copenhague"),
    ("Damascus", "Damas"),
    ("Dhaka", "Dacca"),
    ("Edinburgh", "Édimbourg"),
    ("Guadeloupe", "la Guadeloupe"),
    ("Havana", "La Havane"),
    ("Ho Chi Minh", "Hô Chi Minh-Ville"),
    ("Jerusalem", "Jérusalem"),
    ("Kabul", "Kaboul"),
    ("Kolkata", "Calcutta"),
    ("Lisbon", "Lisbonne"),
    ("London", "Londres"),
    ("Martinique", "la Martinique"),
    ("Manila", "Manille"),
    ("Mexico City", "Mexico"),
    ("Montreal", "Montréal"),
    ("Moscow", "Moscou"),
    ("Reunion", "La Réunion"),
    ("Sao Paulo", "São Paulo"),
    ("Seoul", "Séoul"),
    ("Singapore", "Singapour"),
    ("St Johns", "Saint-Jean, à Terre-Neuve"),
    ("Tehran", "Téhéran"),
    ("Vienna", "Vienne"),
    ("Warsaw", "Varsovie"),
];

/// "de Toronto", "d'Edmonton", "de Londres": a city of a zone, as it stands after "l'heure" in French.
pub fn of_city(name: &str) -> String {
    match name {
        "Cairo" => return "du Caire".to_owned(),
        "UTC" => return "UTC".to_owned(),
        _ => {}
    }
    let city = IN_FRENCH.iter().find(|(english, _)| *english == name).map_or(name, |(_, french)| french);
    let begins_with_vowel = plain_letters(city).to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u']);
    if begins_with_vowel { format!("d'{city}") } else { format!("de {city}") }
}

/// How the time of a zone is called there at that moment, where it has a name: "EST", "CEST".
pub fn short_name(moment: Moment, zone: Tz) -> String {
    zone.from_utc_datetime(&on_clocks(moment, Tz::UTC)).format("%Z").to_string()
}

/// The second moment at which the clocks of a zone show that time, where it comes twice.
pub fn second(wall: NaiveDateTime, zone: Tz) -> Option<Moment> {
    match zone.from_local_datetime(&wall) {
        LocalResult::Ambiguous(_, second) => Some(second.to_utc().into()),
        LocalResult::Single(_) | LocalResult::None => None,
    }
}

/// What the clocks of a zone show at a moment.
pub fn on_clocks(moment: Moment, zone: Tz) -> NaiveDateTime {
    moment.utc().with_timezone(&zone).naive_local()
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
        for nonsense in ["Narnia", "EST", "GMT+1", "Etc/GMT+1", "", "+5"] {
            assert_eq!(find(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn an_offset_is_answered_with_the_places_that_keep_it_now() {
        // 2 March and 2 July 2026.
        let (winter, summer) = (Moment(1_772_460_000_000), Moment(1_782_993_600_000));
        let named = |typed: &str, now| {
            at_offset(typed, now).map(|zones| zones.iter().map(|zone| zone.name()).collect::<Vec<_>>())
        };
        assert_eq!(
            named("UTC-5", winter).unwrap(),
            ["America/Toronto", "America/Bogota", "America/Lima", "America/Port-au-Prince"]
        );
        assert!(!named("gmt -05:00", summer).unwrap().contains(&"America/Toronto"));
        assert_eq!(named("+5:30", winter).unwrap(), ["Asia/Kolkata"]);
        assert_eq!(named("UTC+13", winter).unwrap(), [] as [&str; 0]);
        for nonsense in ["Toronto", "", "+", "UTC-99", "-5:99", "UTC"] {
            assert_eq!(named(nonsense, winter), None, "{nonsense}");
        }
    }

    #[test]
    fn a_time_that_does_not_exist_or_comes_twice_is_taken_once() {
        let on = |month, day, hour, minute, zone| {
            let wall =
                chrono::NaiveDate::from_ymd_opt(2026, month, day).and_then(|day| day.and_hms_opt(hour, minute, 0));
            let resolved = resolve(wall.unwrap_or_default(), zone);
            (resolved.wall.format("%H:%M").to_string(), resolved.odd, resolved.moment.utc().format("%H:%M").to_string())
        };
        let toronto = Tz::America__Toronto;
        assert_eq!(on(3, 8, 2, 30, toronto), ("03:30".into(), Some(Odd::Skipped), "07:30".into()));
        assert_eq!(on(3, 8, 3, 30, toronto), ("03:30".into(), None, "07:30".into()));
        assert_eq!(on(11, 1, 1, 30, toronto), ("01:30".into(), Some(Odd::Twice), "05:30".into()));
        let half_past_one =
            chrono::NaiveDate::from_ymd_opt(2026, 11, 1).and_then(|day| day.and_hms_opt(1, 30, 0)).unwrap_or_default();
        assert_eq!(
            second(half_past_one, toronto).map(|moment| moment.utc().format("%H:%M").to_string()),
            Some("06:30".into())
        );
        assert_eq!(on(11, 1, 9, 0, toronto), ("09:00".into(), None, "14:00".into()));
        // Morocco leaves its usual time for Ramadan: on 15 February 2026 at 3:00 back to 2:00, on 22 March at 2:00 on to 3:00.
        assert_eq!(on(2, 15, 2, 30, Tz::Africa__Casablanca), ("02:30".into(), Some(Odd::Twice), "01:30".into()));
        assert_eq!(on(3, 22, 2, 30, Tz::Africa__Casablanca), ("03:30".into(), Some(Odd::Skipped), "02:30".into()));
    }
}
