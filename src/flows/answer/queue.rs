//! Which questions a round has: first what went badly, then what was not asked for the longest time.

use crate::coach::weak::Drill;
use crate::flows::{Cx, weak};
use crate::prompts::answers::Asked;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The situations in life that a question is asked in only, where it names them.
const SITUATIONS: [&str; 4] = ["newcomer", "student", "career_change", "returning"];

/// The ids of the questions of a round.
pub(super) fn round(cx: &Cx<'_>, count: usize) -> Vec<String> {
    let all: Vec<&Asked> = cx.prompts.answers.questions.iter().filter(|asked| asked.speaks(cx.locale)).collect();
    let weak: Vec<&str> =
        weak::of(&cx.library.weak_points, Drill::Answer).into_iter().map(|point| point.point.as_str()).collect();
    let mut round: Vec<&Asked> =
        weak.iter().filter_map(|id| all.iter().find(|asked| asked.id == *id)).copied().take(count).collect();
    let about = [cx.person.field.as_deref(), cx.person.purpose.as_deref()].into_iter().flatten();
    let about = about.collect::<Vec<_>>().join(". ");
    let suits = cx.prompts.bank.suits_in(&about);
    // Answered long ago, or never, comes before what was answered lately.
    let lately = |asked: &Asked| {
        let place = cx.library.answered.iter().position(|id| *id == asked.id);
        place.map_or(0, |place| cx.library.answered.len() - place)
    };
    let is_odd = |asked: &Asked| {
        let of_some = asked.suits.iter().any(|suit| SITUATIONS.contains(&suit.as_str()));
        of_some && !asked.suits.iter().any(|suit| suits.contains(&suit.as_str()))
    };
    let chance = |asked: &Asked| {
        let mut hasher = DefaultHasher::new();
        (cx.seed, &asked.id).hash(&mut hasher);
        hasher.finish()
    };
    let mut others: Vec<&Asked> = all.into_iter().filter(|asked| !weak.contains(&asked.id.as_str())).collect();
    // Who has never sat here begins with the question that everybody asks.
    let is_first = cx.library.answered.is_empty();
    let opens = |asked: &Asked| is_first && asked.id == "about_yourself";
    others.sort_by_key(|asked| (!opens(asked), is_odd(asked), lately(asked), chance(asked)));
    let mut rest: Vec<&Asked> = others.into_iter().take(count.saturating_sub(round.len())).collect();
    rest.sort_by_key(|asked| (!opens(asked), asked.stage));
    round.extend(rest);
    round.into_iter().map(|asked| asked.id.clone()).collect()
}
