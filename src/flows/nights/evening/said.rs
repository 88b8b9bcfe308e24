//! What is said while an evening goes on: in the room, in each cell's thread, and to one person alone.

use super::recap::{MOST_NAMES, recap};
use super::{Scene, role};
use crate::chat::{Arg, Choice, ChoiceId, Line, Message};
use crate::clock::Moment;
use crate::flows::nights::{card, city, line, told, topic};
use crate::flows::{Effect, Post, Posted, Record};
use crate::hours::TimeOfDay;
use crate::ids::PersonId;
use crate::night::evening::{Cell, Ending, Evening, Happening, Phase, Signal, Stands};
use crate::night::{Meets, Night, Status};
use crate::zones::on_clocks;
use std::collections::BTreeMap;

/// Everything that follows from what happened: the evening as it now is, and what is said of it.
pub(super) fn said(scene: &Scene<'_>, night: &Night, evening: Evening, happened: &[Happening]) -> Vec<Effect> {
    let is_over = evening.phase == Phase::Over;
    let status = if is_over { Status::Over } else { night.status };
    let after = Night { status, evening: Some(evening.clone()), ..night.clone() };
    let before = night.evening.as_ref();
    let telling = Telling { scene, night: &after, evening: &evening, before, is_back: is_spoken(happened) };
    let mut effects = vec![Effect::Record(Record::Evening(Box::new(after.clone())))];
    for what in happened {
        effects.extend(telling.of(what));
    }
    if is_over {
        effects.extend([card::card(&after), telling.standing()]);
    } else if telling.standing_changed() || happened.iter().any(|what| telling.changes_standing(what)) {
        effects.push(telling.standing());
    }
    effects
}

/// Whether the bot was away, and says so with the next thing that each cell is told.
fn is_spoken(happened: &[Happening]) -> bool {
    let others = |what: &Happening| {
        let wait = matches!(what, Happening::Call | Happening::Wait);
        wait || matches!(what, Happening::Signal(_) | Happening::TimeUp | Happening::Round(_))
    };
    happened.contains(&Happening::Back) && happened.iter().any(others)
}

/// The message on which people say that they are there, at the check-in.
pub(super) fn check_in(night: &Night) -> Effect {
    let [clock, zone] = clock(night, night.evening.as_ref().and_then(Evening::ends).unwrap_or(night.plan.starts_at));
    let mut lines = vec![Line::with("night-check-in", [clock, zone, ("topic", topic(night))])];
    lines.extend([Line::Gap, names(night)]);
    post(night, Message::of(lines).choices([here(), go()]).to_keep(), Posted::CheckIn)
}

/// Somebody came: at the check-in that is shown.
pub(super) fn came(night: &Night, evening: Evening) -> Vec<Effect> {
    let is_shown = matches!(evening.phase, Phase::CheckIn { .. });
    let after = Night { evening: Some(evening), ..night.clone() };
    let shown = is_shown.then(|| check_in(&after));
    [Effect::Record(Record::Evening(Box::new(after)))].into_iter().chain(shown).collect()
}

/// There is more time.
pub(super) fn extended(night: &Night, evening: Evening, minutes: u32) -> Vec<Effect> {
    let after = Night { evening: Some(evening.clone()), ..night.clone() };
    let [until, zone] = clock(night, evening.ends().unwrap_or(night.plan.starts_at));
    let more = |cell: &Cell| {
        let called = ("called", everybody(&evening, cell));
        let line = Line::with("night-more-time", [called, ("minutes", minutes.into()), until.clone(), zone.clone()]);
        post(&after, Message::of([line]), Posted::Signal(cell.number))
    };
    let mut effects = vec![Effect::Record(Record::Evening(Box::new(after.clone())))];
    effects.extend(evening.cells.iter().map(more));
    effects.push(standing(&after, &evening));
    effects
}

/// One turn's telling.
struct Telling<'a> {
    scene: &'a Scene<'a>,
    night: &'a Night,
    evening: &'a Evening,
    /// How it was before.
    before: Option<&'a Evening>,
    /// Whether each cell is told first that the bot was away.
    is_back: bool,
}

impl Telling<'_> {
    fn of(&self, what: &Happening) -> Vec<Effect> {
        match what {
            Happening::Round(known) => self.round(*known),
            Happening::Signal(signal) => self.in_cells(|cell| (vec![self.signal(*signal, cell)], Vec::new())),
            Happening::TimeUp => self.in_cells(|cell| self.time_up(cell)),
            Happening::Call => self.call("night-call"),
            Happening::Wait => self.call("night-call-again"),
            Happening::Back if self.is_back => Vec::new(),
            Happening::Back => self.back(),
            Happening::Turned(number, gone, changed) => self.turned(*number, gone, changed),
            Happening::Merged(number, person) => self.merged(*number, person),
            Happening::Alone(people) => self.tell(people, "night-alone"),
            // Where it is over by that, the room says so.
            Happening::Missed(_) if self.evening.phase == Phase::Over => Vec::new(),
            Happening::Missed(people) => self.tell(people, "night-missed"),
            Happening::NoRoom(people) => self.tell(people, "night-no-room"),
            Happening::Over(ending) => self.over(*ending),
        }
    }

    /// A round begins: threads for new cells, who is what, and to everybody alone what they do.
    fn round(&self, known: u32) -> Vec<Effect> {
        let (night, evening) = (self.night, self.evening);
        let mut effects = vec![self.cells()];
        effects.extend(self.called_as_guests());
        for cell in &evening.cells {
            let number = ("number", cell.number.into());
            if cell.number > known {
                let people = cell.people.iter().map(|person| evening.handle(person)).collect();
                let opening = Line::with("night-cell", [number.clone(), ("names", Arg::Accounts(people))]);
                let title = Line::with("night-cell-title", [number.clone()]);
                effects.push(post(night, Message::of([opening]), Posted::Cell(cell.number, title)));
            }
            let [until, zone] = self.until();
            let minutes = ("minutes", night.plan.minutes.into());
            let (round, rounds) = (("round", evening.round.into()), ("rounds", evening.rounds.into()));
            let mut lines: Vec<Line> = self.away().into_iter().collect();
            lines.push(Line::with("night-round", [number, round, rounds, minutes, until, zone]));
            lines.push(self.roles("night-roles", cell, &[]));
            match &night.plan.meets {
                Meets::Threads => lines.push(Line::say("night-write-here")),
                meets => lines.push(card::meets(meets)),
            }
            lines.push(Line::say("night-card-comes"));
            let message = Message::of(lines).choices([card_choice(), go()]).to_keep();
            effects.push(post(night, message, Posted::InCell(cell.number)));
            effects.extend(cell.people.iter().map(|person| self.private(cell, person)));
        }
        effects
    }

    /// Who sits with whom by now, to be remembered.
    fn cells(&self) -> Effect {
        Effect::Record(Record::Cells(self.night.id.clone(), self.evening.round, self.evening.cells.clone()))
    }

    /// The guests who speak of their own work because they are on the board: this night counts for them.
    fn called_as_guests(&self) -> impl Iterator<Item = Effect> {
        let guests = self.evening.cells.iter().map(|cell| &cell.roles.guest);
        let is_on_board =
            |guest: &&PersonId| self.scene.circle.people.get(guest).is_some_and(|one| one.speaks_of.is_some());
        guests.filter(is_on_board).map(|guest| Effect::Record(Record::GuestCall(self.night.id.clone(), guest.clone())))
    }

    /// Who is what in a cell: everybody there is called.
    fn roles(&self, key: &'static str, cell: &Cell, more: &[(&'static str, Arg)]) -> Line {
        let called = |people: &[PersonId]| Arg::Called(people.iter().map(|one| self.evening.handle(one)).collect());
        let roles = &cell.roles;
        let mut args: Vec<(&str, Arg)> = vec![
            ("asker", called(std::slice::from_ref(&roles.asker))),
            ("guest", called(std::slice::from_ref(&roles.guest))),
            ("count", roles.observers.len().into()),
            ("observers", called(&roles.observers)),
        ];
        args.extend(more.iter().cloned());
        Line::Speech(key.into(), args.into_iter().map(|(name, arg)| (name.to_owned(), arg)).collect())
    }

    /// What somebody does in this round, for them alone.
    fn private(&self, cell: &Cell, person: &PersonId) -> Effect {
        let message = Message::of(role::lines(self.scene, self.night, self.evening, cell, person));
        let name = crate::chat::CardName::of_role(&self.night.id, self.evening.round, person);
        match told(person, self.night, message) {
            Effect::Tell(told) => Effect::Tell(Box::new(crate::flows::Told { card: Some(name), ..*told })),
            effect => effect,
        }
    }

    fn signal(&self, signal: Signal, cell: &Cell) -> Line {
        let called = ("called", everybody(self.evening, cell));
        let left = self.evening.ends().map_or(0, |ends| ends.since(self.scene.now).as_secs().div_ceil(60));
        let left = ("left", usize::try_from(left).unwrap_or(0).into());
        let asker = ("asker", Arg::Accounts(vec![self.evening.handle(&cell.roles.asker)]));
        match signal {
            Signal::Thirds => Line::with("night-signal-thirds", [called, left]),
            Signal::Short => Line::with("night-signal-short", [called, asker]),
        }
    }

    fn time_up(&self, cell: &Cell) -> (Vec<Line>, Vec<Choice>) {
        let called = ("called", everybody(self.evening, cell));
        let observers = cell.roles.observers.len();
        let mut lines = vec![Line::with("night-time-up", [called])];
        lines.push(Line::with("night-feedback", [("count", observers.into())]));
        let id = ChoiceId::new(format!("{}{}", card::FEEDBACK, self.evening.round));
        let look_back = Choice { id, label: "choice-night-feedback".into(), args: BTreeMap::new(), value: None };
        lines.push(Line::say("night-feedback-card"));
        if self.evening.is_last() {
            lines.push(Line::say("night-feedback-last"));
            return (lines, vec![look_back]);
        }
        lines.push(Line::say("night-feedback-next"));
        (lines, vec![here(), go(), look_back])
    }

    /// Those who have not said that they go on are called, each in their cell.
    fn call(&self, key: &'static str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for cell in &self.evening.cells {
            let silent = cell.people.iter().filter(|person| {
                self.evening.attendee(person).is_some_and(|attendee| attendee.stands == Stands::Asked)
            });
            let silent: Vec<String> = silent.map(|person| self.evening.handle(person)).collect();
            if !silent.is_empty() {
                let [until, zone] = self.until();
                let mut lines = vec![Line::with(key, [("called", Arg::Called(silent)), until, zone])];
                lines.splice(0..0, self.away());
                let message = Message::of(lines).choices([here(), go()]).to_keep();
                effects.push(post(self.night, message, Posted::Signal(cell.number)));
            }
        }
        effects
    }

    /// The bot is back: how things stand.
    fn back(&self) -> Vec<Effect> {
        let [until, zone] = self.until();
        let (round, rounds) = (("round", self.evening.round.into()), ("rounds", self.evening.rounds.into()));
        match &self.evening.phase {
            Phase::CheckIn { .. } => {
                let message = Message::of([Line::with("night-back-check-in", [until, zone])]);
                vec![post(self.night, message, Posted::Plain)]
            }
            Phase::Talk { .. } => {
                let line = Line::with("night-back-talk", [round, rounds, until, zone]);
                self.in_cells(|_| (vec![line.clone()], Vec::new()))
            }
            Phase::Feedback { .. } if self.evening.is_last() => {
                self.in_cells(|_| (vec![Line::say("night-back-last")], Vec::new()))
            }
            Phase::Feedback { .. } => {
                let line = Line::with("night-back-feedback", [until, zone]);
                self.in_cells(|_| (vec![line.clone()], vec![here(), go()]))
            }
            Phase::Over => Vec::new(),
        }
    }

    fn away(&self) -> Option<Line> {
        self.is_back.then(|| Line::say("night-back"))
    }

    fn turned(&self, number: u32, gone: &PersonId, changed: &[PersonId]) -> Vec<Effect> {
        let Some(cell) = self.cell(number) else { return Vec::new() };
        let gone = [("gone", Arg::Accounts(vec![self.evening.handle(gone)]))];
        let line = self.roles("night-turned", cell, &gone);
        let mut effects = vec![self.cells(), post(self.night, Message::of([line]), Posted::InCell(number))];
        effects.extend(self.called_as_guests());
        effects.extend(changed.iter().map(|person| self.private(cell, person)));
        effects
    }

    fn merged(&self, number: u32, person: &PersonId) -> Vec<Effect> {
        let Some(cell) = self.cell(number) else { return Vec::new() };
        let called = ("called", Arg::Called(vec![self.evening.handle(person)]));
        let line = Line::with("night-merged", [called]);
        let mut effects = vec![self.cells(), post(self.night, Message::of([line]), Posted::InCell(number))];
        let moved = Message::of([Line::with("night-told-merged", [("number", number.into())])]);
        effects.extend([told(person, self.night, moved), self.private(cell, person)]);
        effects
    }

    /// It is over: the cells know, where they were still talking, and the room is told who took part.
    fn over(&self, ending: Ending) -> Vec<Effect> {
        let mut effects = Vec::new();
        if ending == Ending::Ended {
            let ended = Message::say("night-ended-cell");
            let told =
                self.evening.cells.iter().map(|cell| post(self.night, ended.clone(), Posted::InCell(cell.number)));
            effects.extend(told);
        }
        effects.push(post(self.night, Message::of(recap(self.scene, self.night, self.evening, ending)), Posted::Plain));
        effects
    }

    /// The message in the room on which those who come late say so.
    fn standing(&self) -> Effect {
        standing(self.night, self.evening)
    }

    /// Whether others are named at the check-in than before, or there are more or fewer rounds to come.
    fn standing_changed(&self) -> bool {
        let here = |evening: &Evening| evening.standing(Stands::Here).count();
        match self.evening.phase {
            Phase::CheckIn { .. } => self.before.map(here) != Some(here(self.evening)),
            Phase::Talk { .. } => self.before.is_some_and(|before| before.rounds != self.evening.rounds),
            _ => false,
        }
    }

    /// Whether the message in the room on which people say that they are there is another by that.
    fn changes_standing(&self, what: &Happening) -> bool {
        match what {
            Happening::Round(_) | Happening::TimeUp | Happening::Wait => true,
            // Where people could not say that they are there, they have longer now.
            Happening::Back => self.before.and_then(Evening::ends) != self.evening.ends(),
            _ => false,
        }
    }

    fn until(&self) -> [(&'static str, Arg); 2] {
        clock(self.night, self.evening.ends().unwrap_or(self.scene.now))
    }

    fn cell(&self, number: u32) -> Option<&Cell> {
        self.evening.cells.iter().find(|cell| cell.number == number)
    }

    fn in_cells(&self, says: impl Fn(&Cell) -> (Vec<Line>, Vec<Choice>)) -> Vec<Effect> {
        let told = self.evening.cells.iter().map(|cell| {
            let (mut lines, choices) = says(cell);
            lines.splice(0..0, self.away());
            post(self.night, Message::of(lines).choices(choices).to_keep(), Posted::Signal(cell.number))
        });
        told.collect()
    }

    fn tell(&self, people: &[PersonId], key: &'static str) -> Vec<Effect> {
        let is_over = self.evening.phase == Phase::Over;
        let key = match key {
            "night-alone" if is_over && self.evening.round > 0 => "night-alone-after",
            "night-alone" if is_over => "night-alone-over",
            key => key,
        };
        people.iter().map(|person| told(person, self.night, Message::of([line(key, self.night)]))).collect()
    }
}

/// How the night stands, in the room: those who come late say so there.
fn standing(night: &Night, evening: &Evening) -> Effect {
    let [until, zone] = clock(night, evening.ends().unwrap_or(night.plan.starts_at));
    let (round, rounds) = (("round", evening.round.into()), ("rounds", evening.rounds.into()));
    let (key, choices) = match &evening.phase {
        Phase::CheckIn { .. } => return check_in(night),
        Phase::Over => ("night-card-over", Vec::new()),
        Phase::Feedback { .. } if evening.is_last() => ("night-standing-done", Vec::new()),
        _ if evening.is_last() => ("night-standing-last", vec![go()]),
        Phase::Talk { .. } => ("night-standing-talk", vec![here(), go()]),
        Phase::Feedback { .. } => ("night-standing-feedback", vec![here(), go()]),
    };
    let said = match evening.phase {
        Phase::Over => line(key, night),
        _ => Line::with(key, [round, rounds, until, zone]),
    };
    post(night, Message::of([said]).choices(choices).to_keep(), Posted::CheckIn)
}

/// Everybody of a cell, called.
fn everybody(evening: &Evening, cell: &Cell) -> Arg {
    Arg::Called(cell.people.iter().map(|person| evening.handle(person)).collect())
}

/// Who has said so far that they are there.
fn names(night: &Night) -> Line {
    let here = night.evening.iter().flat_map(|evening| evening.standing(Stands::Here));
    let here: Vec<String> = here.map(|attendee| attendee.handle.clone()).collect();
    let count = here.len();
    let more = count.saturating_sub(MOST_NAMES).into();
    match count {
        0 => Line::say("night-check-in-nobody"),
        _ => {
            let named = Arg::Accounts(here.into_iter().take(MOST_NAMES).collect());
            Line::with("night-check-in-people", [("count", count.into()), ("names", named), ("more", more)])
        }
    }
}

/// A moment as the clocks of the night show it: `$clock` and `$zone`.
pub(super) fn clock(night: &Night, at: Moment) -> [(&'static str, Arg); 2] {
    let wall = on_clocks(at, night.plan.zone);
    let clock = Arg::At(at, Box::new(Arg::Clock(TimeOfDay::of(wall))));
    [("clock", clock), ("zone", Arg::Zone(city(&night.plan)))]
}

fn post(night: &Night, message: Message, posted: Posted) -> Effect {
    let (id, place, locale) = (night.id.clone(), night.place.clone(), night.plan.locale);
    Effect::Post(Box::new(Post { night: id, place, locale, message, posted }))
}

fn here() -> Choice {
    Choice::new("here", "choice-night-here")
}

fn go() -> Choice {
    Choice::new("go", "choice-night-go")
}

fn card_choice() -> Choice {
    Choice::new("card", "choice-night-role")
}
