//! What went badly in a practice comes back after a day, three days and a week, never later than the day before a planned meeting, and stops
//! when it has gone well twice.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// After how many days something comes back.
pub const COMES_BACK: [u64; 3] = [1, 3, 7];
/// How often it must go well.
const TWICE: u32 = 2;
/// The most that is remembered: with more, nobody knows where to begin.
const MOST: usize = 12;

/// Where something was practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drill {
    /// The learner asks.
    Ask,
    /// The learner is asked.
    Answer,
}

/// Something that went badly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeakPoint {
    /// Where.
    pub drill: Drill,
    /// What: the name of a thing to sharpen, or the id of a question.
    pub point: String,
    /// The day on which it went badly last.
    pub badly_on: NaiveDate,
    /// How often it has gone well since.
    pub well: u32,
}

/// How something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// Well.
    Well,
    /// Badly.
    Badly,
}

/// The weak points after a practice.
pub fn after(points: &[WeakPoint], drill: Drill, went: &[(String, Went)], today: NaiveDate) -> Vec<WeakPoint> {
    let mut points = points.to_vec();
    for (point, went) in went {
        let known = points.iter().position(|known| known.drill == drill && known.point == *point);
        match (known, went) {
            (Some(at), Went::Well) => points[at].well += 1,
            (Some(at), Went::Badly) => points[at] = WeakPoint { well: 0, badly_on: today, ..points[at].clone() },
            (None, Went::Badly) => {
                points.push(WeakPoint { drill, point: point.clone(), badly_on: today, well: 0 });
            }
            (None, Went::Well) => {}
        }
    }
    points.retain(|point| point.well < TWICE);
    points.sort_by_key(|point| std::cmp::Reverse(point.badly_on));
    points.truncate(MOST);
    points
}

impl WeakPoint {
    /// The days on which it is offered. A day after the one before the next meeting becomes that day.
    pub fn offered_on(&self, meetings: &[NaiveDate]) -> BTreeSet<NaiveDate> {
        let last = meetings.iter().filter(|day| **day > self.badly_on).min().and_then(NaiveDate::pred_opt);
        let days = COMES_BACK.iter().filter_map(|after| self.badly_on.checked_add_days(Days::new(*after)));
        days.map(|day| last.map_or(day, |last| day.min(last))).collect()
    }
}

/// The days after today on which something is offered.
pub fn days(points: &[WeakPoint], meetings: &[NaiveDate], today: NaiveDate) -> BTreeSet<NaiveDate> {
    points.iter().flat_map(|point| point.offered_on(meetings)).filter(|day| *day > today).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).expect("a day")
    }

    fn went(point: &str, went: Went) -> [(String, Went); 1] {
        [(point.to_owned(), went)]
    }

    #[test]
    fn what_went_badly_comes_back_until_it_went_well_twice() {
        let points = after(&[], Drill::Ask, &went("closed", Went::Badly), day(2));
        assert_eq!(days(&points, &[], day(2)), BTreeSet::from([day(3), day(5), day(9)]));
        let points = after(&points, Drill::Ask, &went("closed", Went::Well), day(3));
        assert_eq!(days(&points, &[], day(3)), BTreeSet::from([day(5), day(9)]));
        // In the other drill it is another thing.
        assert_eq!(after(&points, Drill::Answer, &went("closed", Went::Well), day(4)), points);
        let again = after(&points, Drill::Ask, &went("closed", Went::Badly), day(4));
        assert_eq!((again[0].well, days(&again, &[], day(4))), (0, BTreeSet::from([day(5), day(7), day(11)])));
        assert_eq!(after(&points, Drill::Ask, &went("closed", Went::Well), day(5)), []);
    }

    #[test]
    fn nothing_comes_later_than_the_day_before_a_meeting() {
        let points = after(&[], Drill::Answer, &went("why_me", Went::Badly), day(2));
        assert_eq!(days(&points, &[day(6)], day(2)), BTreeSet::from([day(3), day(5)]));
        assert_eq!(days(&points, &[day(4), day(20)], day(2)), BTreeSet::from([day(3)]));
        // Tomorrow: the day before is today, and that is now.
        assert_eq!(days(&points, &[day(3)], day(2)), BTreeSet::new());
        // A meeting that was before it went badly says nothing.
        assert_eq!(days(&points, &[day(1)], day(2)), BTreeSet::from([day(3), day(5), day(9)]));
    }

    #[test]
    fn no_more_is_remembered_than_somebody_can_practise() {
        let many: Vec<(String, Went)> = (0..40).map(|number| (format!("p{number}"), Went::Badly)).collect();
        assert_eq!(after(&[], Drill::Answer, &many, day(2)).len(), MOST);
    }
}
