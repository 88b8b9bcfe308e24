//! Events of which something must be found out first: that is done beside the engine, one after the other for each account.

use crate::chat::{Inbound, Platform, Unfetched};
use crate::contact::import::LARGEST;
use crate::engine::Outcome;
use crate::ids::PlatformName;
use crate::legwork::{Known, Legwork, Need};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

/// An event, and who wants to know what became of it.
pub(super) type Handed = (Box<Inbound>, oneshot::Sender<Outcome>);

/// How long a platform has to hand out a file.
const LONGEST_FETCH: Duration = Duration::from_secs(30);

/// Who events come from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Account(PlatformName, String);

impl Account {
    pub(super) fn of(inbound: &Inbound) -> Self {
        Self(inbound.place.platform, inbound.sender.handle.clone())
    }
}

/// What waits of an account: first the event of which something is being found out, then those after it, in their order.
struct Waiting {
    /// What is known of the first event by now.
    known: Known,
    events: VecDeque<Handed>,
}

/// Finds out.
pub(super) struct Beside {
    legwork: Arc<Legwork>,
    waiting: HashMap<Account, Waiting>,
    under_way: JoinSet<(Account, Known)>,
}

impl Beside {
    pub(super) fn new(legwork: Arc<Legwork>) -> Self {
        Self { legwork, waiting: HashMap::new(), under_way: JoinSet::new() }
    }

    /// Whether anything is being found out.
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

    /// Finds out what an event needs. What was found out before, of the same event, is kept with it.
    pub(super) fn find_out(
        &mut self,
        handed: Handed,
        needs: Vec<Need>,
        known: Known,
        platform: Option<Arc<dyn Platform>>,
    ) {
        let account = Account::of(&handed.0);
        if let Some(waiting) = self.waiting.get_mut(&account) {
            waiting.events.push_back(handed);
            return;
        }
        self.waiting.insert(account.clone(), Waiting { known, events: VecDeque::from([handed]) });
        let legwork = Arc::clone(&self.legwork);
        self.under_way.spawn(async move {
            let file = needs.iter().find_map(|need| match need {
                Need::Opened(sent) => Some(sent.clone()),
                Need::Heard(_) | Need::Proofread(_) => None,
            });
            let fetched = match (file, platform) {
                (Some(sent), Some(platform)) => {
                    let fetched = tokio::time::timeout(LONGEST_FETCH, platform.fetch(&sent, LARGEST)).await;
                    Some(fetched.unwrap_or(Err(Unfetched::Gone)))
                }
                (file, _) => file.map(|_| Err(Unfetched::Gone)),
            };
            let found = tokio::task::spawn_blocking(move || legwork.find_out(needs, fetched)).await;
            // It cannot fail: what panics there is caught there.
            (account, found.unwrap_or_default())
        });
    }

    /// The next event of which everything is found out, with that, and those that waited behind it. Never comes where nothing is under way.
    pub(super) async fn next(&mut self) -> (Known, VecDeque<Handed>) {
        loop {
            let Some(ended) = self.under_way.join_next().await else { return std::future::pending().await };
            let Ok((account, found)) = ended else { continue };
            let Some(waiting) = self.waiting.remove(&account) else { continue };
            let mut known = waiting.known;
            known.extend(found);
            return (known, waiting.events);
        }
    }
}
