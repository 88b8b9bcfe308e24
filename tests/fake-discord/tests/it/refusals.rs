use crate::common::*;
use fake_discord::*;
use serde_json::{Value, json};
use std::time::Duration;

fn long(n: usize) -> String {
    "x".repeat(n)
}
fn row(c: Value) -> Value {
    json!([{"type":1,"components":c}])
}
fn button(id: &str) -> Value {
    json!({"type":2,"style":1,"label":"L","custom_id":id})
}

#[tokio::test]
async fn forms() {
    let fake = Fake::unlogged().await;
    let c = Client::of(&fake);
    let dm = fake.direct("ana");
    let path = format!("/channels/{dm}/messages");
    let opt =
        |n: usize| json!((0..n).map(|n| json!({"label":format!("{n}"),"value":format!("{n}")})).collect::<Vec<_>>());
    let bad: Vec<(Value, &str)> = vec![
        (json!({"content": long(2001)}), "/content"),
        (json!({"content":"x","nonce":long(26)}), "/nonce"),
        (json!({"content":"x","components":row(json!([button(&long(101))]))}), "/components/0/components/0/custom_id"),
        (json!({"content":"x","components":row(json!([button("")]))}), "/components/0/components/0/custom_id"),
        (
            json!({"content":"x","components":row(json!([button("a"),button("a")]))}),
            "/components/0/components/1/custom_id",
        ),
        (
            json!({"content":"x","components":(0..6).map(|n| row(json!([button(&n.to_string())]))[0].clone()).collect::<Vec<_>>()}),
            "/components",
        ),
        (
            json!({"content":"x","components":row(json!((0..6).map(|n| button(&n.to_string())).collect::<Vec<_>>()))}),
            "/components/0/components",
        ),
        (json!({"content":"x","components":row(json!([]))}), "/components/0/components"),
        (json!({"content":"x","components":[button("a")]}), "/components/0/type"),
        (
            json!({"content":"x","components":row(json!([{"type":3,"custom_id":"s","options":opt(26)}]))}),
            "/components/0/components/0/options",
        ),
        (
            json!({"content":"x","components":row(json!([{"type":3,"custom_id":"s","options":[]}]))}),
            "/components/0/components/0/options",
        ),
        (
            json!({"content":"x","components":row(json!([{"type":3,"custom_id":"s","options":[{"label":long(101),"value":"a"}]}]))}),
            "/components/0/components/0/options/0/label",
        ),
        (
            json!({"content":"x","components":row(json!([{"type":3,"custom_id":"s","placeholder":long(151),"options":opt(1)}]))}),
            "/components/0/components/0/placeholder",
        ),
        (
            json!({"content":"x","components":row(json!([{"type":3,"custom_id":"s","options":opt(1)},button("b")]))}),
            "/components/0/components",
        ),
        (
            json!({"content":"x","components":row(json!([{"type":2,"style":1,"label":long(81),"custom_id":"a"}]))}),
            "/components/0/components/0/label",
        ),
        (
            json!({"content":"x","components":row(json!([{"type":2,"style":1,"custom_id":"a"}]))}),
            "/components/0/components/0",
        ),
        (json!({"content":"x","attachments":[{"id":"7"}]}), "/attachments/0/id"),
        (json!({"content":"x","attachments":[{"id":"0","description":long(1025)}]}), "/attachments/0/description"),
        (json!({"content":"x","allowed_mentions":{"parse":["all"]}}), "/allowed_mentions/parse/0"),
        (json!({"content":"x","flags":32768,"components":[]}), "/content"),
        (json!({"content":"x","message_reference":{"message_id":"1"}}), "/message_reference"),
        (json!({"embeds":[{"title":long(257)}]}), "/embeds/0/title"),
        (json!({"content":7}), "/content"),
    ];
    for (body, at) in bad {
        let (s, v) = c.call("POST", &path, body.clone()).await;
        assert_eq!((s, v["code"].as_u64()), (400, Some(50035)), "{body} {v}");
        let errors = v["errors"].pointer(&format!("{at}/_errors")).unwrap_or_else(|| panic!("{at}: {v}"));
        assert!(errors[0]["code"].is_string());
        // the same in a callback stands below data
        if !at.contains("nonce") && !at.contains("reference") {
            let i = fake.slash("ana", Place::Direct, "x", Value::Null);
            let (s, v) = c.callback(&fake, i, json!({"type":4,"data":body})).await;
            assert_eq!(s, 400);
            assert!(v["errors"].pointer(&format!("/data{at}/_errors")).is_some(), "{v}");
            assert_eq!(c.callback(&fake, i, json!({"type":4,"data":{"content":"x"}})).await.0, 204);
        }
    }
    for (body, code) in [(json!({"content":"  "}), 50006), (json!({}), 50006)] {
        assert_eq!(c.call("POST", &path, body).await.1["code"], code);
    }
    // modals
    let modal = |title: &str, components: Value| json!({"type":9,"data":{"custom_id":"m","title":title,"components":components}});
    let input = |more: Value| {
        let mut i = json!({"type":4,"custom_id":"a","style":1,"label":"L"});
        for (k, v) in more.as_object().unwrap() {
            i[k] = v.clone();
        }
        json!([{"type":1,"components":[i]}])
    };
    let many = (0..6)
        .map(|n| json!({"type":1,"components":[{"type":4,"custom_id":n.to_string(),"style":1,"label":"L"}]}))
        .collect::<Vec<_>>();
    for (body, at) in [
        (modal(&long(46), input(json!({}))), "/data/title"),
        (modal("", input(json!({}))), "/data/title"),
        (modal("T", json!(many)), "/data/components"),
        (modal("T", json!([])), "/data/components"),
        (modal("T", input(json!({"label":long(46)}))), "/data/components/0/components/0/label"),
        (modal("T", input(json!({"placeholder":long(101)}))), "/data/components/0/components/0/placeholder"),
        (modal("T", input(json!({"value":long(4001)}))), "/data/components/0/components/0/value"),
        (modal("T", input(json!({"max_length":10,"value":long(11)}))), "/data/components/0/components/0/value"),
        (modal("T", input(json!({"style":3}))), "/data/components/0/components/0/style"),
        (
            modal("T", json!([{"type":18,"label":long(46),"component":{"type":4,"custom_id":"a","style":1}}])),
            "/data/components/0/label",
        ),
        (modal("T", json!([{"type":18,"label":"x"}])), "/data/components/0/component"),
        (modal("T", row(json!([button("a")]))), "/data/components/0/components/0/type"),
    ] {
        let i = fake.slash("ana", Place::Direct, "x", Value::Null);
        let (s, v) = c.callback(&fake, i, body).await;
        assert_eq!(s, 400);
        assert!(v["errors"].pointer(&format!("{at}/_errors")).is_some(), "{at} {v}");
        assert_eq!(fake.state(i), Progress::Unanswered);
    }
    // autocomplete
    for (choices, at) in [
        (json!((0..26).map(|n| json!({"name":n.to_string(),"value":"x"})).collect::<Vec<_>>()), "/data/choices"),
        (json!([{"name":long(101),"value":"x"}]), "/data/choices/0/name"),
    ] {
        let i = fake.autocomplete("ana", Place::Direct, "x", json!([{"name":"a","type":3,"value":""}]), "a");
        let (s, v) = c.callback(&fake, i, json!({"type":8,"data":{"choices":choices}})).await;
        assert_eq!(s, 400);
        assert!(v["errors"].pointer(&format!("{at}/_errors")).is_some(), "{at} {v}");
    }
    // files
    fake.set_file_limit(4);
    let (s, v) = c.multi("POST", &path, json!({"content":"x"}), &[("a.txt", "12345")]).await;
    assert_eq!((s, v["code"].as_u64()), (413, Some(40005)));
    let r = c
        .http
        .post(format!("{}{path}", c.base))
        .header("Authorization", format!("Bot {}", c.token))
        .header("content-type", "application/json")
        .body("{")
        .send()
        .await
        .unwrap();
    assert_eq!(r.status(), 400);
    assert_eq!(r.json::<Value>().await.unwrap()["code"], 50109);
}

#[tokio::test]
async fn commands() {
    let fake = Fake::unlogged().await;
    let c = Client::of(&fake);
    let path = format!("/applications/{}/commands", c.app);
    let cmd = |more: Value| {
        let mut i = json!({"name":"a","description":"d"});
        for (k, v) in more.as_object().unwrap() {
            i[k] = v.clone();
        }
        json!([i])
    };
    let o = |more: Value| {
        let mut i = json!({"type":3,"name":"o","description":"d"});
        for (k, v) in more.as_object().unwrap() {
            i[k] = v.clone();
        }
        i
    };
    let many = (0..26).map(|n| json!({"type":3,"name":format!("o{n}"),"description":"d"})).collect::<Vec<_>>();
    let choices = (0..26).map(|n| json!({"name":format!("o{n}"),"value":"d"})).collect::<Vec<_>>();
    for (body, at) in [
        (cmd(json!({"name":"Upper"})), "/0/name"),
        (cmd(json!({"name":"with space"})), "/0/name"),
        (cmd(json!({"name":long(33)})), "/0/name"),
        (cmd(json!({"name":""})), "/0/name"),
        (cmd(json!({"description":""})), "/0/description"),
        (cmd(json!({"description":long(101)})), "/0/description"),
        (cmd(json!({"name_localizations":{"fr":"É"}})), "/0/name_localizations/fr"),
        (cmd(json!({"name_localizations":{"xx":"e"}})), "/0/name_localizations/xx"),
        (cmd(json!({"description_localizations":{"fr":long(101)}})), "/0/description_localizations/fr"),
        (json!([{"name":"a","description":"d"},{"name":"a","description":"d"}]), "/1"),
        (
            json!([{"name":"a","description":"d","name_localizations":{"fr":"c"}},{"name":"b","description":"d","name_localizations":{"fr":"c"}}]),
            "/1",
        ),
        (cmd(json!({"options":many})), "/0/options"),
        (cmd(json!({"options":[o(json!({"choices":choices}))]})), "/0/options/0/choices"),
        (
            cmd(json!({"options":[o(json!({"choices":[{"name":"x","value":"x"}],"autocomplete":true}))]})),
            "/0/options/0/choices",
        ),
        (cmd(json!({"options":[o(json!({})),o(json!({"name":"p","required":true}))]})), "/0/options/1"),
        (cmd(json!({"options":[o(json!({})),o(json!({"type":6}))]})), "/0/options/1"),
        (cmd(json!({"options":[o(json!({"type":1})),o(json!({"name":"p"}))]})), "/0/options"),
        (
            cmd(
                json!({"options":[{"type":1,"name":"s","description":"d","options":[{"type":1,"name":"t","description":"d"}]}]}),
            ),
            "/0/options/0/options/0/type",
        ),
        (cmd(json!({"contexts":[3]})), "/0/contexts/0"),
        (cmd(json!({"contexts":[1,1]})), "/0/contexts"),
        (cmd(json!({"integration_types":[2]})), "/0/integration_types/0"),
    ] {
        let (s, v) = c.call("PUT", &path, body).await;
        assert_eq!(s, 400, "{at} {v}");
        assert!(v["errors"].pointer(&format!("{at}/_errors")).is_some(), "{at} {v}");
    }
    assert_eq!(
        c.call("PUT", &path, json!([{"name":"a","description":"d"},{"type":3,"name":"A b"},{"type":2,"name":"A b"}]))
            .await
            .0,
        200
    );
    assert_eq!(c.call("PUT", "/applications/1/commands", json!([])).await.0, 403);
}

#[tokio::test]
async fn standing() {
    let fake = Fake::unlogged().await;
    let c = Client::of(&fake);
    // tokens and routes
    let mut wrong = Client::of(&fake);
    wrong.token = "wrong".into();
    let (s, v) = wrong.call("GET", "/users/@me", Value::Null).await;
    assert_eq!((s, v), (401, json!({"message":"401: Unauthorized","code":0})));
    assert_eq!(c.call("GET", "/nothing", Value::Null).await, (404, json!({"message":"404: Not Found","code":0})));
    assert_eq!(c.call("GET", "/channels/x/messages", Value::Null).await.1["code"], 50035);
    assert_eq!(
        c.call("POST", "/channels/1/messages", json!({"content":"x"})).await,
        (404, json!({"message":"Unknown Channel","code":10003}))
    );
    let dm = fake.direct("ana");
    let path = format!("/channels/{dm}/messages");
    assert_eq!(c.call("PATCH", &format!("{path}/1"), json!({"content":"x"})).await.1["code"], 10008);
    assert_eq!(c.call("DELETE", &format!("{path}/1"), Value::Null).await.1["code"], 10008);
    let m = fake.says("ana", "mine");
    assert_eq!(c.call("PATCH", &format!("{path}/{m}"), json!({"content":"x"})).await.1["code"], 50005);
    assert_eq!(c.call("DELETE", &format!("{path}/{m}"), Value::Null).await.1["code"], 50003);
    fake.close_direct("ana");
    assert_eq!(
        c.call("POST", &path, json!({"content":"x"})).await,
        (403, json!({"message":"Cannot send messages to this user","code":50007}))
    );
    assert_eq!(
        c.call("POST", "/users/@me/channels", json!({"recipient_id":fake.user("ana").to_string()})).await.0,
        200
    );
    fake.open_direct("ana");
    assert_eq!(c.call("POST", &path, json!({"content":"x"})).await.0, 200);
    assert_eq!(c.call("POST", "/users/@me/channels", json!({"recipient_id":"5"})).await.1["code"], 50033);
    // permissions
    let g = fake.guild("G", "en-US");
    let room = fake.channel(g, "r");
    let t = fake.thread(room, "t");
    let p = fake.private(&["ana", "ben"]);
    let post = |id: u64| format!("/channels/{id}/messages");
    let x = json!({"content":"x"});
    assert_eq!(c.call("POST", &post(p), x.clone()).await.1["code"], 50001);
    fake.deny(room, Denied::Send);
    assert_eq!(
        c.call("POST", &post(room), x.clone()).await,
        (403, json!({"message":"Missing Permissions","code":50013}))
    );
    assert_eq!(c.call("POST", &post(t), x.clone()).await.0, 200);
    fake.deny(room, Denied::SendInThreads);
    assert_eq!(c.call("POST", &post(t), x.clone()).await.1["code"], 50013);
    fake.allow(room, Denied::SendInThreads);
    fake.deny(t, Denied::Locked);
    assert_eq!(c.call("POST", &post(t), x.clone()).await.1["code"], 50083);
    fake.deny(room, Denied::CreateThreads);
    assert_eq!(
        c.call("POST", &format!("/channels/{room}/threads"), json!({"name":"t","type":11})).await.1["code"],
        50013
    );
    fake.deny(room, Denied::View);
    assert_eq!(c.call("GET", &post(room), Value::Null).await, (403, json!({"message":"Missing Access","code":50001})));
    fake.delete_channel(room);
    assert_eq!(c.call("POST", &post(t), x.clone()).await.1["code"], 10003);

    // interactions
    let i = fake.slash("ana", Place::Direct, "x", Value::Null);
    for kind in [6, 7, 8, 1] {
        assert_eq!(c.callback(&fake, i, json!({"type":kind,"data":{"content":"x"}})).await.1["code"], 50035);
    }
    assert_eq!(
        c.call("POST", &c.hook(&fake, i), x.clone()).await,
        (404, json!({"message":"Unknown Webhook","code":10015}))
    );
    assert_eq!(c.callback(&fake, i, json!({"type":4,"data":x})).await.0, 204);
    assert_eq!(
        c.callback(&fake, i, json!({"type":4,"data":x})).await,
        (400, json!({"message":"Interaction has already been acknowledged.","code":40060}))
    );
    fake.age_interaction(i, Duration::from_secs(14 * 60));
    assert_eq!(c.call("POST", &c.hook(&fake, i), x.clone()).await.0, 200);
    fake.age_interaction(i, Duration::from_secs(60));
    assert_eq!(
        c.call("POST", &c.hook(&fake, i), x.clone()).await,
        (401, json!({"message":"Invalid Webhook Token","code":50027}))
    );
    let i = fake.slash("ana", Place::Direct, "x", Value::Null);
    fake.age_interaction(i, Duration::from_millis(3001));
    assert_eq!(
        c.callback(&fake, i, json!({"type":4,"data":x})).await,
        (404, json!({"message":"Unknown interaction","code":10062}))
    );
    assert_eq!(c.call("POST", "/interactions/1/abc/callback", json!({"type":4,"data":x})).await.1["code"], 10062);
    let i = fake.slash("ana", Place::Direct, "x", Value::Null);
    c.callback(&fake, i, json!({"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":1,"components":[{"type":4,"custom_id":"a","style":1,"label":"L"}]}]}})).await;
    let s = fake.submit("ana", i, &[("a", "b")]);
    assert_eq!(c.callback(&fake, s, json!({"type":9})).await.1["code"], 50035);
    assert_eq!(c.callback(&fake, s, json!({"type":7,"data":x})).await.1["code"], 50035);
    assert_eq!(c.callback(&fake, s, json!({"type":4,"data":{"content":"y","flags":64}})).await.0, 204);
    // ephemerals are none of the channel's
    let e = fake.changes("ana").last().unwrap().id;
    assert_eq!(c.call("PATCH", &format!("{path}/{e}"), x.clone()).await.1["code"], 10008);
    assert_eq!(c.call("PATCH", &format!("{}/messages/{m}", c.hook(&fake, s)), x.clone()).await.1["code"], 10008);
    // forged press: updating what is not there
    let f = fake.press_forged("ana", Place::Direct, json!({"id":"12"}), "b");
    assert_eq!(c.callback(&fake, f, json!({"type":7,"data":x})).await.1["code"], 10008);
    assert_eq!(c.callback(&fake, f, json!({"type":4,"data":x})).await.0, 204);
    fake.revoke_token();
    assert_eq!(c.call("GET", "/users/@me", Value::Null).await.0, 401);
}

#[tokio::test]
async fn trouble() {
    let fake = Fake::unlogged().await;
    let c = Client::of(&fake);
    let dm = fake.direct("ana");
    let path = format!("/channels/{dm}/messages");
    let x = json!({"content":"x","nonce":"n","enforce_nonce":true});
    let count = || fake.messages(dm).len();
    let send =
        || c.http.post(format!("{}{path}", c.base)).header("Authorization", format!("Bot {}", c.token)).json(&x).send();
    fake.fail(("POST", "/messages"), Trouble::Status { code: 503, effect: false }, 2);
    assert_eq!(c.call("POST", &path, x.clone()).await.0, 503);
    assert_eq!(c.call("GET", &path, Value::Null).await.0, 200);
    assert_eq!(c.call("POST", &path, x.clone()).await.0, 503);
    assert_eq!(count(), 0);
    fake.fail(("POST", "/messages"), Trouble::HangUp { effect: false }, 1);
    assert!(send().await.is_err());
    assert_eq!(count(), 0);
    fake.fail(("POST", "/messages"), Trouble::HangUp { effect: true }, 1);
    assert!(send().await.is_err());
    assert_eq!(count(), 1);
    assert_eq!(fake.requests().last().unwrap().status, 0);
    assert_eq!(c.call("POST", &path, x.clone()).await.0, 200);
    assert_eq!(count(), 1);
    fake.fail(("", "/messages"), Trouble::Delay { by: Duration::from_millis(300), effect: false }, 1);
    assert!(send().await.is_ok());
    fake.fail(("", "/messages"), Trouble::Delay { by: Duration::from_secs(30), effect: false }, 1);
    assert!(
        tokio::time::timeout(Duration::from_millis(100), c.call("POST", &path, json!({"content":"never"})))
            .await
            .is_err()
    );
    fake.fail(("", "/messages"), Trouble::Delay { by: Duration::from_secs(30), effect: true }, 1);
    assert!(
        tokio::time::timeout(Duration::from_millis(100), c.call("POST", &path, json!({"content":"done"})))
            .await
            .is_err()
    );
    assert_eq!(count(), 2);
    // limits
    for (scope, word) in [(Scope::User, "user"), (Scope::Global, "global"), (Scope::Shared, "shared")] {
        fake.rate_limit(("POST", "/messages"), 1.25, scope, 1);
        let r = send().await.unwrap();
        assert_eq!(r.status(), 429);
        assert_eq!(r.headers()["retry-after"], "2");
        assert_eq!(r.headers()["x-ratelimit-scope"], word);
        assert_eq!(r.headers().contains_key("x-ratelimit-global"), scope == Scope::Global);
        let v: Value = r.json().await.unwrap();
        assert_eq!((v["retry_after"].as_f64(), v["global"].as_bool()), (Some(1.25), Some(scope == Scope::Global)));
    }
    assert_eq!(fake.limited(), 3);
    fake.bucket("/messages", 2, Duration::from_millis(300));
    let r = send().await.unwrap();
    assert_eq!(
        (r.headers()["x-ratelimit-limit"].to_str().unwrap(), r.headers()["x-ratelimit-remaining"].to_str().unwrap()),
        ("2", "1")
    );
    assert!(r.headers()["x-ratelimit-reset-after"].to_str().unwrap().parse::<f64>().unwrap() <= 0.3);
    send().await.unwrap();
    let r = send().await.unwrap();
    assert_eq!(r.status(), 429);
    assert_eq!(r.headers()["x-ratelimit-remaining"], "0");
    let other = fake.direct("ben");
    assert_eq!(c.call("POST", &format!("/channels/{other}/messages"), json!({"content":"x"})).await.0, 200);
    let wait = r.json::<Value>().await.unwrap()["retry_after"].as_f64().unwrap();
    tokio::time::sleep(Duration::from_secs_f64(wait)).await;
    assert_eq!(send().await.unwrap().status(), 200);
    assert_eq!(fake.limited(), 4);
    fake.calm();
    fake.global(3);
    let mut got = Vec::new();
    for _ in 0..5 {
        got.push(c.call("GET", "/users/@me", Value::Null).await.0);
    }
    assert_eq!(got, [200, 200, 200, 429, 429]);
    let i = fake.slash("ana", Place::Direct, "x", Value::Null);
    assert_eq!(c.callback(&fake, i, json!({"type":5})).await.0, 204);
    // stops when dropped
    let base = c.base.clone();
    drop(fake);
    assert!(c.http.get(base).send().await.is_err());
}
