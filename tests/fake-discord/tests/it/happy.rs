use crate::common::*;
use fake_discord::*;
use serde_json::{Value, json};
use twilight_model::channel::Message;

#[tokio::test]
async fn everything_goes_well() {
    let fake = Fake::start().await;
    let c = Client::of(&fake);
    let ana = fake.user("ana");
    assert_eq!(ana, Fake::start().await.user("ana"));
    assert_eq!(c.ok("GET", "/users/@me", Value::Null).await["id"], fake.bot().to_string());
    let _: twilight_model::user::CurrentUser =
        serde_json::from_value(c.ok("GET", "/users/@me", Value::Null).await).unwrap();
    fake.set_application("flags", json!(5));
    let app = c.ok("GET", "/applications/@me", Value::Null).await;
    assert_eq!(app["flags"], 5);
    let _: twilight_model::oauth::Application = serde_json::from_value(app).unwrap();
    c.ok("GET", "/oauth2/applications/@me", Value::Null).await;
    assert_eq!(c.ok("GET", "/gateway", Value::Null).await["url"], fake.gateway_url());
    let _: twilight_model::gateway::connection_info::BotConnectionInfo =
        serde_json::from_value(c.ok("GET", "/gateway/bot", Value::Null).await).unwrap();

    // direct messages
    fake.set_time(1_772_460_000_000);
    let dm = c.ok("POST", "/users/@me/channels", json!({"recipient_id": ana.to_string()})).await;
    let dmid: u64 = dm["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(dmid, fake.direct("ana"));
    let _: twilight_model::channel::Channel = serde_json::from_value(dm).unwrap();
    let path = format!("/channels/{dmid}/messages");
    let m = c.ok("POST", &path, json!({"content":" Hello ","components":buttons(),"nonce":"abc","enforce_nonce":true,"allowed_mentions":{"parse":[]}})).await;
    let parsed: Message = serde_json::from_value(m.clone()).unwrap();
    assert_eq!(parsed.content, "Hello");
    assert_eq!(parsed.timestamp.as_micros() / 1000, 1_772_460_000_000);
    assert_eq!((parsed.id.get() >> 22) + 1_420_070_400_000, 1_772_460_000_000);
    let again = c.ok("POST", &path, json!({"content":"Hello","nonce":"abc","enforce_nonce":true})).await;
    assert_eq!(again["id"], m["id"]);
    fake.set_time(1_772_460_000_000 + 181_000);
    let third = c.ok("POST", &path, json!({"content":"Hello","nonce":"abc","enforce_nonce":true})).await;
    assert_ne!(third["id"], m["id"]);
    assert_eq!(fake.messages(dmid).len(), 2);
    let changes = fake.changes("ana");
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0].nonce.as_deref(), Some("abc"));
    assert_eq!(changes[0].allowed_mentions, json!({"parse":[]}));
    assert_eq!(changes[0].custom_ids(), ["go", "stop", "pick"]);
    assert_eq!(changes[0].button("Stop").unwrap(), "stop");
    assert!(fake.changes("ana").is_empty());
    let mid = changes[0].id;
    c.ok("PATCH", &format!("{path}/{mid}"), json!({"components":[]})).await;
    let changes = fake.changes("ana");
    assert!(
        changes.len() == 1
            && changes[0].change == Change::Edited
            && changes[0].revision == 1
            && changes[0].content == "Hello"
    );
    c.ok("DELETE", &format!("{path}/{mid}"), Value::Null).await;
    assert!(fake.changes("ana").iter().all(|s| s.change == Change::Deleted && s.id == mid));
    c.ok("POST", &format!("/channels/{dmid}/typing"), Value::Null).await;
    c.ok("GET", &format!("/channels/{dmid}"), Value::Null).await;

    // files
    let (status, m) = c
        .multi(
            "POST",
            &path,
            json!({"content":"file","attachments":[{"id":"0","filename":"a.txt","description":"mine"}]}),
            &[("a.txt", "content!")],
        )
        .await;
    assert_eq!(status, 200, "{m}");
    let got = c.http.get(m["attachments"][0]["url"].as_str().unwrap()).send().await.unwrap();
    assert_eq!(got.headers()["content-type"], "text/plain");
    assert_eq!(got.text().await.unwrap(), "content!");
    let seen = fake.changes("ana");
    assert_eq!(
        (
            seen[0].attachments[0].filename.as_str(),
            seen[0].attachments[0].description.as_deref(),
            &seen[0].attachments[0].bytes[..]
        ),
        ("a.txt", Some("mine"), &b"content!"[..])
    );
    // an edit keeps, adds and drops files
    let fid = m["attachments"][0]["id"].clone();
    let epath = format!("{path}/{}", m["id"].as_str().unwrap());
    let (_, e) = c.multi("PATCH", &epath, json!({"attachments":[{"id":fid},{"id":"0"}]}), &[("b.txt", "b")]).await;
    assert_eq!(e["attachments"].as_array().unwrap().len(), 2);
    let e = c.ok("PATCH", &epath, json!({"attachments":[]})).await;
    assert_eq!(e["attachments"], json!([]));

    // lists
    let mut ids = Vec::new();
    for n in 0..7 {
        ids.push(fake.says("ben", &format!("m{n}")));
    }
    let ben = fake.direct("ben");
    let text =
        |v: Value| v.as_array().unwrap().iter().map(|m| m["content"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        text(c.ok("GET", &format!("/channels/{ben}/messages?after={}&limit=2", ids[1]), Value::Null).await),
        ["m3", "m2"]
    );
    assert_eq!(
        text(c.ok("GET", &format!("/channels/{ben}/messages?before={}&limit=2", ids[5]), Value::Null).await),
        ["m4", "m3"]
    );
    assert_eq!(text(c.ok("GET", &format!("/channels/{ben}/messages?limit=2"), Value::Null).await), ["m6", "m5"]);
    assert_eq!(text(c.ok("GET", &format!("/channels/{ben}/messages?after=0"), Value::Null).await).len(), 7);
    assert_eq!(
        text(c.ok("GET", &format!("/channels/{ben}/messages?around={}&limit=3", ids[3]), Value::Null).await),
        ["m4", "m3", "m2"]
    );
    assert!(fake.changes("ben").is_empty());

    // commands
    let put = json!([{"name":"pitch","description":"Pitch","name_localizations":{"fr":"présentation"},"contexts":[0,1,2],"integration_types":[0,1],
        "options":[{"type":1,"name":"practise","description":"Practise","options":[{"type":3,"name":"who","description":"Who","required":true,"autocomplete":true},{"type":3,"name":"how","description":"How","required":false,"choices":[{"name":"x","value":"x"}]}]}]}]);
    let stored = c.ok("PUT", &format!("/applications/{}/commands", c.app), put.clone()).await;
    let _: Vec<twilight_model::application::command::Command> = serde_json::from_value(stored.clone()).unwrap();
    let stored2 = c.ok("PUT", &format!("/applications/{}/commands", c.app), put).await;
    assert_eq!(stored[0]["id"], stored2[0]["id"]);
    assert!(
        c.ok("GET", &format!("/applications/{}/commands", c.app), Value::Null).await[0]
            .get("name_localizations")
            .is_none()
    );
    assert_eq!(
        c.ok("GET", &format!("/applications/{}/commands?with_localizations=true", c.app), Value::Null).await[0]["name_localizations"]
            ["fr"],
        "présentation"
    );
    let g = fake.guild("G", "en-US");
    let room = fake.channel(g, "room");
    c.ok("PUT", &format!("/applications/{}/guilds/{g}/commands", c.app), json!([{"name":"test","description":"x"}]))
        .await;
    assert_eq!(fake.commands(Some(g)).len(), 1);
    assert_eq!(
        c.ok("GET", &format!("/applications/{}/guilds/{g}/commands", c.app), Value::Null)
            .await
            .as_array()
            .unwrap()
            .len(),
        1
    );

    // command -> answer
    let i = fake.slash("ana", Place::Channel(room), "pitch practise", json!([]));
    assert_eq!(fake.state(i), Progress::Unanswered);
    let (s, v) = c
        .call(
            "POST",
            &format!("/interactions/{i}/{}/callback?with_response=true", fake.interaction_token(i)),
            json!({"type":4,"data":{"content":"Yes","flags":64,"components":buttons()}}),
        )
        .await;
    assert_eq!(s, 200);
    assert_eq!(v["interaction"]["response_message_ephemeral"], true);
    let m: Message = serde_json::from_value(v["resource"]["message"].clone()).unwrap();
    fake.join("ben", g);
    assert!(fake.changes("ben").is_empty());
    let seen = fake.changes("ana");
    let seen = seen.last().unwrap();
    assert!(seen.ephemeral && seen.interaction == Some(i) && seen.id == m.id.get());
    assert!(matches!(fake.state(i), Progress::Answered { .. }));
    // component -> update, deferred update, select, modal
    let p = fake.press("ana", seen.id, "go");
    assert_eq!(
        c.callback(&fake, p, json!({"type":7,"data":{"content":"Updated","components":buttons()}})).await.0,
        204
    );
    assert_eq!(fake.message(seen.id).unwrap().content, "Updated");
    let p = fake.select("ana", seen.id, "pick", &["b"]);
    assert_eq!(c.callback(&fake, p, json!({"type":6})).await.0, 204);
    assert!(matches!(fake.state(p), Progress::Deferred { .. }));
    c.ok("PATCH", &format!("{}/messages/@original", c.hook(&fake, p)), json!({"content":"Edited later"})).await;
    assert_eq!(fake.message(seen.id).unwrap().content, "Edited later");
    fake.answered(p).await;
    let p = fake.press("ana", seen.id, "stop");
    let modal = json!({"type":9,"data":{"custom_id":"m","title":"T","components":[
        {"type":10,"content":"read"},
        {"type":18,"label":"Name","component":{"type":4,"custom_id":"name","style":1}},
        {"type":18,"label":"List","component":{"type":3,"custom_id":"list","options":[{"label":"A","value":"a"}]}},
        {"type":1,"components":[{"type":4,"custom_id":"old","style":2,"label":"Old","value":"before"}]}]}});
    assert_eq!(c.callback(&fake, p, modal).await.0, 204);
    assert_eq!(fake.modal(p).unwrap()["title"], "T");
    assert_eq!(
        c.call("PATCH", &format!("{}/messages/@original", c.hook(&fake, p)), json!({"content":"x"})).await.1["code"],
        10008
    );
    let sub = fake.submit("ana", p, &[("name", "Ana"), ("list", "a")]);
    assert_eq!(c.callback(&fake, sub, json!({"type":7,"data":{"content":"Submitted","components":[]}})).await.0, 204);
    assert_eq!(fake.message(seen.id).unwrap().content, "Submitted");
    let ch = fake.changes("ana");
    assert!(ch.len() == 1 && ch[0].change == Change::Edited && ch[0].content == "Submitted", "{ch:?}");

    // deferred, then completed; follow-ups
    let i = fake.slash("ana", Place::Channel(room), "help", Value::Null);
    assert_eq!(c.callback(&fake, i, json!({"type":5,"data":{"flags":64}})).await.0, 204);
    assert!(fake.changes("ana").is_empty() && fake.seen_by("ana").last().unwrap().thinking);
    let o = c.ok("PATCH", &format!("{}/messages/@original", c.hook(&fake, i)), json!({"content":"Thought"})).await;
    assert_eq!(o["flags"], 64);
    let ch = fake.changes("ana");
    assert!(ch.len() == 1 && ch[0].change == Change::New && ch[0].ephemeral && ch[0].content == "Thought");
    let f = c.ok("POST", &c.hook(&fake, i), json!({"content":"more","flags":64})).await;
    let fp = format!("{}/messages/{}", c.hook(&fake, i), f["id"].as_str().unwrap());
    c.ok("PATCH", &fp, json!({"content":"more!"})).await;
    c.ok("GET", &fp, Value::Null).await;
    c.ok("GET", &format!("{}/messages/@original", c.hook(&fake, i)), Value::Null).await;
    let (s, _) = c
        .multi("POST", &c.hook(&fake, i), json!({"content":"pub","attachments":[{"id":"0"}]}), &[("z.txt", "z")])
        .await;
    assert_eq!(s, 200);
    assert_eq!(fake.changes("ben").iter().map(|s| s.content.clone()).collect::<Vec<_>>(), ["pub"]);
    c.ok("DELETE", &fp, Value::Null).await;
    c.ok("DELETE", &format!("{}/messages/@original", c.hook(&fake, i)), Value::Null).await;
    // the first follow-up completes a deferred answer
    let i = fake.slash("ana", Place::Direct, "help", Value::Null);
    c.callback(&fake, i, json!({"type":5})).await;
    let n = fake.seen_by("ana").len();
    c.ok("POST", &c.hook(&fake, i), json!({"content":"first"})).await;
    assert_eq!(fake.seen_by("ana").len(), n);
    // autocomplete
    let i =
        fake.autocomplete("ana", Place::Direct, "pitch practise", json!([{"name":"who","type":3,"value":"a"}]), "who");
    assert_eq!(c.callback(&fake, i, json!({"type":8,"data":{"choices":[{"name":"Ana","value":"ana"}]}})).await.0, 204);
    assert_eq!(fake.autocomplete_choices(i).unwrap()[0]["name"], "Ana");
    // multipart callback
    let i = fake.slash("ana", Place::Direct, "export", Value::Null);
    let (s, v) = c
        .multi(
            "POST",
            &format!("/interactions/{i}/{}/callback", fake.interaction_token(i)),
            json!({"type":4,"data":{"content":"here","attachments":[{"id":"0","description":"d"}]}}),
            &[("e.json", "{}")],
        )
        .await;
    assert_eq!(s, 204, "{v}");
    assert_eq!(&fake.changes("ana").last().unwrap().attachments[0].bytes[..], b"{}");
    // private place
    let priv_ = fake.private(&["ana", "ben"]);
    let i = fake.slash("ana", Place::Private(priv_), "help", Value::Null);
    assert_eq!(c.callback(&fake, i, json!({"type":4,"data":{"content":"to both"}})).await.0, 204);
    assert_eq!(fake.changes("ben").last().unwrap().content, "to both");
    // threads
    let t = c
        .ok(
            "POST",
            &format!("/channels/{room}/threads"),
            json!({"name":"Circle","type":11,"auto_archive_duration":1440}),
        )
        .await;
    let tid: u64 = t["id"].as_str().unwrap().parse().unwrap();
    let _: twilight_model::channel::Channel = serde_json::from_value(t).unwrap();
    c.ok("POST", &format!("/channels/{tid}/messages"), json!({"content":"in thread"})).await;
    assert_eq!(fake.changes("ben").last().unwrap().content, "in thread");
    let t =
        c.ok("POST", &format!("/channels/{room}/threads"), json!({"name":"Private","type":12,"invitable":false})).await;
    let tid: u64 = t["id"].as_str().unwrap().parse().unwrap();
    c.ok("PUT", &format!("/channels/{tid}/thread-members/{ana}"), Value::Null).await;
    c.ok("POST", &format!("/channels/{tid}/messages"), json!({"content":"secret"})).await;
    assert!(fake.changes("ben").is_empty());
    assert_eq!(fake.changes("ana").last().unwrap().content, "secret");
    let pm = c.ok("POST", &format!("/channels/{room}/messages"), json!({"content":"start"})).await;
    c.ok("POST", &format!("/channels/{room}/messages/{}/threads", pm["id"].as_str().unwrap()), json!({"name":"From"}))
        .await;
    // v2
    let v2 = c.ok("POST", &format!("/channels/{dmid}/messages"), json!({"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"Text"},{"type":14},{"type":9,"components":[{"type":10,"content":"S"}],"accessory":{"type":2,"style":1,"label":"x","custom_id":"x"}}]}]})).await;
    let _: Message = serde_json::from_value(v2).unwrap();
    assert_eq!(fake.changes("ana").last().unwrap().text(), "Text\nS");
    let all = fake.requests();
    assert!(all.iter().all(|r| r.status < 300 || r.body["content"] == "x"));
}
#[tokio::test]
async fn fast() {
    let fake = Fake::start().await;
    let c = Client::of(&fake);
    let dm = fake.direct("ana");
    let start = std::time::Instant::now();
    for n in 0..2000 {
        c.ok("POST", &format!("/channels/{dm}/messages"), json!({"content": format!("{n}"), "components": buttons()}))
            .await;
    }
    println!("{:?} for 2000", start.elapsed());
    for _ in 0..10000 {
        fake.says("ana", "x");
    }
    println!("{:?} with 10000 says", start.elapsed());
}
