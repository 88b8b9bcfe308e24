//! What a script's people do, done with their own clients.

use super::{Friend, LONGEST, MatrixStage, Shown, unique};
use anyhow::{Context as _, bail};
use rapport::chat::{Place, Press};
use rapport::ids::PlatformName;
use rapport::script::Address;
use rapport::store::sessions::Status;
use rapport::store::{people, sessions};
use real_synapse::Person;
use real_synapse::matrix_sdk::ruma::{OwnedEventId, OwnedRoomId};

impl MatrixStage {
    pub(super) async fn meet(&mut self, who: &str) -> anyhow::Result<()> {
        if self.people.contains_key(who) {
            return Ok(());
        }
        let person = Person::register(self.synapse, &unique(who)).await;
        let bot = self.bot();
        let direct = person.open_direct(&bot).await;
        self.people.insert(who.to_owned(), Friend { person: person.clone(), direct: direct.clone() });
        self.wait_for_bot(&person, &direct).await
    }

    /// Waits until the bot is in a room.
    pub(super) async fn wait_for_bot(&mut self, person: &Person, room: &OwnedRoomId) -> anyhow::Result<()> {
        let bot = self.bot();
        let begun = std::time::Instant::now();
        loop {
            person.sync().await;
            let member = person.room(room).get_member_no_sync(&bot).await?;
            if member.is_some_and(|member| member.membership().as_str() == "join") {
                return Ok(());
            }
            if begun.elapsed() > LONGEST {
                bail!("the bot does not come");
            }
            let mut looks = 0;
            self.serve("a moment", |_| {
                looks += 1;
                looks > 4
            })
            .await?;
        }
    }

    /// A room of that name, with somebody in it.
    pub(super) async fn enter(&mut self, who: &str, name: &str) -> anyhow::Result<OwnedRoomId> {
        self.meet(who).await?;
        let person = self.people[who].person.clone();
        let Some(room) = self.rooms.get(name).cloned() else {
            let room = person.open_room(name, &[&self.bot()], true).await;
            self.rooms.insert(name.to_owned(), room.clone());
            self.wait_for_bot(&person, &room).await?;
            return Ok(room);
        };
        if !person.rooms().contains(&room) {
            let host = self.people[&self.opener(name)].person.clone();
            host.room(&room).invite_user_by_id(&person.id()).await?;
            person.accepts_invitation(&host.id()).await;
            host.sync().await;
            person.sync().await;
        }
        Ok(room)
    }

    pub(super) async fn say(&mut self, who: &str, at: &Address, text: &str) -> anyhow::Result<()> {
        self.meet(who).await?;
        let is_open = self.has_open(who);
        let room = match at {
            Address::Direct => self.people[who].direct.clone(),
            // What was begun there goes on in the direct chat.
            Address::Room(_) | Address::Thread(..) if is_open && !text.starts_with(['!', '/']) => {
                self.people[who].direct.clone()
            }
            Address::Room(name) => self.enter(who, &name.clone()).await?,
            Address::Thread(name, _) => self.enter(who, &name.clone()).await?,
        };
        let root = match at {
            Address::Thread(_, thread) if room != self.people[who].direct => Some(self.root_of(&room, thread)?),
            _ => None,
        };
        // A client refuses an unknown slash command, and nobody sends it. Somebody's name is completed to their whole one.
        let mut text = text.strip_prefix('/').map_or(text.to_owned(), |rest| format!("!{rest}"));
        for (name, friend) in &self.people {
            text = text.replace(&format!("@{name}"), friend.person.id().as_str());
        }
        let person = &self.people[who].person;
        let event = match root {
            Some(root) => person.says_in_thread(&room, &root, &text).await,
            None => person.says(&room, &text).await,
        };
        self.last_words.insert(who.to_owned(), (room.clone(), event));
        self.catch_up(who).await
    }

    /// The first event of the thread of that number in a room.
    fn root_of(&self, room: &OwnedRoomId, thread: &str) -> anyhow::Result<OwnedEventId> {
        let mut of_room = self.threads.iter().filter(|(there, _)| *there == room.as_str());
        let at = thread.parse::<usize>()?.checked_sub(1).context("threads are numbered from 1")?;
        let (_, root) = of_room.nth(at).context("the bot opened no such thread")?;
        Ok(root.parse()?)
    }

    fn has_open(&mut self, who: &str) -> bool {
        let handle = self.people[who].person.id().to_string();
        let db = self.running().engine.connection();
        let person = people::find(db, PlatformName::Matrix, &handle).unwrap();
        person.is_some_and(|person| {
            let place = Place::direct(PlatformName::Matrix, &handle);
            sessions::latest(db, &person.id, &place, Status::Open).unwrap().is_some()
        })
    }

    pub(super) async fn press(&mut self, who: &str, shown_to: &str, press: &Press) -> anyhow::Result<()> {
        if who != shown_to {
            bail!("nobody else can react in a direct chat");
        }
        let rooms: Vec<OwnedRoomId> = self.rooms.values().cloned().collect();
        // What stands in a room is seen by everybody who is there.
        let is_seen = |to: &str, shown: &Shown| to == shown_to || rooms.contains(&shown.room);
        let found = self.shown.iter().rev().find(|(to, known, shown)| is_seen(to, shown) && known == press);
        let Some((_, _, shown)) = found.cloned() else { bail!("it was not shown") };
        let room = self.rooms.iter().find(|(_, room)| **room == shown.room).map(|(name, _)| name.clone());
        if let Some(room) = room {
            self.enter(who, &room).await?;
        }
        let person = self.people[who].person.clone();
        let key = (format!("{who} {}", shown.event), shown.sign.clone());
        if let Some(before) = self.reactions.remove(&key) {
            person.redacts(&shown.room, &before).await;
        }
        let reaction = person.reacts(&shown.room, &shown.event, &shown.sign).await;
        self.reactions.insert(key, reaction);
        self.catch_up(who).await
    }
}
