//! Discord's events as the core's: who did what, where, and how it can be answered.

use super::Discord;
use super::control::{Control, Use};
use super::outbound::Seen;
use super::payload::{Attachment, CommandOption, Dispatch, Interaction, Message, Server};
use super::ticket::{Answerable, Way, made_at};
use crate::app::{Ended, Inbox};
use crate::chat::inbound::{Body, Filled, Inbound, Press, Role, Sender};
use crate::chat::{ChoiceId, Place, PlaceKind, Sent, Ticket};
use crate::clock::{Clock, Moment};
use crate::commands::{Command, Invocation, ParamKind, Value as Given, in_menu};
use crate::ids::{CommunityId, EventId, Locale, PlatformName, SessionId};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

const PLATFORM: PlatformName = PlatformName::Discord;

/// What a message says, part by part: its words, then its files. A voice message is nothing else.
fn said(message: &Message) -> Vec<Body> {
    if let Some(seconds) = message.spoken() {
        return vec![Body::Voice(Duration::try_from_secs_f64(seconds).unwrap_or_default())];
    }
    let words = Some(&message.content).filter(|content| !content.is_empty());
    let words = words.map(|content| Body::Text(content.clone()));
    words.into_iter().chain(message.attachments.iter().map(file)).collect()
}

fn file(attachment: &Attachment) -> Body {
    Body::File(sent(attachment))
}

fn sent(attachment: &Attachment) -> Sent {
    Sent { name: attachment.filename.clone(), source: attachment.url.clone() }
}

/// A direct message as events. Nothing, where it is none, or not from a person.
pub(super) fn message(message: &Message) -> Vec<Inbound> {
    if message.guild_id.is_some() || message.author.bot || !message.is_written() {
        return Vec::new();
    }
    let event = |(number, body): (usize, Body)| {
        // The first part bears the message's own number: that is what an edit names.
        let id = if number == 0 { message.id.clone() } else { format!("{}-{number}", message.id) };
        direct(message, id, made_at(&message.id), body)
    };
    said(message).into_iter().enumerate().map(event).collect()
}

/// An edit of a direct message.
pub(super) fn edited(message: &Message) -> Option<Inbound> {
    let at = message.edited_timestamp.as_ref()?;
    if message.guild_id.is_some() || message.author.bot || message.content.is_empty() {
        return None;
    }
    let body = Body::Edit(EventId(message.id.clone()), message.content.clone());
    Some(direct(message, format!("{}-{at}", message.id), None, body))
}

fn direct(message: &Message, event: String, at: Option<Moment>, body: Body) -> Inbound {
    let handle = &message.author.id;
    Inbound {
        event: EventId(event),
        sender: Sender { chat: Some(message.channel_id.clone()), ..Sender::account(handle) },
        place: Place::direct(PLATFORM, handle),
        at: at.unwrap_or_else(|| Clock::System.now()),
        body,
        ticket: None,
        said_in: None,
    }
}

/// How long ago the bot came to a server that it has just come to: a server is told of with every session.
const JUST_COME: Duration = Duration::from_secs(15 * 60);

/// That the bot was brought into a server. Discord says who did that only to those who may read everything that was ever done there; whoever
/// owns the server is told.
fn invited(server: &Server, now: Moment) -> Option<Inbound> {
    let came: Moment = chrono::DateTime::parse_from_rfc3339(&server.joined_at).ok()?.to_utc().into();
    if now.since(came) > JUST_COME {
        return None;
    }
    let locale = server.preferred_locale.as_deref().and_then(Locale::from_tag);
    Some(Inbound {
        event: EventId(format!("{}-{}", server.id, server.joined_at)),
        sender: Sender { locale, ..Sender::account(&server.owner_id) },
        place: Place::direct(PLATFORM, &server.owner_id),
        at: came,
        body: Body::Invited(server.name.clone()),
        ticket: None,
        said_in: None,
    })
}

/// A thread's kinds.
const THREADS: std::ops::RangeInclusive<u8> = 10..=12;
/// A direct chat's kind.
const DIRECT: u8 = 1;

impl Interaction {
    fn place(&self, handle: &str) -> Option<Place> {
        let channel = self.channel()?.to_owned();
        let kind = self.channel.as_ref().map(|channel| channel.kind);
        let is_direct = match self.context {
            Some(context) => context == 1,
            None => self.guild_id.is_none() && kind.is_none_or(|kind| kind == DIRECT),
        };
        let parent = self.channel.as_ref().and_then(|channel| channel.parent_id.clone());
        let kind = match parent {
            _ if is_direct => PlaceKind::Direct(handle.to_owned()),
            Some(parent) if kind.is_some_and(|kind| THREADS.contains(&kind)) => PlaceKind::Thread(parent, channel),
            _ => PlaceKind::Room(channel),
        };
        Some(Place { platform: PLATFORM, kind })
    }

    fn answerable(&self, way: Way) -> Answerable {
        Answerable { id: self.id.clone(), token: self.token.clone(), way }
    }

    fn locale(&self) -> Option<Locale> {
        self.locale.as_deref().and_then(Locale::from_tag)
    }

    fn community(&self) -> Option<CommunityId> {
        self.guild_id.as_deref().map(|guild| CommunityId::of(PLATFORM, guild))
    }

    /// The command that was used, and what was given with it.
    fn command(&self) -> Option<(&'static Command, &[CommandOption])> {
        let name = self.data.name.as_deref()?;
        match self.data.options.as_slice() {
            // The command within a group has no value, but what was given with it.
            [within] if within.value.is_none() => Some((in_menu(&[name, &within.name])?, &within.options)),
            given => Some((in_menu(&[name])?, given)),
        }
    }

    fn invocation(&self) -> Option<Invocation> {
        let (command, given) = self.command()?;
        let mut call = Invocation::of(command.name);
        for param in command.takes {
            let Some(value) =
                given.iter().find(|given| given.name == param.word.en).and_then(|given| given.value.as_ref())
            else {
                continue;
            };
            let value = match param.kind {
                ParamKind::Number(least, most, _) => {
                    let number = value.as_u64().and_then(|number| u32::try_from(number).ok())?;
                    Given::Number(number.clamp(least, most))
                }
                ParamKind::File => match self.data.resolved.attachments.get(value.as_str()?) {
                    Some(attachment) => Given::File(sent(attachment)),
                    None => continue,
                },
                ParamKind::Word | ParamKind::OneOf(_) | ParamKind::Named | ParamKind::Account | ParamKind::Rest => {
                    Given::Text(value.as_str()?.to_owned())
                }
            };
            call.args.insert(param.word.en.to_owned(), value);
        }
        Some(call)
    }
}

impl Discord {
    /// Hands an event on to the engine, or answers what needs no engine's turn.
    pub(super) async fn receive(self: &Arc<Self>, dispatch: Dispatch, inbox: &Inbox) -> Result<(), Ended> {
        match dispatch {
            Dispatch::Message(new) => {
                for inbound in message(&new) {
                    inbox.hand_in(inbound).await?;
                }
            }
            Dispatch::Edited(changed) => {
                if let Some(inbound) = edited(&changed) {
                    inbox.hand_in(inbound).await?;
                }
            }
            Dispatch::Interaction(interaction) => self.interacted(*interaction, inbox).await?,
            Dispatch::Server(server) => {
                if let Some(inbound) = invited(&server, self.clock.now()) {
                    inbox.hand_in(inbound).await?;
                }
            }
            Dispatch::Ready | Dispatch::Other => {}
        }
        Ok(())
    }

    async fn interacted(self: &Arc<Self>, interaction: Interaction, inbox: &Inbox) -> Result<(), Ended> {
        let Some(handle) = interaction.who().map(|who| who.id.clone()) else { return Ok(()) };
        let control = interaction.data.custom_id.as_deref().and_then(Control::from_id);
        let (way, body) = match (interaction.kind, control) {
            (2, _) => match interaction.invocation() {
                Some(call) => (Way::Message, Body::Command(call)),
                // A command of an older version, that is listed no more.
                None => (Way::Message, Body::Command(Invocation::of(crate::commands::CommandName::Help))),
            },
            (3, Some(control)) => match &control.use_ {
                Use::Answer => return self.open_window(interaction, handle, control, inbox).await,
                use_ => {
                    let choice = match use_ {
                        Use::Choice(choice) => choice.clone(),
                        _ => ChoiceId::new(interaction.data.values.first().cloned().unwrap_or_default()),
                    };
                    (Way::of(control.when_answered), Body::Press(control.press(choice)))
                }
            },
            (5, Some(control)) => {
                let answers = interaction.data.answers();
                let way = if interaction.message.is_some() { Way::of(control.when_answered) } else { Way::Message };
                (way, Body::Form(Filled { session: control.session, turn: control.turn, answers }))
            }
            (4, _) => return self.suggest(interaction, handle, inbox).await,
            // A button that no version of ours made is an old one.
            (3 | 5, None) => (Way::Follow, Body::Press(nobodys())),
            _ => return Ok(()),
        };
        self.hand_in(&interaction, handle, way, body, inbox).await
    }

    async fn hand_in(
        self: &Arc<Self>,
        interaction: &Interaction,
        handle: String,
        way: Way,
        body: Body,
        inbox: &Inbox,
    ) -> Result<(), Ended> {
        let Some(place) = interaction.place(&handle) else { return Ok(()) };
        let answerable = interaction.answerable(way);
        let ticket: Ticket = answerable.to_ticket();
        let is_direct = place.is_direct();
        let chat = interaction.channel().map(str::to_owned).filter(|_| is_direct);
        let role = match &interaction.member {
            Some(member) if member.manages() => Role::Host,
            _ => Role::Member,
        };
        let community = interaction.community();
        let inbound = Inbound {
            event: EventId(interaction.id.clone()),
            at: made_at(&interaction.id).unwrap_or_else(|| Clock::System.now()),
            sender: Sender { locale: interaction.locale(), role, community, chat, ..Sender::account(handle) },
            place,
            body,
            ticket: Some(ticket),
            said_in: None,
        };
        self.defer_later(answerable, if is_direct { Seen::ByAll } else { Seen::ByOne });
        inbox.hand_in(inbound).await?;
        Ok(())
    }

    /// Opens the window for an answer in words, if its question still stands.
    async fn open_window(
        self: &Arc<Self>,
        interaction: Interaction,
        handle: String,
        control: Control,
        inbox: &Inbox,
    ) -> Result<(), Ended> {
        let (asked, who, shown) = (control.press(ChoiceId::new("")), handle.clone(), interaction.locale());
        let form = inbox.ask(move |engine| engine.form(PLATFORM, &who, &asked, shown)).await?;
        let Ok(Some(form)) = form else {
            let body = Body::Press(control.press(ChoiceId::new("")));
            return self.hand_in(&interaction, handle, Way::of(control.when_answered), body, inbox).await;
        };
        let answer = json!({ "type": 9, "data": super::components::window(&form, &control) });
        self.answer_aside(interaction.answerable(Way::of(control.when_answered)), answer);
        Ok(())
    }

    /// Suggests values while one is being typed.
    async fn suggest(self: &Arc<Self>, interaction: Interaction, handle: String, inbox: &Inbox) -> Result<(), Ended> {
        let focused = interaction.command().and_then(|(command, given)| {
            let typing = given.iter().find(|given| given.focused)?;
            let param = command.takes.iter().find(|param| param.word.en == typing.name)?;
            let typed = match typing.value.as_ref() {
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                None => String::new(),
            };
            Some((param, typed))
        });
        let shown = interaction.locale();
        let community = interaction.community();
        let found = match focused {
            Some((param, typed)) => {
                inbox
                    .ask(move |engine| engine.suggestions(PLATFORM, &handle, shown, community.as_ref(), param, &typed))
                    .await?
            }
            None => Ok(Vec::new()),
        };
        let choices: Vec<Value> = found
            .unwrap_or_default()
            .into_iter()
            .filter_map(|suggestion| {
                let value = match suggestion.value {
                    Given::Number(number) => json!(number),
                    Given::Text(text) => json!(text),
                    // No file is ever suggested.
                    Given::File(_) => return None,
                };
                Some(json!({ "name": super::components::cut(&suggestion.label, 100), "value": value }))
            })
            .collect();
        self.answer_aside(interaction.answerable(Way::Message), json!({ "type": 8, "data": { "choices": choices } }));
        Ok(())
    }

    /// Answers without holding up what comes next.
    fn answer_aside(self: &Arc<Self>, to: Answerable, answer: Value) {
        let discord = Arc::clone(self);
        tokio::spawn(async move {
            if let Err(failure) = discord.answer_with(&to, &answer).await {
                // The person sees that nothing opened, and tries again.
                tracing::info!(%failure, "an interaction could not be answered");
            }
        });
    }
}

/// A press that belongs to no session.
fn nobodys() -> Press {
    Press { session: SessionId::from(String::new()), turn: 0, choice: ChoiceId::new("") }
}
