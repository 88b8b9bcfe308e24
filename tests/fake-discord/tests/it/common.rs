#![allow(dead_code)]
use fake_discord::*;
use serde_json::{Value, json};
pub struct Client {
    pub http: reqwest::Client,
    pub base: String,
    pub token: String,
    pub app: u64,
}
impl Client {
    pub fn of(fake: &Fake) -> Self {
        Self {
            http: reqwest::Client::new(),
            base: format!("{}/api/v10", fake.http_url()),
            token: fake.token(),
            app: fake.bot(),
        }
    }
    pub async fn call(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let mut r = self
            .http
            .request(method.parse().unwrap(), format!("{}{path}", self.base))
            .header("Authorization", format!("Bot {}", self.token));
        if !body.is_null() {
            r = r.json(&body);
        }
        let r = r.send().await.unwrap();
        let status = r.status().as_u16();
        let text = r.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }
    pub async fn ok(&self, method: &str, path: &str, body: Value) -> Value {
        let (status, value) = self.call(method, path, body).await;
        assert!(status < 300, "{method} {path}: {status} {value}");
        value
    }
    pub async fn multi(&self, method: &str, path: &str, body: Value, files: &[(&str, &'static str)]) -> (u16, Value) {
        let mut form = reqwest::multipart::Form::new().text("payload_json", body.to_string());
        for (n, (name, text)) in files.iter().enumerate() {
            form = form.part(
                format!("files[{n}]"),
                reqwest::multipart::Part::text(*text).file_name(name.to_string()).mime_str("text/plain").unwrap(),
            );
        }
        let r = self
            .http
            .request(method.parse().unwrap(), format!("{}{path}", self.base))
            .header("Authorization", format!("Bot {}", self.token))
            .multipart(form)
            .send()
            .await
            .unwrap();
        (r.status().as_u16(), serde_json::from_str(&r.text().await.unwrap()).unwrap_or(Value::Null))
    }
    pub async fn callback(&self, fake: &Fake, i: u64, body: Value) -> (u16, Value) {
        self.call("POST", &format!("/interactions/{i}/{}/callback", fake.interaction_token(i)), body).await
    }
    pub fn hook(&self, fake: &Fake, i: u64) -> String {
        format!("/webhooks/{}/{}", self.app, fake.interaction_token(i))
    }
}
pub fn buttons() -> Value {
    json!([{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go"},{"type":2,"style":2,"label":"Stop","custom_id":"stop"}]},
           {"type":1,"components":[{"type":3,"custom_id":"pick","options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}]}])
}
