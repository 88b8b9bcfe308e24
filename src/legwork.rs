//! What is done beside the engine, because it takes milliseconds or more: texts are understood and proofread, files are opened. A flow says what it needs;
//! its event is handed in again with what was found.

use crate::chat::{Sent, Unfetched};
use crate::coach::topics::Understood;
use crate::contact::import::{Refused, Sheet, open};
use crate::ear::Ear;
use crate::grammar::{Grammar, Proofread, Slip};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Something that must be known before a turn can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// What this text means.
    Heard(String),
    /// Which slips are in this English text.
    Proofread(String),
    /// What is in the file that was sent.
    Opened(Sent),
}

/// What is known of an event, for its turn.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// What texts were understood as.
    pub heard: HashMap<String, Understood>,
    /// The slips in texts.
    pub slips: HashMap<String, Vec<Slip>>,
    /// What is in files that were sent, or why they cannot be used.
    pub opened: HashMap<Sent, Result<Sheet, Refused>>,
}

impl Known {
    /// Takes over what was found out besides.
    pub fn extend(&mut self, other: Self) {
        self.heard.extend(other.heard);
        self.slips.extend(other.slips);
        self.opened.extend(other.opened);
    }
}

/// A file that was fetched for an event.
pub type Fetched = Result<Vec<u8>, Unfetched>;

/// Does it.
#[derive(Debug)]
pub struct Legwork {
    ear: Arc<Ear>,
    grammar: Grammar,
}

impl Legwork {
    /// Works with these.
    pub fn new(ear: Arc<Ear>, proofread: Proofread) -> Self {
        Self { ear, grammar: Grammar::new(proofread) }
    }

    /// Finds out what is needed. `fetched` is the file that was sent. A fault of the program's own is logged, and its person is not mute for it.
    pub fn find_out(&self, needs: Vec<Need>, mut fetched: Option<Fetched>) -> Known {
        let mut known = Known::default();
        for need in needs {
            let found = catch_unwind(AssertUnwindSafe(|| match &need {
                Need::Heard(text) => Known { heard: [(text.clone(), self.ear.hear(text))].into(), ..Known::default() },
                Need::Proofread(text) => {
                    Known { slips: [(text.clone(), self.grammar.slips(text))].into(), ..Known::default() }
                }
                Need::Opened(sent) => {
                    let bytes = fetched.take().unwrap_or(Err(Unfetched::Gone));
                    let opened = bytes.map_err(Refused::from).and_then(|bytes| open(&sent.name, &bytes));
                    Known { opened: [(sent.clone(), opened)].into(), ..Known::default() }
                }
            }));
            known.extend(found.unwrap_or_else(|_| {
                tracing::error!("something could not be found out beside the engine");
                match need {
                    Need::Heard(text) => Known { heard: [(text, Understood::nothing())].into(), ..Known::default() },
                    Need::Proofread(text) => Known { slips: [(text, Vec::new())].into(), ..Known::default() },
                    Need::Opened(sent) => {
                        Known { opened: [(sent, Err(Refused::Unreadable))].into(), ..Known::default() }
                    }
                }
            }));
        }
        known
    }
}
