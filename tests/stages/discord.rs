//! Conversation scripts on the fake Discord: what a script's people do is done there as they would do it, and what the bot says is
//! read back as they would see it.

#[path = "discord/acting.rs"]
mod acting;
#[path = "discord/reading.rs"]
mod reading;

use crate::playable::{content, playable, take, together, unfinished};
use fake_discord::{Fake, Seen, Trouble};
use rapport::adapters::discord::{Discord, Settings};
use rapport::app::{Inbox, Submission};
use rapport::chat::{Place, PlaceKind, Platform as _, Receipt};
use rapport::clock::{Clock, Moment};
use rapport::ear::Ear;
use rapport::engine::{Defaults, Delivery, Engine};
use rapport::grammar::Proofread;
use rapport::ids::PlatformName;
use rapport::legwork::Legwork;
use rapport::prompts::Prompts;
use rapport::script::{Act, Heard, ItemKind, Pressed, Script, Stage};
use rapport::store::{Store, outbox, people};
use reading::{Clocks, Reader};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

/// When a script begins that does not say: a Monday morning.
const FIRST_MOMENT: Moment = Moment(1_772_460_000_000);

/// Where a script's direct conversations are played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Played {
    /// In direct messages, as they are.
    Directly,
    /// In a channel of a server, by slash commands, buttons, lists and windows.
    InChannel,
}

/// The script as it can be played here: each reader sees times by their own clock, so that nobody says whose clocks are meant.
pub fn on_discord(script: &Script, prompts: &Prompts) -> Script {
    let items = script.items.iter().map(|item| {
        let mut item = item.clone();
        if let ItemKind::Expect(wanted) = &mut item.kind {
            wanted.text = without_zones(&wanted.text);
        }
        item
    });
    playable(&Script { lines: script.lines.clone(), items: items.collect() }, prompts)
}

fn without_zones(text: &str) -> String {
    let mut kept = String::new();
    for (number, piece) in text.split(" (").enumerate() {
        let rest =
            piece.split_once(')').filter(|(inner, _)| inner.ends_with(" time") || inner.starts_with("heure de "));
        match rest {
            Some((_, rest)) if number > 0 => kept.push_str(rest),
            _ => {
                kept.push_str(if number > 0 { " (" } else { "" });
                kept.push_str(piece);
            }
        }
    }
    kept
}

/// How long Discord's own pace is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// The channel in which direct conversations are played.
const CHANNEL: &str = "~";

/// The bot on a fake Discord, with a clock that is set by hand.
pub struct DiscordStage {
    pub fake: Fake,
    dir: tempfile::TempDir,
    prompts: Arc<Prompts>,
    legwork: Legwork,
    clock: Clock,
    played: Played,
    defaults: Defaults,
    guild: u64,
    channels: BTreeMap<String, u64>,
    people: BTreeSet<String>,
    running: Option<Running>,
    starts: u64,
    reader: Reader,
    heard: Vec<Heard>,
    /// What somebody did last, to do it again, and what each person wrote last, to change it.
    last: Option<u64>,
    last_words: BTreeMap<String, u64>,
}

struct Running {
    engine: Engine,
    discord: Arc<Discord>,
    submissions: mpsc::Receiver<Submission>,
    stop: watch::Sender<bool>,
    listening: JoinHandle<anyhow::Result<()>>,
}

impl DiscordStage {
    pub async fn open(prompts: Arc<Prompts>, script: &Script, played: Played) -> anyhow::Result<Self> {
        let (mut moment, mut zone) = (FIRST_MOMENT, chrono_tz::Tz::America__Toronto);
        for item in &script.items {
            match &item.kind {
                ItemKind::Act(Act::Now(now)) => moment = *now,
                ItemKind::Act(Act::Zone(tz)) => zone = *tz,
                ItemKind::Act(Act::Host(..) | Act::Only(_) | Act::Join(..)) => {}
                _ => break,
            }
        }
        let fake = Fake::start().await;
        let guild = fake.guild("Newcomers", "en-US");
        let mut stage = Self {
            fake,
            dir: tempfile::tempdir()?,
            prompts: Arc::clone(&prompts),
            legwork: Legwork::new(Arc::new(Ear::new(Arc::clone(&prompts), None)), Proofread::Yes),
            clock: Clock::standing_at(moment),
            played,
            defaults: Defaults { zone: Some(zone), ..Defaults::default() },
            guild,
            channels: BTreeMap::new(),
            people: BTreeSet::new(),
            running: None,
            starts: 0,
            reader: Reader::default(),
            heard: Vec::new(),
            last: None,
            last_words: BTreeMap::new(),
        };
        stage.set_clock(moment);
        stage.start().await?;
        Ok(stage)
    }

    fn set_clock(&mut self, moment: Moment) {
        self.clock.set(moment);
        self.fake.set_time(u64::try_from(moment.0).unwrap());
    }

    /// Starts the bot on the same database. What ran before is killed: nothing is delivered or closed any more.
    async fn start(&mut self) -> anyhow::Result<()> {
        if let Some(before) = self.running.take() {
            before.listening.abort();
            let _ = before.listening.await;
            drop((before.engine, before.submissions, before.stop));
            self.fake.disconnected().await;
        }
        self.starts += 1;
        let store = Store::open(self.dir.path())?;
        let seed = self.starts ^ u64::try_from(self.clock.now().0)?;
        let engine = Engine::new(store, Arc::clone(&self.prompts), self.clock.clone(), self.defaults.clone(), seed);
        let settings = Settings { token: self.fake.token().into(), guild: None, api_url: Some(self.fake.http_url()) };
        let discord = Discord::log_in(&settings, Arc::clone(&self.prompts), self.clock.clone()).await?;
        let (inbox, submissions) = Inbox::open();
        let (stop, mut stopped) = watch::channel(false);
        let listening = tokio::spawn(Arc::clone(&discord).run(inbox, async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        }));
        self.running = Some(Running { engine, discord, submissions, stop, listening });
        self.serve(|fake| Box::pin(fake.connected())).await?;
        self.catch_up().await
    }

    fn running(&mut self) -> &mut Running {
        self.running.as_mut().expect("the bot runs")
    }

    /// Lets the engine take what the adapter hands in, until something has happened.
    async fn serve<'a>(
        &'a mut self,
        until: impl FnOnce(&'a Fake) -> std::pin::Pin<Box<dyn Future<Output = ()> + 'a>>,
    ) -> anyhow::Result<()> {
        let Self { fake, running, legwork, defaults, clock, .. } = self;
        let running = running.as_mut().expect("the bot runs");
        let mut until = until(fake);
        loop {
            tokio::select! {
                biased;
                Some(submission) = running.submissions.recv() => {
                    take(&mut running.engine, (legwork, running.discord.as_ref()), submission, defaults, clock).await?;
                }
                () = &mut until => break,
            }
        }
        while let Ok(submission) = running.submissions.try_recv() {
            take(&mut running.engine, (legwork, running.discord.as_ref()), submission, defaults, clock).await?;
        }
        Ok(())
    }

    /// Waits until the bot has taken everything that happened on Discord.
    async fn catch_up(&mut self) -> anyhow::Result<()> {
        self.serve(|fake| Box::pin(fake.caught_up())).await
    }

    /// Delivers until nothing is left that may leave now.
    async fn settle(&mut self) -> anyhow::Result<()> {
        self.catch_up().await?;
        loop {
            let now = self.clock.now();
            let Running { engine, discord, .. } = self.running();
            let ready = engine.ready(&[PlatformName::Discord], &BTreeSet::new(), now)?;
            if ready.is_empty() {
                // Where Discord asks for patience, everybody has it.
                let next = outbox::next(engine.connection(), now)?.filter(|next| next.since(now) < PATIENCE);
                let Some(next) = next else { break };
                tokio::time::sleep(next.since(now)).await;
                self.set_clock(next);
                continue;
            }
            let mut opened = Vec::new();
            for out in ready {
                let result = discord.deliver(&out).await;
                if let (Some(_), Ok(Receipt { message: Some(thread), .. })) = (&out.content.thread, &result) {
                    opened.push((out.place.name().parse::<u64>()?, thread.parse::<u64>()?));
                }
                engine.note_deliveries(&[Delivery { out, result }])?;
            }
            for (room, thread) in opened {
                self.note_thread(room, thread);
            }
        }
        self.read();
        Ok(())
    }

    /// Scripts call threads by their numbers.
    fn note_thread(&mut self, room: u64, thread: u64) {
        let known = self.channels.iter().find(|(_, id)| **id == room).map(|(name, _)| name.clone());
        let Some(room) = known else { return };
        let count = self.channels.keys().filter(|name| name.starts_with(&format!("{room}/"))).count();
        self.channels.insert(format!("{room}/{}", count + 1), thread);
    }

    /// Reads what everybody sees by now.
    fn read(&mut self) {
        for who in self.people.clone() {
            let bot = self.fake.bot();
            for seen in self.fake.changes(&who).into_iter().filter(|seen| seen.author == bot) {
                let place = self.place_of(&who, &seen);
                let clocks = self.clocks(&who);
                self.heard.extend(self.reader.read(&who, place, &seen, &clocks));
            }
        }
    }

    /// How somebody's Discord shows times: in their language, by the clocks where they are.
    fn clocks(&self, who: &str) -> Clocks {
        let db = self.running.as_ref().expect("the bot runs").engine.connection();
        let handle = self.fake.user(who).to_string();
        let person = people::find(db, PlatformName::Discord, &handle).unwrap();
        let zone = person.as_ref().and_then(|person| person.zone).or(self.defaults.zone).unwrap();
        let locale = person.and_then(|person| person.locale.or(person.guessed_locale)).unwrap_or_default();
        let people = self.people.iter().map(|name| (format!("<@{}>", self.fake.user(name)), name.clone()));
        let channels = self.channels.iter().map(|(name, id)| (format!("<#{id}>"), name.clone()));
        let names = people.chain(channels).collect();
        Clocks { prompts: Arc::clone(&self.prompts), locale, zone, now: self.clock.now(), names }
    }

    fn place_of(&self, who: &str, seen: &Seen) -> Place {
        let room = self.channels.iter().find(|(_, channel)| **channel == seen.channel).map(|(name, _)| name.as_str());
        let kind = match room {
            None | Some(CHANNEL) => PlaceKind::Direct(who.to_owned()),
            Some(name) => match name.split_once('/') {
                Some((room, thread)) => PlaceKind::Thread(room.to_owned(), thread.to_owned()),
                None => PlaceKind::Room(name.to_owned()),
            },
        };
        Place { platform: PlatformName::Console, kind }
    }

    fn channel(&mut self, name: &str) -> u64 {
        if let Some(known) = self.channels.get(name) {
            return *known;
        }
        let id = match name.split_once('/') {
            Some((room, thread)) => {
                let room = self.channel(room);
                self.fake.thread(room, thread)
            }
            None => self.fake.channel(self.guild, name),
        };
        self.channels.insert(name.to_owned(), id);
        id
    }

    fn meet(&mut self, who: &str) {
        if self.people.insert(who.to_owned()) {
            self.fake.join(who, self.guild);
        }
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
            self.set_clock(next.max(now));
            self.ring().await?;
        }
        self.set_clock(until);
        self.ring().await
    }
}

impl Stage for DiscordStage {
    async fn act(&mut self, act: &Act, pressed: Option<Pressed>) -> anyhow::Result<()> {
        let not_here = |what: &str| Err(anyhow::anyhow!("not in a channel: {what}"));
        let in_channel = self.played == Played::InChannel;
        match act {
            Act::Say { who, at, text } => {
                self.meet(who);
                self.say(who, at, text).await?;
            }
            Act::Press { who, shown_to, .. } => {
                self.meet(who);
                let pressed = pressed.expect("something to press");
                self.press_shown(who, shown_to, &pressed)?;
            }
            Act::Voice(..) | Act::File(..) | Act::Edit(..) if in_channel => return not_here("voice, files and edits"),
            Act::Voice(who, spoken) => {
                self.meet(who);
                self.last = Some(self.fake.voice(who, spoken.as_secs_f64()));
            }
            Act::File(who, name) => {
                self.meet(who);
                let (name, bytes) = content(name);
                self.last = Some(self.fake.file_with(who, &name, bytes, ""));
            }
            Act::Edit(who, text) => {
                let message = self.last_words[who];
                self.fake.edit(who, message, text);
            }
            Act::Join(who, _) => self.meet(who),
            Act::Leave(..) => {}
            Act::Again => self.fake.again(self.last.expect("something happened")),
            Act::Now(moment) => {
                self.set_clock(*moment);
                self.ring().await?;
            }
            Act::Advance(time) => self.advance(*time).await?,
            Act::Restart => {
                self.start().await?;
                self.ring().await?;
            }
            Act::Fail(_) if in_channel => return not_here("failures by number"),
            Act::Fail(count) => {
                self.fake.fail(("POST", "/messages"), Trouble::Status { code: 503, effect: false }, *count);
            }
            Act::Closed(who) => self.fake.close_direct(who),
            Act::Open(who) => self.fake.open_direct(who),
            Act::Host(who, _) => {
                self.meet(who);
                self.fake.set_permissions(who, 1 << 5);
            }
            Act::Zone(zone) => self.defaults.zone = Some(*zone),
            Act::Only(_) => {}
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
        let unreadable = self.running().discord.unreadable();
        if unreadable > 0 {
            problems.push(format!("{unreadable} payloads could not be read"));
        }
        Ok(problems)
    }
}
