//! The hand on the gateway: waiting for the bot, and making its connection bad.

use super::Fake;
use super::gateway::Out;
use serde_json::{Value, json};

impl Fake {
    /// Waits until a session was identified or resumed, and its connection is up.
    pub async fn connected(&self) {
        self.until("a session", |fake| fake.is_connected().then_some(())).await;
    }

    /// Waits until no session has a connection.
    pub async fn disconnected(&self) {
        self.until("the end of a connection", |fake| (!fake.is_connected()).then_some(())).await;
    }

    /// Whether a session has a connection now.
    pub fn is_connected(&self) -> bool {
        self.world().gateway.live().is_some()
    }

    /// Waits until the bot has read everything that was dispatched so far: it is asked for a heartbeat after all of that.
    pub async fn caught_up(&self) {
        let mut asked: Option<((u64, usize), u64)> = None;
        self.until("a heartbeat with the last number", |fake| {
            let world = fake.world();
            let (connection, session) = world.gateway.live()?;
            // After a new connection or in a new session the bot is asked anew, for what it was sent there.
            let here = (connection, world.gateway.identifies);
            let (_, last) = *asked.take_if(|(there, _)| *there == here).get_or_insert_with(|| {
                world.gateway.send(connection, &json!({"t": null, "s": null, "op": 1, "d": null}));
                (here, session.seq)
            });
            asked = Some((here, last));
            (session.seen >= last).then_some(())
        })
        .await;
    }

    /// Asks for a heartbeat.
    pub fn request_heartbeat(&self) {
        self.send_to_bot(&json!({"t": null, "s": null, "op": 1, "d": null}));
    }

    /// Asks the bot to come back over a new connection.
    pub fn reconnect(&self) {
        self.send_to_bot(&json!({"t": null, "s": null, "op": 7, "d": null}));
    }

    /// Says that the session is not valid (any more), and whether it can be resumed.
    pub fn invalidate(&self, resumable: bool) {
        self.send_to_bot(&json!({"t": null, "s": null, "op": 9, "d": resumable}));
        self.change(|world| {
            let gateway = &mut world.gateway;
            let Some((connection, _)) = gateway.live() else { return };
            let Some(name) = gateway.connections.get_mut(&connection).and_then(|one| one.session.take()) else {
                return;
            };
            if resumable {
                gateway.sessions.get_mut(&name).expect("a session").connection = None;
            } else {
                gateway.sessions.remove(&name);
            }
        });
    }

    /// Breaks the connection without a word; what was on its way is lost.
    pub fn drop_connection(&self) {
        self.change(|world| {
            if let Some((connection, _)) = world.gateway.live() {
                world.gateway.cut(connection);
            }
        });
    }

    /// Closes the connection with a code.
    pub fn close(&self, code: u16, reason: &'static str) {
        self.change(|world| {
            if let Some((connection, _)) = world.gateway.live() {
                world.gateway.close(connection, code, reason);
            }
        });
    }

    /// Whether attempts to resume are refused from now on.
    pub fn refuse_resume(&self, refuse: bool) {
        self.change(|world| world.gateway.refuse_resume = refuse);
    }

    /// Whether new connections to the gateway are refused from now on.
    pub fn refuse_connections(&self, refuse: bool) {
        self.change(|world| world.gateway.down = refuse);
    }

    /// Whether heartbeats stay without an answer from now on.
    pub fn silence(&self, silent: bool) {
        self.change(|world| world.gateway.silent = silent);
    }

    /// The heartbeat interval of the connections to come.
    pub fn set_heartbeat(&self, ms: u64) {
        self.change(|world| world.gateway.heartbeat_ms = ms);
    }

    /// Sends the bot a text as it is, whether it can be read or not. It is no part of the session.
    pub fn dispatch_raw(&self, text: String) {
        self.change(|world| {
            if let Some(connection) = world.gateway.live().and_then(|(id, _)| world.gateway.connections.get(&id)) {
                let _ = connection.send.send(Out::Text(text));
            }
        });
    }

    /// Dispatches any event, to whatever intents.
    pub fn dispatch(&self, name: &str, data: &Value) {
        self.change(|world| world.gateway.dispatch(None, name, data));
    }

    fn send_to_bot(&self, payload: &Value) {
        self.change(|world| {
            if let Some((connection, _)) = world.gateway.live() {
                world.gateway.send(connection, payload);
            }
        });
    }

    /// How many connections to the gateway there were.
    pub fn connections(&self) -> usize {
        self.world().gateway.opened
    }

    /// How often a session was begun.
    pub fn identifies(&self) -> usize {
        self.world().gateway.identifies
    }

    /// How often a session was resumed.
    pub fn resumes(&self) -> usize {
        self.world().gateway.resumes
    }

    /// The intents of the last session that was begun.
    pub fn intents(&self) -> Option<u64> {
        self.world().gateway.intents
    }
}
