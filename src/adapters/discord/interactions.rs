//! Answering interactions: at once, by one message where that is possible, in the place of the message that was answered.

use super::Discord;
use super::outbound::{Part, Seen, parts};
use super::rest::Failure;
use super::ticket::{Answerable, LIFETIME, Way};
use crate::chat::{Answered, DeliverError, Outgoing, Receipt};
use crate::ids::DeliveryKey;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// When an interaction that nobody has answered is told to wait. Discord gives up after three seconds.
const DEFER_AFTER: Duration = Duration::from_millis(1_500);
/// How often, and how soon, an acknowledgement is tried again that did not get through.
const QUICK_TRIES: u32 = 3;
const QUICK_PAUSE: Duration = Duration::from_millis(250);

/// "Already acknowledged": an earlier try got through.
const ALREADY: u32 = 40_060;
/// "Unknown interaction", "unknown webhook", "invalid webhook token": it can no longer be answered.
const OVER: [u32; 3] = [10_062, 10_015, 50_027];
/// "Unknown message": the person has put it away.
const NO_MESSAGE: u32 = 10_008;

/// The interactions that can still be answered, as far as this process knows them.
#[derive(Debug, Default)]
pub(super) struct Interactions(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    open: HashMap<String, Arc<Open>>,
    /// Their numbers, the earliest first, with when they were heard of.
    order: VecDeque<(Instant, String)>,
}

/// How far the answer to an interaction is.
type Open = tokio::sync::Mutex<State>;

#[derive(Debug, Default)]
struct State {
    acknowledged: Acknowledged,
    /// How many parts of which message got through.
    sent: HashMap<DeliveryKey, usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Acknowledged {
    #[default]
    No,
    /// Discord was asked to wait.
    ToBeAnswered,
    /// It was answered: what follows is a message of its own.
    Answered,
}

impl Interactions {
    /// The interaction of that number. After a restart nothing is known of it.
    fn entry(&self, id: &str) -> Arc<Open> {
        let Known { open, order } = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = open.get(id) {
            return Arc::clone(known);
        }
        let now = Instant::now();
        while let Some((_, old)) = order.pop_front_if(|(since, _)| now.duration_since(*since) > LIFETIME) {
            open.remove(&old);
        }
        order.push_back((now, id.to_owned()));
        Arc::clone(open.entry(id.to_owned()).or_default())
    }
}

impl Discord {
    /// Asks Discord to wait, where an interaction is not answered soon. `seen`: whether others are there, who must not see the answer.
    pub(super) fn defer_later(self: &Arc<Self>, to: Answerable, seen: Seen) {
        let discord = Arc::clone(self);
        let open = self.interactions.entry(&to.id);
        tokio::spawn(async move {
            tokio::time::sleep(DEFER_AFTER).await;
            let mut state = open.lock().await;
            if state.acknowledged != Acknowledged::No {
                return;
            }
            let waiting = match (to.way, seen) {
                (Way::Message, Seen::ByOne) => json!({ "type": 5, "data": { "flags": super::outbound::EPHEMERAL } }),
                (Way::Message, Seen::ByAll) => json!({ "type": 5 }),
                (Way::Replace | Way::Follow, _) => json!({ "type": 6 }),
            };
            if discord.call_back(&to, &waiting, &[]).await.is_ok() {
                state.acknowledged = Acknowledged::ToBeAnswered;
            }
        });
    }

    /// Answers an interaction with something else than a message: a window, suggestions.
    pub(super) async fn answer_with(&self, to: &Answerable, answer: &Value) -> Result<(), Failure> {
        let open = self.interactions.entry(&to.id);
        let mut state = open.lock().await;
        self.call_back(to, answer, &[]).await?;
        state.acknowledged = Acknowledged::Answered;
        Ok(())
    }

    /// Delivers a message as the answer to an interaction, or as one that follows it.
    pub(super) async fn answer(&self, out: &Outgoing, to: &Answerable) -> Result<Receipt, DeliverError> {
        let seen = if out.only.is_some() { Seen::ByOne } else { Seen::ByAll };
        let parts = parts(&out.content, seen);
        let open = self.interactions.entry(&to.id);
        let mut state = open.lock().await;
        match self.answer_in_parts(out, to, &parts, &mut state).await {
            Ok(()) => {
                state.sent.remove(&out.key);
                Ok(Receipt::default())
            }
            Err(failure) if failure.code().is_some_and(|code| OVER.contains(&code)) => {
                let done = state.sent.remove(&out.key).unwrap_or(0);
                drop(state);
                // Where the person and the bot are alone, it can simply be said. Elsewhere it waits for their next contact.
                if !out.place.is_direct() {
                    return Err(DeliverError::Forbidden);
                }
                // What got through already is not said again.
                self.progress().insert(out.key.clone(), done);
                self.post(out).await
            }
            Err(failure) => Err(self.told(failure)),
        }
    }

    async fn answer_in_parts(
        &self,
        out: &Outgoing,
        to: &Answerable,
        parts: &[Part],
        state: &mut State,
    ) -> Result<(), Failure> {
        let mut done = state.sent.get(&out.key).copied().unwrap_or(0);
        // What follows an answer never takes its place, also where this process knows nothing of it.
        if state.acknowledged != Acknowledged::Answered && out.content.answered != Answered::Before {
            done = self.acknowledge(out.content.answered, to, parts, state.acknowledged).await?;
            state.acknowledged = Acknowledged::Answered;
        }
        state.sent.insert(out.key.clone(), done);
        for part in &parts[done.min(parts.len())..] {
            self.follow_up(to, part).await?;
            done += 1;
            state.sent.insert(out.key.clone(), done);
        }
        Ok(())
    }

    /// The first answer to an interaction. Gives back how many parts of the message it took.
    async fn acknowledge(
        &self,
        answered: Answered,
        to: &Answerable,
        parts: &[Part],
        acknowledged: Acknowledged,
    ) -> Result<usize, Failure> {
        let Some(first) = parts.first() else { return Ok(0) };
        let (kind, body, files, took) = match (to.way, answered) {
            (Way::Message, _) | (_, Answered::Stands | Answered::Before) => {
                (4, first.body.clone(), first.files.as_slice(), 1)
            }
            (Way::Replace, Answered::Over) => (7, first.replacing(), first.files.as_slice(), 1),
            // What was answered stays to be read, without its choices.
            (Way::Follow, Answered::Over) => (7, json!({ "components": [] }), [].as_slice(), 0),
        };
        if acknowledged == Acknowledged::No {
            match self.call_back(to, &json!({ "type": kind, "data": body }), files).await {
                // After a restart: which message was the answer, only Discord knows.
                Err(failure) if failure.code() == Some(ALREADY) && kind == 4 && to.way != Way::Message => {
                    return Ok(usize::from(self.is_original(to, first).await?));
                }
                Err(failure) if failure.code() == Some(ALREADY) => {}
                // The person has put the message away: the answer is a new one.
                Err(failure) if failure.code() == Some(NO_MESSAGE) && kind == 7 => {
                    let anew = json!({ "type": 4, "data": first.body });
                    return self.call_back(to, &anew, &first.files).await.map(|()| 1);
                }
                other => return other.map(|()| took),
            }
        } else if kind == 4 && to.way != Way::Message {
            // The first message stands: what is said about it comes after it.
            return Ok(0);
        }
        let path = format!("{}/messages/@original", self.webhook(to));
        let body = if kind == 4 { first.replacing() } else { body };
        match self.rest.call(Method::PATCH, &path, Some(&body), files).await {
            Ok(_) => Ok(took),
            Err(failure) if failure.code() == Some(NO_MESSAGE) => Ok(0),
            Err(failure) => Err(failure),
        }
    }

    /// Whether the first answer to an interaction was this one.
    async fn is_original(&self, to: &Answerable, part: &Part) -> Result<bool, Failure> {
        let original = self.rest.get(&format!("{}/messages/@original", self.webhook(to))).await?;
        Ok(original["content"] == part.body["content"])
    }

    async fn follow_up(&self, to: &Answerable, part: &Part) -> Result<(), Failure> {
        self.rest.call(Method::POST, &self.webhook(to), Some(&part.body), &part.files).await.map(|_| ())
    }

    async fn call_back(&self, to: &Answerable, answer: &Value, files: &[super::rest::File]) -> Result<(), Failure> {
        let path = format!("/interactions/{}/{}/callback", to.id, to.token);
        let mut tries = 0;
        loop {
            tries += 1;
            match self.rest.call(Method::POST, &path, Some(answer), files).await {
                Err(Failure::Broken(_)) if tries < QUICK_TRIES => tokio::time::sleep(QUICK_PAUSE).await,
                // The first try got through after all.
                Err(failure) if tries > 1 && failure.code() == Some(ALREADY) => return Ok(()),
                other => return other.map(|_| ()),
            }
        }
    }

    fn webhook(&self, to: &Answerable) -> String {
        format!("/webhooks/{}/{}", self.application, to.token)
    }
}
