//! Requests to Discord: with the bot's token, at Discord's pace, with what it refuses told apart.

use super::limits::{Limits, Route};
use crate::chat::Unfetched;
use anyhow::Context as _;
use reqwest::header::AUTHORIZATION;
use reqwest::multipart::{Form, Part};
use reqwest::{Client, Method, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use serde_json::Value;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Discord itself.
pub const DISCORD: &str = "https://discord.com";
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// Why a request came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Discord asks for patience, or would if it were asked now.
    #[error("Discord asks to wait {0:?}")]
    Wait(Duration),
    /// The token is not, or no longer, good.
    #[error("Discord does not know the token")]
    Unauthorized,
    /// Discord refuses: its own number for the reason, 0 where it gives none.
    #[error("Discord refuses with status {status}, code {code}")]
    Refused {
        /// The status of the answer.
        status: u16,
        /// Discord's number for the reason.
        code: u32,
    },
    /// Discord, or the way there, is out of order for the moment.
    #[error("Discord cannot be reached, or is out of order")]
    Broken(#[source] anyhow::Error),
}

impl Failure {
    /// Discord's own number for a refusal.
    pub fn code(&self) -> Option<u32> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            _ => None,
        }
    }
}

/// A file to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

#[derive(Deserialize)]
struct Refusal {
    #[serde(default)]
    code: u32,
    #[serde(default)]
    retry_after: Option<f64>,
}

/// Discord's interface for requests.
#[derive(Debug)]
pub struct Rest {
    client: Client,
    token: SecretString,
    base: String,
    limits: Mutex<Limits>,
}

impl Rest {
    /// An interface with a token, at Discord itself or elsewhere.
    ///
    /// # Errors
    /// No secure connection can be made on this machine.
    pub fn new(token: SecretString, api_url: Option<&str>) -> anyhow::Result<Self> {
        let client = Client::builder()
            .user_agent(concat!("DiscordBot (rapport, ", env!("CARGO_PKG_VERSION"), ")"))
            .timeout(PATIENCE)
            .build()
            .context("no secure connection can be made on this machine")?;
        let base = format!("{}/api/v10", api_url.unwrap_or(DISCORD).trim_end_matches('/'));
        Ok(Self { client, token, base, limits: Mutex::default() })
    }

    /// The token.
    pub fn token(&self) -> &SecretString {
        &self.token
    }

    /// Asks for something.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn get(&self, path: &str) -> Result<Value, Failure> {
        self.call(Method::GET, path, None, &[]).await
    }

    /// Sends a request, with files where there are any. The answer is `null` where it is empty.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        files: &[File],
    ) -> Result<Value, Failure> {
        let route = Route::of(&method, path);
        self.limits().take(&route, Instant::now()).map_err(Failure::Wait)?;
        let authorization = format!("Bot {}", self.token.expose_secret());
        let mut request =
            self.client.request(method, format!("{}{path}", self.base)).header(AUTHORIZATION, authorization);
        request = match (body, files) {
            (Some(body), []) => request.json(body),
            (Some(body), files) => request.multipart(form(body, files)?),
            (None, _) => request,
        };
        let answer = request.send().await.map_err(|error| Failure::Broken(error.without_url().into()))?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let text = answer.text().await.map_err(|error| Failure::Broken(error.without_url().into()))?;
        let now = Instant::now();
        let refusal = || serde_json::from_str::<Refusal>(&text).unwrap_or(Refusal { code: 0, retry_after: None });
        if status == StatusCode::TOO_MANY_REQUESTS {
            let wait = self.limits().note_refusal(&route, &headers, refusal().retry_after, now);
            tracing::info!(seconds = wait.as_secs_f32(), "Discord asks to wait");
            return Err(Failure::Wait(wait));
        }
        self.limits().note(&route, &headers, now);
        match status.as_u16() {
            200..=299 if text.is_empty() => Ok(Value::Null),
            200..=299 => serde_json::from_str(&text).map_err(|error| Failure::Broken(error.into())),
            // With a code of its own it is the interaction's token that is over.
            401 if refusal().code == 0 => Err(Failure::Unauthorized),
            status @ (400..=499) => Err(Failure::Refused { status, code: refusal().code }),
            status => Err(Failure::Broken(anyhow::anyhow!("status {status}"))),
        }
    }

    /// A file that somebody attached, of so many bytes at most. Where it lies nobody asks for the token.
    ///
    /// # Errors
    /// It is larger, or cannot be had.
    pub async fn file(&self, url: &str, most: u64) -> Result<Vec<u8>, Unfetched> {
        let sent = self.client.get(url).send().await.and_then(reqwest::Response::error_for_status);
        let mut answer = sent.map_err(|_| Unfetched::Gone)?;
        if answer.content_length().is_some_and(|length| length > most) {
            return Err(Unfetched::TooLarge);
        }
        let mut bytes = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|_| Unfetched::Gone)? {
            bytes.extend_from_slice(&part);
            if bytes.len() as u64 > most {
                return Err(Unfetched::TooLarge);
            }
        }
        Ok(bytes)
    }

    fn limits(&self) -> std::sync::MutexGuard<'_, Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn form(body: &Value, files: &[File]) -> Result<Form, Failure> {
    let json = Part::text(body.to_string()).mime_str("application/json");
    let mut form = Form::new().part("payload_json", json.map_err(|error| Failure::Broken(error.into()))?);
    for (number, file) in files.iter().enumerate() {
        let part = Part::bytes(file.bytes.clone()).file_name(file.name.clone());
        form = form.part(format!("files[{number}]"), part);
    }
    Ok(form)
}
