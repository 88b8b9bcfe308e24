//! Events whose text must be understood first: that is done beside the engine, one after the other for each account.

use crate::chat::Inbound;
use crate::coach::topics::Understood;
use crate::ear::Ear;
use crate::engine::Outcome;
use crate::ids::PlatformName;
use std::collections::{HashMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

/// An event, and who wants to know what became of it.
pub(super) type Handed = (Box<Inbound>, oneshot::Sender<Outcome>);

/// Who events come from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Account(PlatformName, String);

impl Account {
    pub(super) fn of(inbound: &Inbound) -> Self {
        Self(inbound.place.platform, inbound.sender.handle.clone())
    }
}

/// What waits of an account: first the event whose text is being understood, then those after it, in their order.
struct Waiting {
    /// What of the first event's texts is understood by now.
    heard: Vec<(String, Understood)>,
    events: VecDeque<Handed>,
}

/// Listens.
pub(super) struct Hearing {
    ear: Arc<Ear>,
    waiting: HashMap<Account, Waiting>,
    under_way: JoinSet<(Account, Vec<(String, Understood)>)>,
}

impl Hearing {
    pub(super) fn new(ear: Arc<Ear>) -> Self {
        Self { ear, waiting: HashMap::new(), under_way: JoinSet::new() }
    }

    /// Whether anything is being listened to.
    pub(super) fn is_under_way(&self) -> bool {
        !self.under_way.is_empty()
    }

    /// Keeps an event back if one of the same account waits. Otherwise it is given back.
    pub(super) fn keep_back(&mut self, handed: Handed) -> Option<Handed> {
        match self.waiting.get_mut(&Account::of(&handed.0)) {
            Some(waiting) => {
                waiting.events.push_back(handed);
                None
            }
            None => Some(handed),
        }
    }

    /// Listens to texts of an event. What was understood before, of the same event, is kept with it.
    pub(super) fn listen(&mut self, handed: Handed, texts: Vec<String>, heard: Vec<(String, Understood)>) {
        let account = Account::of(&handed.0);
        if let Some(waiting) = self.waiting.get_mut(&account) {
            waiting.events.push_back(handed);
            return;
        }
        let first = Waiting { heard, events: VecDeque::from([handed]) };
        self.waiting.insert(account.clone(), first);
        let ear = Arc::clone(&self.ear);
        self.under_way.spawn_blocking(move || {
            let nothing = || texts.iter().map(|text| (text.clone(), Understood::nothing())).collect();
            // A panic is a fault of the program; its person must not be mute for it.
            let understood = catch_unwind(AssertUnwindSafe(|| ear.hear_all(texts.clone()))).unwrap_or_else(|_| {
                tracing::error!("a text could not be listened to");
                nothing()
            });
            (account, understood)
        });
    }

    /// The next event whose text is understood, with what is, and those that waited behind it. Never comes where nothing is listened to.
    pub(super) async fn next(&mut self) -> (Vec<(String, Understood)>, VecDeque<Handed>) {
        loop {
            let Some(ended) = self.under_way.join_next().await else { return std::future::pending().await };
            // It cannot fail: the ear answers whatever it is given.
            let Ok((account, understood)) = ended else { continue };
            let Some(waiting) = self.waiting.remove(&account) else { continue };
            let mut heard = waiting.heard;
            heard.extend(understood);
            return (heard, waiting.events);
        }
    }
}
