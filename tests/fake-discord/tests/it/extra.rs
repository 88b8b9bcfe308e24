use crate::common::*;
use fake_discord::*;
use serde_json::{Value, json};
use std::time::Duration;
#[tokio::test]
async fn gone_channels_and_pages() {
    let fake = Fake::start().await;
    let c = Client::of(&fake);
    let g = fake.guild("G", "fr");
    let room = fake.channel(g, "r");
    let i = fake.slash("ana", Place::Channel(room), "x", Value::Null);
    let j = fake.slash("ana", Place::Channel(room), "x", Value::Null);
    c.callback(&fake, j, json!({"type":5})).await;
    fake.delete_channel(room);
    assert_eq!(c.callback(&fake, i, json!({"type":4,"data":{"content":"x"}})).await.1["code"], 10003);
    assert_eq!(
        c.call("PATCH", &format!("{}/messages/@original", c.hook(&fake, j)), json!({"content":"x"})).await.1["code"],
        10003
    );
    fake.fail(("GET", ""), Trouble::Status { code: 502, effect: false }, 1);
    let r = c.http.get(format!("{}/gateway", c.base)).send().await.unwrap();
    assert_eq!((r.status().as_u16(), r.headers()["content-type"].to_str().unwrap()), (502, "text/html"));
    // effects of a refused answer: the deed is done, the answer says it is not
    let i = fake.slash("ana", Place::Direct, "x", Value::Null);
    fake.fail(("POST", "/callback"), Trouble::Status { code: 500, effect: true }, 1);
    assert_eq!(c.callback(&fake, i, json!({"type":4,"data":{"content":"x"}})).await.0, 500);
    assert_eq!(c.callback(&fake, i, json!({"type":4,"data":{"content":"x"}})).await.1["code"], 40060);
    fake.file("ana", "été 1.txt", 3, "f");
    let seen = fake.seen_by("ana");
    assert_eq!(seen.last().unwrap().attachments[0].filename, "_t__1.txt");
    // a message that is new and gone is no change; seen and gone is one
    let m = fake.changes("ana");
    assert_eq!(m.len(), 1);
    let dm = fake.direct("ana");
    let x = c.ok("POST", &format!("/channels/{dm}/messages"), json!({"content":"y"})).await;
    c.ok("DELETE", &format!("/channels/{dm}/messages/{}", x["id"].as_str().unwrap()), Value::Null).await;
    assert!(fake.changes("ana").is_empty());
    c.ok("DELETE", &format!("/channels/{dm}/messages/{}", m[0].id), Value::Null).await;
    let d = fake.changes("ana");
    assert!(d[0].change == Change::Deleted && d[0].content == "x");
    tokio::time::sleep(Duration::from_millis(1)).await;
}
#[tokio::test]
#[should_panic(expected = "no component nope")]
async fn nobody_presses_what_is_not_there() {
    let fake = Fake::start().await;
    let c = Client::of(&fake);
    let dm = fake.direct("ana");
    let x = c.ok("POST", &format!("/channels/{dm}/messages"), json!({"content":"y","components":buttons()})).await;
    fake.press("ana", x["id"].as_str().unwrap().parse().unwrap(), "nope");
}
