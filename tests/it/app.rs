//! The running bot: in order for everybody, once, through a platform that fails and one that panics.

use crate::world::{GOOD_PITCH, PROMPTS, listener, text};
use futures_util::future::BoxFuture;
use rapport::app::App;
use rapport::chat::inbound::{Body, Inbound, Sender};
use rapport::chat::{DeliverError, Outgoing, Place, Platform, Receipt};
use rapport::clock::Clock;
use rapport::engine::{Defaults, Engine, Outcome};
use rapport::ids::{EventId, PlatformName};
use rapport::store::Store;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Hears everything; panics at the first message to `panics`.
#[derive(Default)]
struct Ear {
    heard: Mutex<Vec<Outgoing>>,
    panics: Option<&'static str>,
}

impl Platform for Ear {
    fn deliver<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Receipt, DeliverError>> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            let whom = self.panics.map(|who| Place::direct(PlatformName::Console, who));
            assert!(whom.as_ref() != Some(&out.place), "this place panics");
            self.heard.lock().unwrap().push(out.clone());
            Ok(Receipt::default())
        })
    }
}

fn engine(dir: &Path) -> Engine {
    let defaults = Defaults::default();
    Engine::new(Store::open(dir).unwrap(), Arc::clone(&PROMPTS), Clock::System, defaults, rand::random())
}

fn says(id: String, who: &str, text: &str) -> Inbound {
    Inbound {
        event: EventId(id),
        sender: Sender::account(who),
        place: Place::direct(PlatformName::Console, who),
        at: Clock::System.now(),
        body: Body::Text(text.to_owned()),
        ticket: None,
        said_in: None,
    }
}

#[tokio::test]
async fn a_hundred_people_at_once_are_each_answered_in_order_and_once() {
    let dir = tempfile::tempdir().unwrap();
    let ear = Arc::new(Ear::default());
    let platform: Arc<dyn Platform> = Arc::clone(&ear) as _;
    let (app, inbox) = App::new(engine(dir.path()), listener(), [(PlatformName::Console, platform)]);
    let running = tokio::spawn(app.run(std::future::pending()));
    let mut told = Vec::new();
    for (turn, line) in ["pitch practise 30", GOOD_PITCH, "2"].into_iter().enumerate() {
        for person in 0..100 {
            let inbound = says(format!("{person}-{turn}"), &format!("person{person}"), line);
            told.push(inbox.hand_in(inbound).await.unwrap());
        }
    }
    for outcome in told {
        assert_eq!(outcome.await.unwrap(), Outcome::Done);
    }
    drop(inbox);
    running.await.unwrap().unwrap();
    let mut by_place: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for out in ear.heard.lock().unwrap().iter() {
        by_place.entry(out.place.to_text()).or_default().push(text(out));
    }
    assert_eq!(by_place.len(), 100);
    for heard in by_place.values() {
        let beginnings: Vec<&str> = heard.iter().map(|text| &text[..5]).collect();
        assert_eq!(beginnings, ["Write", "Attem", "Kept."]);
    }
}

#[tokio::test]
async fn what_was_not_delivered_is_caught_up_with_and_a_panic_mutes_nobody_else() {
    let dir = tempfile::tempdir().unwrap();
    let mut before = engine(dir.path());
    before.handle(&[says("1".to_owned(), "ana", "help"), says("2".to_owned(), "ben", "help")]).unwrap();
    before.close().unwrap();

    let ear = Arc::new(Ear { panics: Some("ana"), ..Ear::default() });
    let platform: Arc<dyn Platform> = Arc::clone(&ear) as _;
    let (app, inbox) = App::new(engine(dir.path()), listener(), [(PlatformName::Console, platform)]);
    drop(inbox);
    app.run(std::future::pending()).await.unwrap();
    assert_eq!(ear.heard.lock().unwrap().len(), 1, "ben was told");

    // The message to ana waits for its next try, with its key.
    let mut after = engine(dir.path());
    let later = Clock::System.now() + std::time::Duration::from_secs(10);
    let waiting = after.ready(&[PlatformName::Console], &std::collections::BTreeSet::new(), later).unwrap();
    assert_eq!((waiting.len(), waiting[0].failures), (1, 1));
}
