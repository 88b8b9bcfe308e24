//! Conversation scripts on a real homeserver: what a script's people do is done there with their own encrypting clients, and what the
//! bot says is read back as they would see it.

#[path = "matrix/acting.rs"]
mod acting;
#[path = "matrix/reading.rs"]
mod reading;

use crate::playable::{content, playable, take, together, unfinished};
use anyhow::bail;
use rapport::adapters::matrix::{Matrix, POSITION, Settings};
use rapport::app::{Inbox, Submission};
use rapport::chat::{Place, PlaceKind, Platform as _, Press, Receipt};
use rapport::clock::{Clock, Moment};
use rapport::config::{Credentials, Invites};
use rapport::ear::Ear;
use rapport::engine::{Defaults, Delivery, Engine};
use rapport::grammar::Proofread;
use rapport::ids::{Locale, PlatformName};
use rapport::legwork::Legwork;
use rapport::prompts::Prompts;
use rapport::script::{Act, Address, Heard, Item, ItemKind, Pressed, Script, Stage};
use rapport::store::Store;
use reading::Message;
use real_synapse::matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, OwnedUserId};
use real_synapse::{PASSWORD, Person, Seen, Synapse, whole_name};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// When a script begins that does not say: a Monday morning.
const FIRST_MOMENT: Moment = Moment(1_772_460_000_000);
/// How it is said to somebody who brought the bot into a room.
const WELCOMES: [&str; 2] = ["Thank you for having me in ", "Merci de m'accueillir dans "];
/// How long the bot may take to notice something.
const LONGEST: Duration = Duration::from_secs(60);

/// The bot on a real homeserver, with a clock that is set by hand.
pub struct MatrixStage {
    synapse: &'static Synapse,
    dir: tempfile::TempDir,
    settings: Settings,
    prompts: Arc<Prompts>,
    legwork: Legwork,
    clock: Clock,
    defaults: Defaults,
    people: BTreeMap<String, Friend>,
    rooms: BTreeMap<String, OwnedRoomId>,
    running: Option<Running>,
    starts: u64,
    shown: Vec<(String, Press, Shown)>,
    reactions: BTreeMap<(String, String), OwnedEventId>,
    heard: Vec<Heard>,
    /// The threads that the bot opened: the room of each, and its first event.
    threads: Vec<(String, String)>,
    last_words: BTreeMap<String, (OwnedRoomId, OwnedEventId)>,
}

/// Somebody, with their direct chat.
struct Friend {
    person: Person,
    direct: OwnedRoomId,
}

/// Where somebody was shown a choice.
#[derive(Clone)]
struct Shown {
    room: OwnedRoomId,
    event: String,
    sign: String,
}

struct Running {
    engine: Engine,
    matrix: Arc<Matrix>,
    submissions: mpsc::Receiver<Submission>,
    listening: JoinHandle<anyhow::Result<()>>,
}

/// The script as it can be played here: what is shown to one person alone in a room comes in their direct chat.
pub fn on_matrix(script: &Script, prompts: &Prompts) -> Script {
    let directed = |item: &Item| {
        let mut item = item.clone();
        if let ItemKind::Expect(wanted) = &mut item.kind
            && wanted.to.is_some()
        {
            wanted.at = Some(Address::Direct);
        }
        item
    };
    let items = script.items.iter().map(directed).collect();
    playable(&Script { lines: script.lines.clone(), items }, prompts)
}

impl MatrixStage {
    pub async fn open(synapse: &'static Synapse, prompts: Arc<Prompts>, script: &Script) -> anyhow::Result<Self> {
        let (mut moment, mut zone) = (FIRST_MOMENT, chrono_tz::Tz::America__Toronto);
        for item in &script.items {
            match &item.kind {
                ItemKind::Act(Act::Now(now)) => moment = *now,
                ItemKind::Act(Act::Zone(tz)) => zone = *tz,
                ItemKind::Act(Act::Host(..) | Act::Only(_)) => {}
                _ => break,
            }
        }
        let name = unique("bot");
        Person::register(synapse, &name).await.client.matrix_auth().logout().await?;
        let dir = tempfile::tempdir()?;
        let settings = Settings {
            user: whole_name(&name).to_string(),
            homeserver: Some(synapse.url()),
            credentials: Credentials::Password(PASSWORD.into()),
            store_passphrase: None,
            invites: Invites::default(),
            invites_per_hour: 1_000,
            data_dir: dir.path().to_owned(),
        };
        let mut stage = Self {
            synapse,
            dir,
            settings,
            prompts: Arc::clone(&prompts),
            legwork: Legwork::new(Arc::new(Ear::new(Arc::clone(&prompts), None)), Proofread::Yes),
            clock: Clock::standing_at(moment),
            defaults: Defaults { zone: Some(zone), ..Defaults::default() },
            people: BTreeMap::new(),
            rooms: BTreeMap::new(),
            running: None,
            starts: 0,
            shown: Vec::new(),
            reactions: BTreeMap::new(),
            heard: Vec::new(),
            threads: Vec::new(),
            last_words: BTreeMap::new(),
        };
        stage.start().await?;
        Ok(stage)
    }

    /// Starts the bot on the same data. What ran before is killed: nothing is delivered or closed any more.
    async fn start(&mut self) -> anyhow::Result<()> {
        if let Some(before) = self.running.take() {
            before.listening.abort();
            let _ = before.listening.await;
        }
        self.starts += 1;
        let store = Store::open(self.dir.path())?;
        let seed = self.starts ^ u64::try_from(self.clock.now().0)?;
        let engine = Engine::new(store, Arc::clone(&self.prompts), self.clock.clone(), self.defaults.clone(), seed);
        let matrix = Matrix::log_in(&self.settings).await?;
        let (inbox, submissions) = Inbox::open();
        let listening = tokio::spawn(Arc::clone(&matrix).run(inbox, std::future::pending()));
        self.running = Some(Running { engine, matrix, submissions, listening });
        self.serve("the bot is on Matrix", |engine| engine.fact(POSITION).unwrap().is_some()).await
    }

    fn running(&mut self) -> &mut Running {
        self.running.as_mut().expect("the bot runs")
    }

    fn bot(&self) -> OwnedUserId {
        OwnedUserId::try_from(self.settings.user.as_str()).expect("a name")
    }

    /// Lets the engine take what the adapter hands in, until something has happened.
    async fn serve(&mut self, what: &str, mut until: impl FnMut(&Engine) -> bool) -> anyhow::Result<()> {
        let Self { running, legwork, defaults, clock, .. } = self;
        let running = running.as_mut().expect("the bot runs");
        let begun = std::time::Instant::now();
        while !until(&running.engine) {
            if begun.elapsed() > LONGEST {
                bail!("waited in vain: {what}");
            }
            tokio::select! {
                Some(submission) = running.submissions.recv() => take(&mut running.engine, (legwork, running.matrix.as_ref()), submission, defaults, clock).await?,
                ended = &mut running.listening => bail!("the adapter ended: {ended:?}"),
                () = tokio::time::sleep(Duration::from_millis(5)) => {}
            }
        }
        Ok(())
    }

    /// Waits until the bot has taken everything that somebody knows of.
    async fn catch_up(&mut self, who: &str) -> anyhow::Result<()> {
        let Friend { person, direct } = &self.people[who];
        let (person, direct) = (person.clone(), direct.clone());
        let seen = person.sync().await;
        self.read(who, seen);
        let reached = position(&person.position());
        // Something for the bot to be told, so that it comes past everything before.
        person.ticks(&direct).await;
        self.serve("the bot has caught up", |engine| {
            engine
                .fact(POSITION)
                .unwrap()
                .is_some_and(|known| known.split_once(' ').is_some_and(|(_, token)| position(token) >= reached))
        })
        .await
    }

    /// Delivers until nothing is left that may leave now, and reads it.
    async fn settle(&mut self) -> anyhow::Result<()> {
        let now = self.clock.now();
        loop {
            let Self { running, legwork, defaults, clock, threads, .. } = self;
            let Running { engine, matrix, submissions, .. } = running.as_mut().expect("the bot runs");
            let ready = engine.ready(&[PlatformName::Matrix], &BTreeSet::new(), now)?;
            if ready.is_empty() {
                break;
            }
            for out in ready {
                let result = {
                    let mut delivering = matrix.deliver(&out);
                    loop {
                        tokio::select! {
                            result = &mut delivering => break result,
                            Some(submission) = submissions.recv() => take(engine, (legwork, matrix.as_ref()), submission, defaults, clock).await?,
                        }
                    }
                };
                if let (Some(_), Ok(Receipt { message: Some(root), .. })) = (&out.content.thread, &result) {
                    let room = out.place.name().to_owned();
                    threads.push((room, root.clone()));
                }
                engine.note_deliveries(&[Delivery { out, result }])?;
            }
        }
        for who in self.people.keys().cloned().collect::<Vec<_>>() {
            let person = self.people[&who].person.clone();
            let mut seen = person.sync().await;
            let invitations = person.client.invited_rooms();
            if !invitations.is_empty() {
                for room in invitations {
                    room.join().await?;
                }
                seen.extend(person.sync().await);
            }
            self.read(&who, seen);
        }
        Ok(())
    }

    /// Reads what somebody sees of the bot.
    fn read(&mut self, who: &str, seen: Vec<Seen>) {
        let bot = self.bot();
        for seen in seen.into_iter().filter(|seen| seen.sender() == bot) {
            let Some(message) = Message::of(&seen) else { continue };
            let name = self.rooms.iter().find(|(_, room)| **room == seen.room).map(|(name, _)| name.clone());
            let kind = match name {
                None => PlaceKind::Direct(who.to_owned()),
                // Everybody there sees the same: one of them tells of it.
                Some(name) if self.opener(&name) != who => continue,
                Some(name) => match self.thread_of(&seen) {
                    Some(number) => PlaceKind::Thread(name, number.to_string()),
                    None => PlaceKind::Room(name),
                },
            };
            // Whoever opens a room brings the bot there and is greeted for it, which no script can do.
            if matches!(kind, PlaceKind::Direct(_)) && WELCOMES.iter().any(|welcome| message.text.starts_with(welcome))
            {
                continue;
            }
            if matches!(kind, PlaceKind::Room(_)) && self.is_pointer(&message.text) {
                // One line, in answer to whoever spoke, as a notice.
                let content = &seen.event["content"];
                assert!(content["m.relates_to"]["m.in_reply_to"]["event_id"].is_string(), "{content}");
                assert_eq!(content["msgtype"], "m.notice");
                continue;
            }
            for (press, sign) in &message.signs {
                // A message that was changed is reacted to as what it was.
                let relation = &seen.event["content"]["m.relates_to"];
                let stands = relation["event_id"].as_str().filter(|_| relation["rel_type"] == "m.replace");
                let event = stands.unwrap_or(seen.id()).to_owned();
                let shown = Shown { room: seen.room.clone(), event, sign: sign.clone() };
                self.shown.push((who.to_owned(), press.clone(), shown));
            }
            let mut heard = message.heard(Place { platform: PlatformName::Console, kind });
            for (name, friend) in &self.people {
                heard.text = heard.text.replace(friend.person.id().localpart(), name);
            }
            self.heard.push(heard);
        }
    }

    /// The number of the thread that something was said in.
    fn thread_of(&self, seen: &Seen) -> Option<usize> {
        let relation = &seen.event["content"]["m.relates_to"];
        let root = relation["event_id"].as_str().filter(|_| relation["rel_type"] == "m.thread")?;
        let mut of_room = self.threads.iter().filter(|(room, _)| *room == seen.room.as_str());
        of_room.position(|(_, known)| known == root).map(|at| at + 1)
    }

    /// Who opened a room: the first in the alphabet of those who are there.
    fn opener(&self, room: &str) -> String {
        let id = &self.rooms[room];
        let there = |friend: &Friend| friend.person.rooms().contains(id);
        self.people.iter().find(|(_, friend)| there(friend)).map(|(who, _)| who.clone()).unwrap_or_default()
    }

    /// Whether it is the line that says where the answer is.
    fn is_pointer(&self, text: &str) -> bool {
        Locale::ALL.iter().any(|locale| self.prompts.speech.say(*locale, "answered-directly", None) == text)
    }

    async fn ring(&mut self) -> anyhow::Result<()> {
        while self.running().engine.ring_due()? > 0 {}
        self.settle().await
    }

    async fn advance(&mut self, time: Duration) -> anyhow::Result<()> {
        let until = self.clock.now() + time;
        loop {
            let now = self.clock.now();
            let Some(next) = self.running().engine.next_due(now)?.filter(|next| *next <= until) else { break };
            self.clock.set(next.max(now));
            self.ring().await?;
        }
        self.clock.set(until);
        self.ring().await
    }
}

/// How far a homeserver's name of a position is in its stream of events.
fn position(token: &str) -> u64 {
    let digits: String = token.trim_start_matches('s').chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// A name that nobody has had on the homeserver.
fn unique(name: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    format!("{name}{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

impl Stage for MatrixStage {
    async fn act(&mut self, act: &Act, pressed: Option<Pressed>) -> anyhow::Result<()> {
        match act {
            Act::Say { who, at, text } => self.say(who, at, text).await?,
            Act::Press { who, shown_to, .. } => {
                self.meet(who).await?;
                let press = pressed.expect("something to press").press;
                self.press(who, shown_to, &press).await?;
            }
            Act::Voice(who, spoken) => {
                self.meet(who).await?;
                let room = self.people[who].direct.clone();
                self.people[who].person.speaks(&room, *spoken).await;
                self.catch_up(who).await?;
            }
            Act::File(who, name) => {
                self.meet(who).await?;
                let room = self.people[who].direct.clone();
                let (name, bytes) = content(name);
                self.people[who].person.sends_file(&room, &name, &bytes).await;
                self.catch_up(who).await?;
            }
            Act::Edit(who, text) => {
                let (room, event) = self.last_words[who].clone();
                self.people[who].person.edits(&room, &event, text).await;
                self.catch_up(who).await?;
            }
            Act::Join(who, room) => {
                self.enter(who, room).await?;
            }
            Act::Leave(who, room) => {
                let id = self.rooms[room].clone();
                self.people[who].person.room(&id).leave().await?;
                self.catch_up(who).await?;
            }
            Act::Now(moment) => {
                self.clock.set(*moment);
                self.ring().await?;
            }
            Act::Advance(time) => self.advance(*time).await?,
            Act::Restart => {
                self.start().await?;
                self.ring().await?;
            }
            Act::Again | Act::Fail(_) | Act::Closed(_) | Act::Open(_) => bail!("a real homeserver does not do this"),
            Act::Zone(zone) => self.defaults.zone = Some(*zone),
            Act::Host(..) | Act::Only(_) => {}
        }
        self.settle().await
    }

    fn hear(&mut self) -> Vec<Heard> {
        std::mem::take(&mut self.heard)
    }

    fn compared(&self, heard: Vec<Heard>) -> Vec<Heard> {
        together(heard)
    }

    async fn left_over(&mut self) -> anyhow::Result<Vec<String>> {
        let mut problems = unfinished(&self.running().engine)?;
        // Silence is more than an empty outbox: whoever looks once more sees nothing new.
        self.settle().await?;
        problems.extend(self.heard.iter().map(|heard| format!("afterwards the bot said {:?}", heard.text)));
        Ok(problems)
    }
}
