//! Forms: several questions of a flow answered at once, as if they had been asked one after the other.

use super::desk::Desk;
use super::live::{Live, Revived};
use super::route::{Route, route};
use super::{Engine, TurnError};
use crate::chat::inbound::LONGEST_TEXT;
use crate::chat::platform::{ShownField, ShownForm};
use crate::chat::{Body, Field, Line, Message, Press};
use crate::flows::Event;
use crate::ids::{Locale, PlatformName};
use crate::store::{people, sessions};

impl Desk<'_> {
    /// Takes the answers to the questions of a form, each as if it had been typed when its question was asked. One that is empty
    /// leaves its question out, unless nothing follows: then the question is asked by itself. Where an answer does not do, its
    /// question stands, and those after it are given back.
    pub(super) fn answer_form(&mut self, mut answers: Vec<String>) -> Result<(), TurnError> {
        let Some(last) = answers.iter().rposition(|answer| !answer.is_empty()) else {
            self.ask_again(Line::say("here-we-were"));
            return Ok(());
        };
        answers.truncate(last + 1);
        let mut left = answers.into_iter();
        while let Some(answer) = left.next() {
            let (said, before) = (self.said.len(), self.standing());
            let way = if answer.is_empty() {
                Route::Event(Event::Skip)
            } else {
                route(&self.core.prompts, self.locale, &self.place, self.live.as_ref(), &Body::Text(answer))
            };
            let is_distress = way == Route::Distress;
            let is_answer = matches!(way, Route::Event(_) | Route::Choice(_));
            self.act(way, false)?;
            if is_distress || left.len() == 0 {
                return Ok(());
            }
            let went_on = match (before, self.standing()) {
                (Some((session, turn)), Some((same, next))) => session == same && turn != next,
                _ => false,
            };
            if !(is_answer && went_on) {
                self.give_back("rest-of-form", left.collect());
                return Ok(());
            }
            // The question in between is answered already.
            self.said.truncate(said);
        }
        Ok(())
    }

    /// Gives back what somebody typed and what could not be used.
    pub(super) fn give_back(&mut self, why: &'static str, typed: Vec<String>) {
        let quotes = typed.into_iter().filter(|text| !text.is_empty()).map(Line::Quote);
        self.say(Message::of([Line::say(why)].into_iter().chain(quotes)));
    }
}

impl Engine {
    /// The form for the question that an account was asked in a session at a turn; its choice does not matter. `None` where that is
    /// over. Nothing is written.
    ///
    /// # Errors
    /// The database failed.
    pub fn form(
        &self,
        platform: PlatformName,
        handle: &str,
        asked: &Press,
        shown: Option<Locale>,
    ) -> rusqlite::Result<Option<ShownForm>> {
        let db = &self.store.connection;
        let Some(person) = people::find(db, platform, handle)? else { return Ok(None) };
        let Some(row) = sessions::answerable(db, &person.id, &asked.session)? else { return Ok(None) };
        let Revived::Live(live) = Live::revive(row) else { return Ok(None) };
        if live.turn() != asked.turn || live.interlude.is_some() || !live.awaits_words() {
            return Ok(None);
        }
        let locale = super::turn::reads(&self.core, Some(&person), shown);
        let say = |key: &str| self.core.prompts.speech.say(locale, key, None);
        let answer = live.asked.answer;
        let field = |field: &Field| ShownField { label: say(&field.label.0), most: field.most, answer };
        let fields = match live.asked.form.as_slice() {
            [] => vec![ShownField { label: say("form-answer"), most: LONGEST_TEXT, answer }],
            fields => fields.iter().map(field).collect(),
        };
        Ok(Some(ShownForm { title: crate::words::capital(&say(live.flow.title)), fields }))
    }
}
