//! What somebody does in a round, on a card for them alone: the asker's questions, the guest's part, the observer's criteria.
//!
//! Sources: COACHING.md, section 3, 15, 22; the criteria are advice of S0, S2, S3 and S4, named on the card.

use super::Scene;
use crate::chat::{Arg, Line, TextId};
use crate::coach::cells::Participant;
use crate::coach::criteria::{Chair, Criterion, criteria};
use crate::coach::plan::{Wanted, make};
use crate::coach::sentences::sentences;
use crate::ids::{Locale, PersonId};
use crate::night::evening::{Cell, Evening};
use crate::night::{Night, Part};
use crate::prompts::guests::Guest;
use crate::words::shorten;
use chrono::Datelike as _;

/// What a guest is told of the person they play.
const TOLD: [&str; 3] = ["background", "typical_day", "dislikes"];
/// How many sentences of an answer.
const SENTENCES: usize = 2;
/// The most characters of somebody's own words on a card.
const LONGEST: usize = 300;

/// The card of somebody in a cell.
pub(super) fn lines(scene: &Scene<'_>, night: &Night, evening: &Evening, cell: &Cell, person: &PersonId) -> Vec<Line> {
    let name = |person: &PersonId| Arg::Accounts(vec![evening.handle(person)]);
    let minutes = ("minutes", night.plan.minutes.into());
    let (round, number) = (("round", evening.round.into()), ("number", cell.number.into()));
    let (asker, guest) = (("asker", name(&cell.roles.asker)), ("guest", name(&cell.roles.guest)));
    if *person == cell.roles.asker {
        let mut lines = vec![Line::with("night-role-asker", [round, number, guest, minutes]), Line::Gap];
        lines.extend(questions(scene, night, evening.round, person));
        lines.extend([Line::Gap, Line::say("plan-closing")]);
        return lines;
    }
    if *person == cell.roles.guest {
        let mut lines = vec![Line::with("night-role-guest", [round, number, asker])];
        lines.extend(part(scene, night, evening, cell));
        return lines;
    }
    let mut lines = vec![Line::with("night-role-observer", [round, number, asker, guest]), Line::Gap];
    let criteria = criteria(Chair::Observer, scene.circle.job_ask);
    let sources = criteria.clone().map(|one| TextId(format!("advice/{}", one.advice()))).collect();
    lines.extend((1usize..).zip(criteria).map(|(at, one)| Line::with(look(one), [("at", at.into())])));
    lines.push(Line::with("night-look-sources", [("sources", Arg::Sources(sources))]));
    lines.extend([Line::Gap, Line::say("night-role-observer-after")]);
    lines
}

/// The asker's questions: of the plan that they made last, or a few that are good to ask anybody, others in each round.
fn questions(scene: &Scene<'_>, night: &Night, round: u32, person: &PersonId) -> Vec<Line> {
    let locale = language(scene, night, person);
    let own = scene.circle.people.get(person).and_then(|companion| companion.plan.as_ref());
    let (made, head) = match own {
        Some(plan) if !plan.lines.is_empty() => (plan.lines.clone(), "night-your-plan"),
        _ => {
            let (goals, needs) = (&[][..], &[][..]);
            let turn = usize::try_from(round.saturating_sub(1)).unwrap_or(0);
            let minutes = night.plan.minutes;
            let wanted = Wanted { minutes, locale, goals, needs, own: Vec::new(), suits: Vec::new(), turn };
            (make(&scene.prompts.bank, &wanted).0, "night-usual-plan")
        }
    };
    let mut lines = vec![Line::say(head)];
    for (at, line) in (1usize..).zip(made) {
        lines.push(Line::with(
            "night-question",
            [("at", at.into()), ("question", Arg::Words(shorten(&line.words, LONGEST)))],
        ));
    }
    lines
}

/// Whom the guest is: themselves, where they offered to speak of their work, or somebody whom they play.
fn part(scene: &Scene<'_>, night: &Night, evening: &Evening, cell: &Cell) -> Vec<Line> {
    let person = &cell.roles.guest;
    let seat = night.seats.iter().find(|seat| seat.person == *person).map(|seat| &seat.part);
    let on_board = scene.circle.people.get(person).and_then(|companion| companion.speaks_of.as_ref());
    let speaks = |work: &String| Line::with("night-guest-self", [("work", Arg::Words(shorten(work, LONGEST)))]);
    match seat {
        Some(Part::Guest(Some(work))) => vec![speaks(work)],
        Some(Part::Guest(None)) => match on_board {
            Some(work) => vec![speaks(work)],
            None => vec![Line::say("night-guest-own")],
        },
        _ => match on_board {
            Some(work) => vec![speaks(work)],
            None => played(scene, night, evening, cell),
        },
    }
}

/// Somebody for the guest to play, near what the asker is curious about where there is one.
fn played(scene: &Scene<'_>, night: &Night, evening: &Evening, cell: &Cell) -> Vec<Line> {
    let locale = language(scene, night, &cell.roles.guest);
    let guests: Vec<&Guest> = scene.prompts.guests.iter().collect();
    let asker = scene.circle.people.get(&cell.roles.asker);
    let curious = asker.and_then(|asker| asker.field.clone()).or_else(|| night.plan.topic.clone());
    let wish = Participant { curious_about: curious, ..Participant::new(cell.roles.asker.clone()) };
    let fits = |guest: &&&Guest| {
        let voice = guest.voice(locale);
        let speaks_of = Some(format!("{} {}", voice.title, voice.field));
        wish.would_ask(&Participant { speaks_of, ..Participant::new(cell.roles.guest.clone()) })
    };
    // Every cell and every round has another one.
    let turn = evening.seed.wrapping_add(u64::from(evening.round) * 7 + u64::from(cell.number));
    let at = usize::try_from(turn % guests.len().max(1) as u64).unwrap_or(0);
    let Some(guest) = guests.iter().find(fits).copied().or_else(|| guests.get(at).copied()) else { return Vec::new() };
    let (voice, year) = (guest.voice(locale), scene.now.utc().year());
    let fill = |text: &str| Arg::Words(guest.fill(locale, text, year));
    let mut lines =
        vec![Line::with("night-guest-played", [("about", fill(&voice.about))]), Line::say("night-guest-says")];
    lines.extend(TOLD.iter().filter_map(|topic| voice.topics.get(*topic)).map(|answers| {
        let end = sentences(&answers.first)
            .get(..SENTENCES)
            .and_then(<[_]>::last)
            .map_or(answers.first.len(), |sentence| sentence.end);
        Line::with("night-guest-line", [("words", fill(&answers.first[..end]))])
    }));
    lines.push(Line::say("night-guest-how"));
    lines
}

fn language(scene: &Scene<'_>, night: &Night, person: &PersonId) -> Locale {
    scene.circle.people.get(person).map_or(night.plan.locale, |companion| companion.locale)
}

/// What an observer looks for, as it stands on their card.
const fn look(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Opening => "night-look-opening",
        Criterion::Open => "night-look-open",
        Criterion::Example => "night-look-example",
        Criterion::Subjects => "night-look-subjects",
        Criterion::Time => "night-look-time",
        Criterion::Closing => "night-look-closing",
        Criterion::Job => "night-look-job",
        Criterion::Upfront => "night-look-upfront",
    }
}
