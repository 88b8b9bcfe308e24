//! Conversation scripts on the fake Discord: what a script's people do is done there as they would do it, and what the bot says is
//! read back as they would see it.

#[path = "discord/reading.rs"]
mod reading;

use anyhow::bail;
use fake_discord::{Fake, Place as Where, Seen, Trouble};
use rapport::adapters::discord::{Discord, Settings};
use rapport::app::{Inbox, Submission};
use rapport::chat::{Line, Message, Place, PlaceKind, Platform as _, Press};
use rapport::clock::{Clock, Moment};
use rapport::commands::{self, Invocation, Parsed, Value};
use rapport::engine::{Defaults, Delivery, Engine};
use rapport::ids::{Locale, PlatformName};
use rapport::prompts::Prompts;
use rapport::script::{Act, Address, Heard, Item, ItemKind, Pressed, Script, Stage, canonical};
use rapport::store::{Store, outbox, people, sessions, timers};
use reading::{Clocks, Control, Reader, Standing};
use serde_json::{Value as Json, json};
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

/// The channel in which direct conversations are played.
const CHANNEL: &str = "~";

/// The bot on a fake Discord, with a clock that is set by hand.
pub struct DiscordStage {
    pub fake: Fake,
    dir: tempfile::TempDir,
    prompts: Arc<Prompts>,
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
            clock: Clock::standing_at(moment),
            played,
            defaults: Defaults { locale: Locale::En, help_line: None, zone: Some(zone) },
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
        let Self { fake, running, defaults, clock, .. } = self;
        let running = running.as_mut().expect("the bot runs");
        let mut until = until(fake);
        loop {
            tokio::select! {
                biased;
                Some(submission) = running.submissions.recv() => {
                    take(&mut running.engine, submission, defaults, clock)?;
                }
                () = &mut until => break,
            }
        }
        while let Ok(submission) = running.submissions.try_recv() {
            take(&mut running.engine, submission, defaults, clock)?;
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
        let now = self.clock.now();
        loop {
            let Running { engine, discord, .. } = self.running();
            let ready = engine.ready(&[PlatformName::Discord], &BTreeSet::new(), now)?;
            if ready.is_empty() {
                break;
            }
            for out in ready {
                let result = discord.deliver(&out).await;
                engine.note_deliveries(&[Delivery { out, result }])?;
            }
        }
        self.read();
        Ok(())
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
        Clocks { prompts: Arc::clone(&self.prompts), locale, zone, now: self.clock.now() }
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

    fn spot(&mut self, at: &Address) -> Option<Where> {
        match at {
            Address::Direct if self.played == Played::Directly => None,
            Address::Direct => Some(Where::Channel(self.channel(CHANNEL))),
            Address::Room(room) => Some(Where::Channel(self.channel(room))),
            Address::Thread(room, thread) => Some(Where::Thread(self.channel(&format!("{room}/{thread}")))),
        }
    }

    async fn say(&mut self, who: &str, at: &Address, text: &str) -> anyhow::Result<()> {
        let Some(spot) = self.spot(at) else {
            let id = self.fake.says(who, text);
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
                Value::Number(number) => json!({ "name": name, "type": 4, "value": number }),
                Value::Text(text) => json!({ "name": name, "type": 3, "value": text }),
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
    fn press_shown(&mut self, who: &str, shown_to: &str, press: &Press) -> anyhow::Result<()> {
        let (message, control) = self.reader.shown(shown_to, press).expect("it was shown");
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

/// Lets the engine take one thing that was handed in.
fn take(engine: &mut Engine, submission: Submission, defaults: &Defaults, clock: &Clock) -> anyhow::Result<()> {
    match submission {
        Submission::Event(mut inbound, done) => {
            // Where the script's people are, and when it is there.
            inbound.sender.zone = defaults.zone;
            inbound.at = clock.now();
            let outcome = engine.handle(&[*inbound])?.remove(0);
            let _ = done.send(outcome);
        }
        Submission::Question(question) => question(engine),
    }
    Ok(())
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
                let press = pressed.expect("something to press").press;
                self.press_shown(who, shown_to, &press)?;
            }
            Act::Voice(..) | Act::File(..) | Act::Edit(..) if in_channel => return not_here("voice, files and edits"),
            Act::Voice(who, spoken) => {
                self.meet(who);
                self.last = Some(self.fake.voice(who, spoken.as_secs_f64()));
            }
            Act::File(who, name) => {
                self.meet(who);
                self.last = Some(self.fake.file(who, name, 100, ""));
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
            Act::Restart => self.start().await?,
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
        let connection = self.running().engine.connection();
        let (waiting, parked) = outbox::count(connection)?;
        let mut problems: Vec<String> = timers::unexpected(connection)?
            .into_iter()
            .map(|timer| format!("the timer {timer} is still set"))
            .collect();
        if waiting + parked > 0 {
            problems.push(format!("{waiting} messages did not leave, {parked} are set aside"));
        }
        let unreadable = self.running().discord.unreadable();
        if unreadable > 0 {
            problems.push(format!("{unreadable} payloads could not be read"));
        }
        Ok(problems)
    }
}

/// What was said in one place after one act, as one: here an answer is one message, elsewhere it may be several.
fn together(heard: Vec<Heard>) -> Vec<Heard> {
    let mut places: Vec<Heard> = Vec::new();
    for next in heard {
        match places.iter_mut().find(|known| known.place == next.place && known.only == next.only) {
            Some(known) => {
                known.text = without_gaps(&format!("{}\n{}", known.text, next.text));
            }
            None => places.push(next),
        }
    }
    places
}

/// The script as it can be played here: what is expected in one place after one act is one, without empty lines, which Discord takes
/// away at the ends (the engine's own transcripts look at them). Nobody can send an empty message. Which of several wordings is picked
/// may differ, because fewer messages draw fewer random numbers.
pub fn playable(script: &Script, prompts: &Prompts) -> Script {
    let wording = |locale, variant: u32| {
        let line = Line::with("pitch-next", [("variant", variant.into())]);
        canonical(&prompts.render(locale, &Message::of([line]), None))
    };
    let wordings: Vec<String> = Locale::ALL.iter().flat_map(|locale| (0..3).map(|n| wording(*locale, n))).collect();
    let mut items: Vec<Item> = Vec::new();
    let mut is_empty = false;
    for item in &script.items {
        let ItemKind::Expect(wanted) = &item.kind else {
            is_empty = matches!(&item.kind, ItemKind::Act(Act::Say { text, .. }) if text.trim().is_empty());
            if !is_empty {
                items.push(item.clone());
            }
            continue;
        };
        if is_empty {
            continue;
        }
        let mut wanted = wanted.clone();
        let any = |line: &str| wordings.iter().any(|wording| line == wording).then_some("[..]");
        let lines = wanted.text.lines().map(|line| any(line).unwrap_or(line));
        wanted.text = without_gaps(&lines.filter_map(in_words).collect::<Vec<_>>().join("\n"));
        let after_act = items.iter().rposition(|item| matches!(item.kind, ItemKind::Act(_))).map_or(0, |at| at + 1);
        let same = items[after_act..].iter_mut().find_map(|item| match &mut item.kind {
            ItemKind::Expect(known) if known.at == wanted.at && known.to == wanted.to => Some(known),
            _ => None,
        });
        match same {
            Some(known) => known.text = without_gaps(&format!("{}\n{}", known.text, wanted.text)),
            None => items.push(Item { lines: item.lines.clone(), kind: ItemKind::Expect(wanted) }),
        }
    }
    Script { lines: script.lines.clone(), items }
}

/// A line of a plot as a picture's description says it; the line of its band says nothing that the text does not.
fn in_words(line: &str) -> Option<String> {
    let is_bar = |letter: char| matches!(letter, '█' | '░');
    match line.split_once(is_bar) {
        _ if line.contains('├') => None,
        Some((label, note)) => Some(format!("{}: {}", label.trim(), note.trim_start_matches(is_bar).trim())),
        None => Some(line.to_owned()),
    }
}

/// The text without empty lines, a quotation of several lines in one: a long one is parted anew.
pub fn without_gaps(text: &str) -> String {
    let mut whole = String::new();
    let mut in_quote = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix("> ") {
            Some(more) if in_quote => {
                whole.push(' ');
                whole.push_str(more);
            }
            quote => {
                whole.push_str(if whole.is_empty() { "" } else { "\n" });
                whole.push_str(line);
                in_quote = quote.is_some();
            }
        }
    }
    whole
}
