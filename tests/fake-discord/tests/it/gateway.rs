use fake_discord::*;
use serde_json::json;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::JoinHandle;
use twilight_gateway::{ConfigBuilder, Event, EventTypeFlags, Intents, Shard, ShardId, StreamExt};

struct Bot {
    heard: Arc<Mutex<Vec<String>>>,
    errors: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}
impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn bot(fake: &Fake) -> Bot {
    bot_with(fake, fake.token())
}
fn bot_with(fake: &Fake, token: String) -> Bot {
    let config =
        ConfigBuilder::new(token, Intents::GUILDS | Intents::DIRECT_MESSAGES).proxy_url(fake.gateway_url()).build();
    let mut shard = Shard::with_config(ShardId::ONE, config);
    let heard = Arc::new(Mutex::new(Vec::new()));
    let errors = Arc::new(Mutex::new(Vec::new()));
    let (h, e) = (heard.clone(), errors.clone());
    let task = tokio::spawn(async move {
        while let Some(item) = shard.next_event(EventTypeFlags::all()).await {
            match item {
                Ok(Event::MessageCreate(m)) => h.lock().unwrap().push(m.content.clone()),
                Ok(Event::MessageUpdate(m)) => h.lock().unwrap().push(format!("edited {}", m.content)),
                Ok(Event::InteractionCreate(i)) => h.lock().unwrap().push(format!("i {:?} {:?}", i.kind, i.id)),
                Ok(Event::GuildCreate(g)) => h.lock().unwrap().push(format!(
                    "guild {:?}",
                    matches!(*g, twilight_model::gateway::payload::incoming::GuildCreate::Available(_))
                )),
                Ok(Event::Ready(r)) => h.lock().unwrap().push(format!("ready {}", r.guilds.len())),
                Ok(Event::Resumed) => h.lock().unwrap().push("resumed".into()),
                Ok(Event::ThreadCreate(_)) => h.lock().unwrap().push("thread".into()),
                Ok(Event::ChannelCreate(_)) => h.lock().unwrap().push("channel".into()),
                Ok(Event::ChannelDelete(_)) => h.lock().unwrap().push("channel gone".into()),
                Ok(Event::ThreadDelete(_)) => h.lock().unwrap().push("thread gone".into()),
                Ok(Event::MessageDelete(_)) => h.lock().unwrap().push("message gone".into()),
                Ok(Event::GatewayClose(f)) => h.lock().unwrap().push(format!("close {:?}", f.map(|f| f.code))),
                Ok(_) => {}
                Err(error) => e.lock().unwrap().push(format!("{error:?}")),
            }
        }
    });
    Bot { heard, errors, task }
}
impl Bot {
    fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().unwrap())
    }
    fn errors(&self) -> Vec<String> {
        std::mem::take(&mut self.errors.lock().unwrap())
    }
}

#[tokio::test]
async fn hundred_messages_through_a_drop() {
    let fake = Fake::start().await;
    let g = fake.guild("Lounge", "fr");
    let c = fake.channel(g, "general");
    let bot = bot(&fake);
    fake.connected().await;
    fake.caught_up().await;
    assert_eq!(fake.intents(), Some(1 | 1 << 12));
    assert_eq!(bot.heard(), ["ready 1", "guild true"]);
    for n in 0..50 {
        fake.says("ana", &format!("m{n}"));
    }
    fake.drop_connection();
    assert!(!fake.is_connected());
    for n in 50..100 {
        fake.says("ana", &format!("m{n}"));
    }
    fake.connected().await;
    fake.caught_up().await;
    let heard: Vec<String> = bot.heard().into_iter().filter(|t| t.starts_with('m')).collect();
    assert_eq!(heard, (0..100).map(|n| format!("m{n}")).collect::<Vec<_>>());
    assert_eq!((fake.resumes(), fake.identifies(), fake.connections()), (1, 1, 2));
    println!("{:?}", bot.errors());

    // guild messages are not delivered, threads and channels are
    fake.says_in("ana", Place::Channel(c), "hidden");
    let t = fake.thread(c, "T");
    fake.channel(g, "other");
    let m = fake.says("ana", "last");
    fake.edit("ana", m, "last!");
    fake.unsay("ana", m);
    fake.delete_channel(c);
    let _ = t;
    fake.again(m);
    fake.caught_up().await;
    assert_eq!(
        bot.heard(),
        ["thread", "channel", "last", "edited last!", "message gone", "thread gone", "channel gone", "edited last!"]
    );

    // several kinds of end, each resumed
    for kind in 0..3 {
        let before = fake.resumes();
        match kind {
            0 => fake.reconnect(),
            1 => fake.close(4000, "x"),
            _ => fake.invalidate(true),
        }
        fake.until("resumed", |f| (f.resumes() > before).then_some(())).await;
        fake.says("ana", &format!("after {kind}"));
        fake.caught_up().await;
        assert!(bot.heard().contains(&format!("after {kind}")), "{kind}");
    }
    // unreadable things do not end it
    fake.dispatch_raw("{\"op\":0,\"d\":".into());
    fake.dispatch_raw("not json".into());
    fake.dispatch("SOMETHING_NEW", &json!({"a": 1}));
    fake.says("ana", "still");
    fake.caught_up().await;
    assert_eq!(bot.heard(), ["still"]);
    println!("{:?}", bot.errors());
}

#[tokio::test]
async fn an_invalid_session_begins_anew() {
    let fake = Fake::start().await;
    let bot = bot(&fake);
    fake.connected().await;
    fake.invalidate(false);
    fake.says("ana", "lost");
    fake.until("identify", |f| (f.identifies() == 2).then_some(())).await;
    fake.says("ana", "new");
    fake.caught_up().await;
    assert_eq!(bot.heard(), ["ready 0", "ready 0", "new"]);
    fake.refuse_resume(true);
    fake.drop_connection();
    fake.says("ana", "lost too");
    fake.until("identify", |f| (f.identifies() == 3).then_some(())).await;
    fake.says("ana", "newer");
    fake.caught_up().await;
    let heard = bot.heard();
    assert!(heard.ends_with(&["ready 0".into(), "newer".into()]), "{heard:?}");
    assert!(!heard.contains(&"lost too".to_string()));
    fake.revoke_token();
    fake.until("close", |_| bot.heard().contains(&"close Some(4004)".to_string()).then_some(())).await;
}

#[tokio::test]
async fn a_wrong_token_is_refused_and_silence_is_noticed() {
    let fake = Fake::start().await;
    let bot1 = bot_with(&fake, "wrong".into());
    fake.until("close", |_| bot1.heard().contains(&"close Some(4004)".to_string()).then_some(())).await;
    assert_eq!(fake.identifies(), 0);
    fake.set_heartbeat(200);
    let bot2 = bot(&fake);
    fake.connected().await;
    fake.silence(true);
    fake.until("zombie resumed", |f| (f.resumes() == 1).then_some(())).await;
    fake.silence(false);
    fake.says("ana", "x");
    fake.caught_up().await;
    assert!(bot2.heard().contains(&"x".to_string()));
    fake.refuse_connections(true);
    fake.drop_connection();
    fake.says("ana", "y");
    tokio::time::sleep(Duration::from_millis(100)).await;
    fake.refuse_connections(false);
    fake.connected().await;
    fake.caught_up().await;
    assert!(bot2.heard().contains(&"y".to_string()));
}

#[tokio::test]
async fn every_interaction_is_readable() {
    let fake = Fake::start().await;
    let g = fake.guild("Lounge", "fr");
    let c = fake.channel(g, "general");
    let t = fake.thread(c, "T");
    let p = fake.private(&["ana", "ben"]);
    let bot = bot(&fake);
    fake.connected().await;
    fake.set_locale("ana", "fr");
    fake.install_for("ana");
    let ben = fake.user("ben").to_string();
    let up = fake.upload("ana", "data.json", "{}").to_string();
    fake.caught_up().await;
    bot.heard();
    let mut n = 0;
    for place in [Place::Direct, Place::Channel(c), Place::Thread(t), Place::Private(p)] {
        fake.slash("ana", place, "pitch practise", json!([{"name":"who","type":6,"value":ben},{"name":"file","type":11,"value":up},{"name":"where","type":7,"value":c.to_string()},{"name":"n","type":4,"value":3}]));
        fake.slash("ana", place, "help", json!([]));
        let i = fake.autocomplete("ana", place, "a b c", json!([{"name":"w","type":3,"value":"x"}]), "w");
        fake.press_forged("ana", place, json!({"content": "hm"}), "some:id");
        n += 4;
        fake.again(i);
        n += 1;
    }
    fake.voice("ana", 3.5);
    fake.file("ana", "a.txt", 10, "here");
    fake.caught_up().await;
    let heard = bot.heard();
    assert_eq!(bot.errors(), Vec::<String>::new());
    assert_eq!(heard.len(), n + 2, "{heard:#?}");
}
use crate::common::*;
#[tokio::test]
async fn what_the_bot_makes_comes_back_readable() {
    let fake = Fake::start().await;
    let g = fake.guild("Lounge", "fr");
    let room = fake.channel(g, "general");
    let bot = bot(&fake);
    let c = Client::of(&fake);
    fake.connected().await;
    fake.caught_up().await;
    bot.heard();
    let dm = fake.direct("ana");
    for channel in [dm, room] {
        c.ok("POST", &format!("/channels/{channel}/messages"), json!({"content":"own","components":buttons()})).await;
        let id = fake.messages(channel).last().unwrap().id;
        fake.join("ana", g);
        let p = fake.press("ana", id, "go");
        let s = fake.select("ana", id, "pick", &["a"]);
        c.callback(&fake, s, json!({"type":7,"data":{"content":"own2","components":buttons()}})).await;
        c.callback(
            &fake,
            p,
            json!({"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":10,"content":"t"},
            {"type":18,"label":"N","component":{"type":4,"custom_id":"n","style":1}},
            {"type":18,"label":"S","component":{"type":3,"custom_id":"s","options":[{"label":"a","value":"a"}]}}]}}),
        )
        .await;
        let sub = fake.submit("ana", p, &[("n", "x"), ("s", "a")]);
        c.callback(&fake, sub, json!({"type":5,"data":{"flags":64}})).await;
        c.ok("PATCH", &format!("{}/messages/@original", c.hook(&fake, sub)), json!({"content":"eph"})).await;
        let e = fake.changes("ana").last().unwrap().id;
        assert_eq!(fake.message(e).unwrap().content, "eph");
        c.ok("PATCH", &format!("{}/messages/@original", c.hook(&fake, sub)), json!({"components":buttons()})).await;
        fake.press("ana", e, "go");
        fake.caught_up().await;
        let h = bot.heard();
        println!("{h:#?}");
        let want = if channel == dm { 9 } else { 7 };
        assert_eq!(h.len(), want, "{h:#?}");
        assert_eq!(bot.errors(), Vec::<String>::new());
    }
    fake.drop_connection();
    fake.caught_up().await;
}
