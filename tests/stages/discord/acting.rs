//! What a script's people do, done on Discord: typed where words can be typed, otherwise given as commands, pressed, picked, filled in.

use super::reading::{Control, Standing};
use super::{CHANNEL, DiscordStage, Played};
use anyhow::bail;
use fake_discord::{Place as Where, Seen};
use rapport::chat::PlaceKind;
use rapport::commands::{self, Invocation, Param, ParamKind, Parsed, Value};
use rapport::ids::{Locale, PlatformName};
use rapport::script::{Address, Pressed};
use rapport::store::{people, sessions};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// Whether somebody is picked for it.
fn is_account(param: &Param) -> bool {
    matches!(param.kind, ParamKind::Account)
}

impl DiscordStage {
    fn spot(&mut self, at: &Address) -> Option<Where> {
        match at {
            Address::Direct if self.played == Played::Directly => None,
            Address::Direct => Some(Where::Channel(self.channel(CHANNEL))),
            Address::Room(room) => Some(Where::Channel(self.channel(room))),
            Address::Thread(room, thread) => Some(Where::Thread(self.channel(&format!("{room}/{thread}")))),
        }
    }

    pub(super) async fn say(&mut self, who: &str, at: &Address, text: &str) -> anyhow::Result<()> {
        let Some(spot) = self.spot(at) else {
            // Whoever is named so is picked from a list, and stands there by their number.
            let named = |text: String, name: &String| {
                text.replace(&format!("@{name}"), &format!("<@{}>", self.fake.user(name)))
            };
            let text = self.people.iter().fold(text.to_owned(), named);
            let id = self.fake.says(who, &text);
            self.last = Some(id);
            self.last_words.insert(who.to_owned(), id);
            return Ok(());
        };
        if commands::spoken_in(text) == Some(Locale::Fr) {
            // Their Discord is French, too.
            self.fake.set_locale(who, "fr");
        }
        let (Where::Channel(channel) | Where::Thread(channel)) = spot else { unreachable!("a channel of a server") };
        let line = text.strip_prefix(['!', '/']);
        // Who has seen that it is over presses nothing there any more.
        let standing = self.reader.standing(who, channel).filter(|standing| self.is_open(who, standing)).cloned();
        let is_ours = *at == Address::Direct;
        if let Some(control) = commands::control(text) {
            // Without anything open, "stop" in a room is said to the room.
            if is_ours || standing.is_some() {
                return self.slash(who, spot, &Invocation::of(control));
            }
        }
        if line.is_none()
            && let Some(standing) = &standing
        {
            if let Some((message, control)) = standing.choice(text) {
                return self.press(who, message, &control);
            }
            if let Some((message, answer)) = standing.answer() {
                let opened = self.fake.press(who, message, &answer);
                self.catch_up().await?;
                let now = self.clock.now();
                if !self.running().engine.ready(&[PlatformName::Discord], &BTreeSet::new(), now)?.is_empty() {
                    // It was too late for that, and the bot says so.
                    return Ok(());
                }
                self.serve(move |fake| Box::pin(fake.answered(opened))).await?;
                let modal = self.fake.modal(opened).expect("a window");
                let field = modal["components"][0]["component"].clone();
                if text.chars().count() > usize::try_from(field["max_length"].as_u64().unwrap())? {
                    bail!("not in a channel: a text that is too long for its window");
                }
                let id = self.fake.submit(who, opened, &[(field["custom_id"].as_str().unwrap(), text)]);
                self.last = Some(id);
                return Ok(());
            }
        }
        match commands::parse(line.unwrap_or(text), Locale::En) {
            Parsed::Command(call) if line.is_some() || (is_ours && standing.is_none()) => self.slash(who, spot, &call),
            // What people write in a channel, the bot is not told.
            _ if !is_ours => {
                self.fake.says_in(who, spot, text);
                Ok(())
            }
            // A nudge comes directly, and is answered there.
            _ if self.reader.standing(who, self.fake.direct(who)).is_some_and(|nudge| self.is_open(who, nudge)) => {
                self.last = Some(self.fake.says(who, text));
                Ok(())
            }
            _ => bail!("not in a channel: nothing to press for {text:?}"),
        }
    }

    fn is_open(&self, who: &str, standing: &Standing) -> bool {
        let db = self.running.as_ref().expect("the bot runs").engine.connection();
        let handle = self.fake.user(who).to_string();
        let person = people::find(db, PlatformName::Discord, &handle).unwrap();
        person.is_some_and(|person| {
            standing.session().is_some_and(|id| sessions::answerable(db, &person.id, id).unwrap().is_some())
        })
    }

    fn slash(&mut self, who: &str, spot: Where, call: &Invocation) -> anyhow::Result<()> {
        let command = call.command.command();
        let options: Vec<Json> = call
            .args
            .iter()
            .map(|(name, value)| match value {
                Value::Text(text) if command.takes.iter().any(|it| it.word.en == name && is_account(it)) => {
                    let person = text.trim_start_matches('@');
                    assert!(self.people.contains(person), "nobody can be picked who is not there: {person}");
                    json!({ "name": name, "type": 6, "value": self.fake.user(person).to_string() })
                }
                Value::Number(number) => json!({ "name": name, "type": 4, "value": number }),
                Value::Text(text) => json!({ "name": name, "type": 3, "value": text }),
                Value::File(_) => unreachable!("no script gives a file with a command"),
            })
            .collect();
        let path = command.path(Locale::En);
        self.last = Some(self.fake.slash(who, spot, &path, json!(options)));
        Ok(())
    }

    fn press(&mut self, who: &str, message: u64, control: &Control) -> anyhow::Result<()> {
        self.last = Some(match control {
            Control::Button(id) => self.fake.press(who, message, id),
            Control::List(id, value) => self.fake.select(who, message, id, &[value]),
        });
        Ok(())
    }

    /// Presses what somebody was shown, whether it still stands or not: an old screen may show it.
    pub(super) fn press_shown(&mut self, who: &str, shown_to: &str, pressed: &Pressed) -> anyhow::Result<()> {
        // The same may be offered in a room and in its threads.
        let name = match &pressed.place.kind {
            PlaceKind::Direct(_) => None,
            PlaceKind::Room(room) => Some(room.clone()),
            PlaceKind::Thread(room, thread) => Some(format!("{room}/{thread}")),
        };
        let channel = name.and_then(|name| self.channels.get(&name).copied());
        let (message, control) = self.reader.shown(shown_to, &pressed.press, channel).expect("it was shown");
        let now = self.fake.message(message);
        let ids = now.as_ref().map(Seen::custom_ids).unwrap_or_default();
        if who == shown_to && ids.contains(&control.id().to_owned()) {
            return self.press(who, message, &control);
        }
        let Control::Button(id) = &control else { bail!("not here: an old list") };
        let direct = now.as_ref().is_none_or(|now| !self.channels.values().any(|channel| *channel == now.channel));
        let spot = match now {
            Some(now) if !direct => Where::Channel(now.channel),
            _ => Where::Direct,
        };
        let id = self.fake.press_forged(who, spot, json!({ "id": message.to_string() }), id);
        self.last = Some(id);
        Ok(())
    }
}
