//! The manners of every flow: stop, back, skip, help, resume, parking, silence.

use super::desk::Desk;
use super::live::{Interlude, Live, Revived, Stance};
use super::record::Write;
use super::{SILENCE_ASKS, SILENCE_CLOSES, TurnError};
use crate::chat::{Arg, Line, Message};
use crate::clock::Moment;
use crate::commands::{COMMANDS, Command, CommandName, Invocation, Parsed, in_group, parse};
use crate::flows::contacts::Contacts;
use crate::flows::nudges::Nudges;
use crate::flows::outreach::Outreach;
use crate::flows::plan::Plans;
use crate::flows::targets::Targets;
use crate::flows::{Event, Flow as _};
use crate::store::sessions::{self, Status, Stored};
use crate::store::timers::SILENCE;
use serde_json::Value;

impl Desk<'_> {
    /// After every turn that a person took, the open flow waits anew.
    pub(super) fn watch_silence(&mut self) {
        let Some(live) = &self.live else { return };
        let after = if live.gives_way() || live.was_reminded() { SILENCE_CLOSES } else { SILENCE_ASKS };
        self.set_silence(self.now + after);
    }

    /// Wants this timer of the open session set.
    pub(super) fn set_silence(&mut self, at: Moment) {
        let Some(live) = &self.live else { return };
        self.writes.push(Write::SetTimer(live.id().clone(), SILENCE.to_owned(), at));
    }

    /// Carries out a control word.
    pub(super) fn control(&mut self, call: &Invocation) -> Result<(), TurnError> {
        match call.command {
            CommandName::Stop => self.stop(),
            CommandName::Back => {
                self.back();
                Ok(())
            }
            CommandName::Skip if self.live.is_some() => self.answer(Event::Skip),
            CommandName::Skip => {
                self.say(Message::say("nothing-running"));
                Ok(())
            }
            CommandName::Resume => self.resume(),
            _ => {
                self.help(call.text("command"));
                Ok(())
            }
        }
    }

    /// Carries out any other command. What is open in this place is asked about first, unless the command is over at once and
    /// disturbs nothing.
    pub(super) fn command(&mut self, call: Invocation) -> Result<(), TurnError> {
        let waits = self.live.as_ref().is_some_and(|live| !live.gives_way());
        if waits && self.carry_out_at_once(&call)? {
            return Ok(());
        }
        match &mut self.live {
            Some(live) if !live.gives_way() => {
                let interlude = Interlude::Switch(call);
                let question = interlude.question(live.flow);
                live.interrupt(interlude, self.now);
                self.ask(question);
                Ok(())
            }
            _ => {
                self.make_way()?;
                self.begin(call)
            }
        }
    }

    /// An answer to the engine's own question.
    pub(super) fn answer_interlude(&mut self, interlude: Interlude, choice: &str) -> Result<(), TurnError> {
        match (interlude, choice) {
            (Interlude::Switch(call), "park") => {
                let aside = self.live.clone();
                self.end(Status::Parked)?;
                self.begin(call)?;
                // What was over at once, such as one setting, gives the place back.
                if let (None, Some(mut live)) = (&self.live, aside) {
                    if live.stance() == Stance::Passing {
                        live.step_back(self.now);
                    }
                    self.live = Some(live);
                    self.ask_again(Line::say("here-we-were"));
                }
                Ok(())
            }
            (Interlude::Silence, "close") => self.stop(),
            _ => {
                self.ask_again(Line::say("here-we-were"));
                Ok(())
            }
        }
    }

    fn stop(&mut self) -> Result<(), TurnError> {
        let Some(live) = &self.live else {
            self.say(Message::say("nothing-running"));
            return Ok(());
        };
        let (flow, state, id) = (live.flow, live.state.clone(), live.id().clone());
        self.take_leave(flow, state, &id)?;
        self.end(Status::Stopped)
    }

    fn back(&mut self) {
        let now = self.now;
        let Some(live) = &mut self.live else {
            self.say(Message::say("nothing-running"));
            return;
        };
        if live.interlude.take().is_some() {
            self.ask_again(Line::say("here-we-were"));
        } else if live.step_back(now) {
            // What the flow had set to ring belonged to the step that was left.
            let id = live.id().clone();
            self.writes.push(Write::CancelTimers(id));
            let Some(live) = &self.live else { return };
            let question = live.asked.clone().after([Line::say("one-step-back")]);
            self.ask(question);
        } else {
            self.say(Message::say("nothing-to-go-back"));
        }
    }

    /// The last answer is taken back: its question stands again, and what came of it is forgotten.
    pub(super) fn withdraw(&mut self) {
        let now = self.now;
        let Some(live) = &mut self.live else { return };
        let (event, id) = (live.answered_by().cloned(), live.id().clone());
        live.interlude = None;
        if !live.step_back(now) {
            return;
        }
        // What is noted for good in a list of the person's own is not tied to the message that it came from.
        let keeps =
            [Contacts::NAME, Targets::NAME, Outreach::NAME, Plans::NAME, Nudges::NAME].contains(&live.flow.name);
        let key = if keeps { "answer-withdrawn-kept" } else { "answer-withdrawn" };
        let question = live.asked.clone().after([Line::say(key)]);
        self.writes.push(Write::CancelTimers(id));
        self.writes.extend(event.map(Write::Withdraw));
        self.ask(question);
    }

    fn resume(&mut self) -> Result<(), TurnError> {
        if let Some(live) = self.live.as_mut().filter(|live| !live.gives_way()) {
            live.interlude = None;
            self.ask_again(Line::say("here-we-were"));
            return Ok(());
        }
        let Some(row) = sessions::latest(self.db, &self.person.id, &self.place, Status::Parked)? else {
            match &self.live {
                Some(_) => self.ask_again(Line::say("here-we-were")),
                None => self.say(Message::say("nothing-to-resume")),
            }
            return Ok(());
        };
        self.make_way()?;
        match Live::revive(row) {
            Revived::Live(live) => {
                self.live = Some(*live);
                if let Some(live) = &mut self.live {
                    live.becomes(Status::Open, self.now);
                }
                self.ask_again(Line::say("here-we-were"));
            }
            Revived::Stale(row) => self.set_aside(*row, None),
        }
        Ok(())
    }

    /// Somebody needs a person now, not a coach. What was going on is kept, and what they wrote is not.
    pub(super) fn stand_by(&mut self) -> Result<(), TurnError> {
        let line = match &self.core.defaults.help_line {
            Some(line) => Arg::Name(line.clone()),
            None => Arg::Text("emergency-number".into()),
        };
        let mut message = Message::of([Line::with("distress", [("line", line)])]);
        if self.live.is_some() {
            message.lines.push(Line::say("distress-kept"));
        }
        self.end(Status::Parked)?;
        self.say(message);
        Ok(())
    }

    /// What the bot can do, or one command of it. The question that stands is not touched.
    fn help(&mut self, about: Option<&str>) {
        let locale = self.locale;
        let line = |key: &'static str, command: &Command| {
            Line::with(
                key,
                [("usage", Arg::Name(command.usage(locale))), ("description", Arg::Text(command.description.into()))],
            )
        };
        if let Some(about) = about.filter(|about| !about.is_empty()) {
            let group: Vec<&Command> = in_group(about).collect();
            if !group.is_empty() {
                self.say(Message::of(group.into_iter().map(|command| line("help-line", command))));
                return;
            }
            // Anything else is a call for help in general.
            if let Parsed::Command(call) = parse(about, locale) {
                self.say(Message::of([line("help-line", call.command.command())]));
                return;
            }
        }
        if let Some(live) = self.live.as_ref().filter(|live| !live.gives_way()) {
            let title = Arg::Text(live.flow.title.into());
            self.say(Message::of([Line::with("help-in-flow", [("flow", title)])]));
            return;
        }
        let commands =
            COMMANDS.iter().filter(|command| !command.name.is_control() || command.name == CommandName::Resume);
        // Commands that go together are one line: forty would help nobody.
        let mut lines = vec![Line::say("help-title")];
        let mut last = None;
        for command in commands {
            let Some(group) = &command.group else {
                lines.push(line("help-line", command));
                continue;
            };
            if last.replace(group.word.en) == Some(group.word.en) {
                continue;
            }
            let words: Vec<&str> = in_group(group.word.en).map(|command| command.word.in_locale(locale)).collect();
            let args = [
                ("group", Arg::Name(group.word.in_locale(locale).to_owned())),
                ("description", Arg::Text(group.description.into())),
                ("words", Arg::Name(words.join(", "))),
            ];
            lines.push(Line::with("help-group", args));
        }
        lines.extend([Line::Gap, Line::say("help-more"), Line::say("help-controls")]);
        self.say(Message::of(lines));
    }

    /// The flow's saved state no longer loads: it is kept as it is, and the person gets back what they had typed.
    pub(super) fn set_aside(&mut self, row: Stored, just_typed: Option<&str>) {
        let title = crate::flows::named(&row.flow).map_or("flow-unknown", |flow| flow.title);
        let mut typed = serde_json::from_str(&row.state).map(|state| typed_texts(&state)).unwrap_or_default();
        typed.extend(just_typed.map(str::to_owned));
        let key = if typed.is_empty() { "set-aside-empty" } else { "set-aside" };
        let lines = [Line::with(key, [("flow", Arg::Text(title.into()))])];
        self.say(Message::of(lines.into_iter().chain(typed.into_iter().map(Line::Quote))));
        let id = row.id.clone();
        self.put(Stored { status: Status::Aside, touched_at: self.now, ..row });
        self.writes.push(Write::CancelTimers(id));
    }

    /// Nobody answered for a day, or for two weeks.
    pub(super) fn after_silence(&mut self) -> Result<(), TurnError> {
        let Some(live) = &mut self.live else { return Ok(()) };
        if live.status() != Status::Open || live.gives_way() || live.was_reminded() {
            return self.end(Status::Lapsed);
        }
        if self.ticket.is_some() {
            // It can only be answered in, and nobody asks there any more.
            live.note_reminder();
            self.set_silence(self.now + (SILENCE_CLOSES - SILENCE_ASKS));
            return Ok(());
        }
        live.note_reminder();
        let question = Interlude::Silence.question(live.flow);
        live.interrupt(Interlude::Silence, self.now);
        self.ask(question);
        self.set_silence(self.now + (SILENCE_CLOSES - SILENCE_ASKS));
        Ok(())
    }
}

/// The texts in a saved state that a person must have typed: more than two words long.
fn typed_texts(state: &Value) -> Vec<String> {
    match state {
        Value::String(text) if crate::words::count(text) > 2 => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(typed_texts).collect(),
        Value::Object(fields) => fields.values().flat_map(typed_texts).collect(),
        _ => Vec::new(),
    }
}
