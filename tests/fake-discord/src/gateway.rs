//! The gateway: one task for each connection, and the sessions that outlive them.

use super::server::{Line, Shared};
use super::world::World;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// The intent for guilds, their channels and threads.
pub const GUILDS: u64 = 1;
/// The intent for direct messages.
pub const DIRECT_MESSAGES: u64 = 1 << 12;

/// How many events a session keeps for the time after a break.
const REMEMBERED: usize = 20_000;

/// The connections and the sessions.
pub struct Gateway {
    pub connections: HashMap<u64, Connection>,
    pub sessions: HashMap<String, Session>,
    /// The session that was identified or resumed last.
    pub current: Option<String>,
    pub opened: usize,
    pub identifies: usize,
    pub resumes: usize,
    pub intents: Option<u64>,
    pub heartbeat_ms: u64,
    pub refuse_resume: bool,
    pub silent: bool,
    pub down: bool,
}

/// A connection that is up.
pub struct Connection {
    pub send: UnboundedSender<Out>,
    pub line: Line,
    pub session: Option<String>,
}

/// What the bot takes up again after a connection broke.
pub struct Session {
    pub seq: u64,
    pub seen: u64,
    pub intents: u64,
    pub log: VecDeque<(u64, String)>,
    pub connection: Option<u64>,
}

/// What a connection is to send.
pub enum Out {
    Text(String),
    Close(u16, &'static str),
}

impl Gateway {
    /// A gateway that nobody talks to yet.
    pub fn new() -> Self {
        Self {
            connections: HashMap::new(),
            sessions: HashMap::new(),
            current: None,
            opened: 0,
            identifies: 0,
            resumes: 0,
            intents: None,
            heartbeat_ms: 41_250,
            refuse_resume: false,
            silent: false,
            down: false,
        }
    }

    /// Sends a payload that is no event.
    pub fn send(&self, connection: u64, payload: &Value) {
        if let Some(connection) = self.connections.get(&connection) {
            let _ = connection.send.send(Out::Text(payload.to_string()));
        }
    }

    /// Closes a connection properly.
    pub fn close(&self, connection: u64, code: u16, reason: &'static str) {
        if let Some(connection) = self.connections.get(&connection) {
            let _ = connection.send.send(Out::Close(code, reason));
        }
    }

    /// The connection of the session that counts, when it is up.
    pub fn live(&self) -> Option<(u64, &Session)> {
        let session = self.sessions.get(self.current.as_ref()?)?;
        Some((session.connection?, session))
    }

    /// Tells one session something.
    fn tell(&mut self, session: &str, name: &str, data: &str) {
        let Some(session) = self.sessions.get_mut(session) else { return };
        session.seq += 1;
        let text = format!(r#"{{"t":"{name}","s":{},"op":0,"d":{data}}}"#, session.seq);
        if let Some(connection) = session.connection.and_then(|id| self.connections.get(&id)) {
            let _ = connection.send.send(Out::Text(text.clone()));
        }
        session.log.push_back((session.seq, text));
        if session.log.len() > REMEMBERED {
            session.log.pop_front();
        }
    }

    /// Tells every session that asked for such events. No intents: everybody gets it.
    pub fn dispatch(&mut self, intents: Option<u64>, name: &str, data: &Value) {
        let covered = |session: &Session| intents.is_none_or(|bits| session.intents & bits != 0);
        let ids: Vec<String> =
            self.sessions.iter().filter(|(_, session)| covered(session)).map(|(id, _)| id.clone()).collect();
        if !ids.is_empty() {
            let data = data.to_string();
            ids.iter().for_each(|id| self.tell(id, name, &data));
        }
    }

    /// A connection is no more.
    fn gone(&mut self, id: u64, session_too: bool) {
        let Some(connection) = self.connections.remove(&id) else { return };
        let Some(name) = connection.session else { return };
        if session_too {
            self.sessions.remove(&name);
        } else if let Some(session) = self.sessions.get_mut(&name)
            && session.connection == Some(id)
        {
            session.connection = None;
        }
    }

    /// Breaks the connection that counts, without a word.
    pub fn cut(&mut self, id: u64) {
        if let Some(connection) = self.connections.get(&id) {
            connection.line.cut();
            self.gone(id, false);
        }
    }
}

impl World {
    /// What came in over a connection.
    fn gateway_received(&mut self, id: u64, text: &str) {
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return self.gateway.close(id, 4002, "Error while decoding payload.");
        };
        let data = &payload["d"];
        let Some(connection) = self.gateway.connections.get(&id) else { return };
        let named = connection.session.is_some();
        match payload["op"].as_u64() {
            Some(1) => {
                let session = connection.session.clone();
                if let Some(session) = session.and_then(|name| self.gateway.sessions.get_mut(&name)) {
                    session.seen = session.seen.max(data.as_u64().unwrap_or(0));
                }
                if !self.gateway.silent {
                    self.gateway.send(id, &json!({"t": null, "s": null, "op": 11, "d": null}));
                }
            }
            Some(2 | 6) if named => self.gateway.close(id, 4005, "Already authenticated."),
            Some(2 | 6) if self.revoked || !self.is_token(data["token"].as_str().unwrap_or("")) => {
                self.gateway.close(id, 4004, "Authentication failed.");
            }
            Some(2) => self.identify(id, data),
            Some(6) => self.resume(id, data),
            Some(3 | 4 | 8 | 31) if named => {}
            Some(3 | 4 | 8 | 31) => self.gateway.close(id, 4003, "Not authenticated."),
            _ => self.gateway.close(id, 4001, "Unknown opcode."),
        }
    }

    /// Whether that is the bot's token, with or without the word before it.
    pub fn is_token(&self, text: &str) -> bool {
        text.strip_prefix("Bot ").unwrap_or(text) == self.token
    }

    fn identify(&mut self, id: u64, data: &Value) {
        let Some(intents) = data["intents"].as_u64().filter(|bits| *bits < 1 << 26) else {
            return self.gateway.close(id, 4013, "Invalid intent(s).");
        };
        let name = format!("{:032x}", u128::from(self.next_id()) << 64 | u128::from(id));
        self.gateway.sessions.retain(|_, session| session.connection.is_some());
        let session = Session { seq: 0, seen: 0, intents, log: VecDeque::new(), connection: Some(id) };
        self.gateway.sessions.insert(name.clone(), session);
        self.gateway.connections.get_mut(&id).expect("connected").session = Some(name.clone());
        self.gateway.current = Some(name.clone());
        self.gateway.identifies += 1;
        self.gateway.intents = Some(intents);
        let guilds: Vec<Value> =
            self.guilds.keys().map(|id| json!({"id": id.to_string(), "unavailable": true})).collect();
        let ready = json!({
            "v": 10, "user": self.me_json(), "user_settings": {}, "session_type": "normal", "session_id": name,
            "resume_gateway_url": self.ws, "relationships": [], "private_channels": [], "presences": [],
            "guilds": guilds, "guild_join_requests": [], "geo_ordered_rtc_regions": [], "_trace": [],
            "application": {"id": self.bot.to_string(), "flags": self.application_json()["flags"]},
            "shard": data.get("shard").cloned().unwrap_or_else(|| json!([0, 1])),
        });
        self.gateway.tell(&name, "READY", &ready.to_string());
        if intents & GUILDS != 0 {
            let guilds: Vec<String> = self.guilds.values().map(|guild| self.guild_json(guild).to_string()).collect();
            guilds.iter().for_each(|guild| self.gateway.tell(&name, "GUILD_CREATE", guild));
        }
    }

    fn resume(&mut self, id: u64, data: &Value) {
        let name = data["session_id"].as_str().unwrap_or("").to_owned();
        let seq = data["seq"].as_u64().unwrap_or(0);
        let refused = self.gateway.refuse_resume;
        let kept = |session: &&mut Session| session.log.front().is_none_or(|(first, _)| *first <= seq + 1);
        let Some(session) = self.gateway.sessions.get_mut(&name).filter(|_| !refused).filter(kept) else {
            self.gateway.sessions.remove(&name);
            return self.gateway.send(id, &json!({"t": null, "s": null, "op": 9, "d": false}));
        };
        if seq > session.seq {
            return self.gateway.close(id, 4007, "Invalid seq.");
        }
        let missed: Vec<String> =
            session.log.iter().filter(|(number, _)| *number > seq).map(|(_, text)| text.clone()).collect();
        let before = session.connection.replace(id).filter(|old| *old != id);
        let connection = self.gateway.connections.get_mut(&id).expect("connected");
        connection.session = Some(name.clone());
        for text in missed {
            let _ = connection.send.send(Out::Text(text));
        }
        if let Some(before) = before {
            self.gateway.cut(before);
        }
        self.gateway.current = Some(name.clone());
        self.gateway.resumes += 1;
        self.gateway.tell(&name, "RESUMED", r#"{"_trace":[]}"#);
    }
}

/// Answers a request for a gateway connection.
pub async fn connect(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if shared.lock().gateway.down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade.on_upgrade(move |socket| serve(shared, line, socket))
}

async fn serve(shared: Arc<Shared>, line: Line, socket: WebSocket) {
    let (send, outgoing) = unbounded_channel();
    let id = shared.change(|world| {
        let gateway = &mut world.gateway;
        gateway.opened += 1;
        let id = gateway.opened as u64;
        let hello = json!({
            "t": null, "s": null, "op": 10, "d": {"heartbeat_interval": gateway.heartbeat_ms, "_trace": []},
        });
        let _ = send.send(Out::Text(hello.to_string()));
        gateway.connections.insert(id, Connection { send, line, session: None });
        id
    });
    let ended = talk(&shared, id, socket, outgoing).await;
    shared.change(|world| world.gateway.gone(id, ended));
}

/// Talks until one of the two hangs up; whether the session ends with it.
async fn talk(shared: &Shared, id: u64, mut socket: WebSocket, mut outgoing: UnboundedReceiver<Out>) -> bool {
    loop {
        tokio::select! {
            out = outgoing.recv() => match out {
                Some(Out::Text(text)) => {
                    if socket.feed(Message::Text(text.into())).await.is_err() {
                        return false;
                    }
                    if outgoing.is_empty() && socket.flush().await.is_err() {
                        return false;
                    }
                }
                Some(Out::Close(code, reason)) => {
                    let frame = CloseFrame { code, reason: reason.into() };
                    let _ = socket.send(Message::Close(Some(frame))).await;
                    // The other side answers with a close frame of its own.
                    let answer = async { while let Some(Ok(_)) = socket.next().await {} };
                    let _ = tokio::time::timeout(Duration::from_secs(1), answer).await;
                    return matches!(code, 1000 | 1001 | 4004 | 4007 | 4013);
                }
                None => return false,
            },
            message = socket.next() => match message {
                Some(Ok(Message::Text(text))) => shared.change(|world| world.gateway_received(id, &text)),
                Some(Ok(Message::Binary(bytes))) => {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    shared.change(|world| world.gateway_received(id, &text));
                }
                Some(Ok(Message::Close(frame))) => return frame.is_none_or(|f| matches!(f.code, 1000 | 1001)),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return false,
            },
        }
    }
}
