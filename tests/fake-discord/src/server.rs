//! The socket: connections that can be cut, and requests on their way to the routes.

use super::rest;
use super::world::World;
use super::{Request, gateway};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, State};
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::any;
use axum::serve::{IncomingStream, Listener};
use futures_util::task::AtomicWaker;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Write};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::AbortHandle;

/// What the tasks and the tests have in common.
pub struct Shared {
    world: Mutex<World>,
    pub changed: Notify,
    log: Option<File>,
}

impl Shared {
    /// A world, and the file where requests are written down, if there is to be one.
    pub fn new(world: World, log: Option<File>) -> Self {
        Self { world: Mutex::new(world), changed: Notify::new(), log }
    }

    /// Looks at the world. A test that failed while it looked does no harm.
    pub fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the world, and wakes who waits for that.
    pub fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let made = change(&mut self.lock());
        self.changed.notify_waiters();
        made
    }
}

/// A hand on one TCP connection.
#[derive(Clone, Debug, Default)]
pub struct Line(Arc<Cut>);

#[derive(Debug, Default)]
struct Cut {
    done: AtomicBool,
    waker: AtomicWaker,
}

impl Line {
    /// Breaks the connection: nothing more is read or written.
    pub fn cut(&self) {
        self.0.done.store(true, Ordering::SeqCst);
        self.0.waker.wake();
    }

    fn check(&self) -> io::Result<()> {
        if self.0.done.load(Ordering::SeqCst) { Err(io::ErrorKind::ConnectionReset.into()) } else { Ok(()) }
    }
}

/// A TCP connection that can be cut.
pub struct Wire {
    stream: TcpStream,
    line: Line,
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.line.0.waker.register(cx.waker());
        self.line.check()?;
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.line.check()?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.line.check()?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// Accepts connections, and keeps a hand on each.
struct Wires {
    listener: TcpListener,
    lines: Arc<Mutex<Vec<Weak<Cut>>>>,
}

impl Listener for Wires {
    type Io = Wire;
    type Addr = Line;

    async fn accept(&mut self) -> (Wire, Line) {
        let (stream, _) = Listener::accept(&mut self.listener).await;
        let _ = stream.set_nodelay(true);
        let line = Line::default();
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == lines.capacity() {
            lines.retain(|line| line.strong_count() > 0);
        }
        lines.push(Arc::downgrade(&line.0));
        (Wire { stream, line: line.clone() }, line)
    }

    fn local_addr(&self) -> io::Result<Line> {
        Ok(Line::default())
    }
}

impl Connected<IncomingStream<'_, Wires>> for Line {
    fn connect_info(stream: IncomingStream<'_, Wires>) -> Self {
        stream.remote_addr().clone()
    }
}

/// The server while it runs.
pub struct Serving {
    task: AbortHandle,
    lines: Arc<Mutex<Vec<Weak<Cut>>>>,
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.task.abort();
        for line in self.lines.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            if let Some(line) = line.upgrade() {
                Line(line).cut();
            }
        }
    }
}

/// Starts to listen on a port of its own.
pub async fn listen(log: Option<File>) -> (Arc<Shared>, Serving) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let shared = Arc::new(Shared::new(World::new(&address.to_string()), log));
    let router = Router::new()
        .route("/", any(gateway::connect))
        .fallback(receive)
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::clone(&shared));
    let lines = Arc::default();
    let wires = Wires { listener, lines: Arc::clone(&lines) };
    let serve = axum::serve(wires, router.into_make_service_with_connect_info::<Line>());
    let task = tokio::spawn(async move {
        let _ = serve.await;
    });
    (shared, Serving { task: task.abort_handle(), lines })
}

/// A request as it came.
pub struct Call {
    pub method: String,
    /// Without the query.
    pub path: String,
    /// With the query.
    pub full: String,
    pub query: HashMap<String, String>,
    pub authorization: Option<String>,
    pub body: Value,
    pub files: Vec<Upload>,
    pub malformed: bool,
}

/// A file of a multipart body, with the number that it has there.
pub struct Upload {
    pub number: String,
    pub filename: String,
    pub kind: String,
    pub bytes: Bytes,
}

async fn receive(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: axum::extract::Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let call = read(parts, body).await;
    // Files are no part of the API.
    if let Some(mut log) = shared.log.as_ref().filter(|_| call.path.starts_with("/api/")) {
        let line = format!("{}\n", json!({"method": call.method, "path": call.full, "body": call.body}));
        log.write_all(line.as_bytes()).expect("the log of the requests");
    }
    let (plan, place) = shared.change(|world| {
        let place = world.requests.len();
        let (method, path, body) = (call.method.clone(), call.full.clone(), call.body.clone());
        world.requests.push(Request { method, path, body, status: 0 });
        let plan = world.judge(&call);
        world.requests[place].status = plan.status();
        (plan, place)
    });
    if let Some(delay) = plan.delay {
        tokio::time::sleep(delay).await;
    }
    let answer = plan.answer.unwrap_or_else(|| {
        shared.change(|world| {
            let answer = rest::answer(world, &call);
            world.requests[place].status = answer.status;
            answer
        })
    });
    if plan.hang_up {
        line.cut();
    }
    answer.response()
}

async fn read(parts: Parts, body: Body) -> Call {
    let full = parts.uri.path_and_query().map_or_else(String::new, ToString::to_string);
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let query = parts.uri.query().unwrap_or("").split('&').filter_map(|pair| pair.split_once('='));
    let mut call = Call {
        method: parts.method.to_string(),
        path: unescaped(parts.uri.path()),
        query: query.map(|(key, value)| (unescaped(key), unescaped(value))).collect(),
        full,
        authorization: header("authorization"),
        body: Value::Null,
        files: Vec::new(),
        malformed: false,
    };
    if header("content-type").is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        let request = axum::extract::Request::from_parts(parts, body);
        match Multipart::from_request(request, &()).await {
            Ok(multipart) => call.malformed = read_parts(&mut call, multipart).await.is_none(),
            Err(_) => call.malformed = true,
        }
    } else {
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        if !bytes.is_empty() {
            match serde_json::from_slice(&bytes) {
                Ok(body) => call.body = body,
                Err(_) => call.malformed = true,
            }
        }
    }
    call
}

async fn read_parts(call: &mut Call, mut multipart: Multipart) -> Option<()> {
    while let Some(field) = multipart.next_field().await.ok()? {
        let name = field.name().unwrap_or("").to_owned();
        if name == "payload_json" {
            call.body = serde_json::from_slice(&field.bytes().await.ok()?).ok()?;
        } else if let Some(number) = name.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']')) {
            let filename = field.file_name().unwrap_or("").to_owned();
            let kind = field.content_type().unwrap_or("application/octet-stream").to_owned();
            let (number, bytes) = (number.to_owned(), field.bytes().await.ok()?);
            call.files.push(Upload { number, filename, kind, bytes });
        }
    }
    if call.body.is_null() {
        call.body = json!({});
    }
    Some(())
}

/// A part of an address without its per cent signs.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = (*first == b'%')
            .then(|| tail.get(..2).and_then(|digits| std::str::from_utf8(digits).ok()))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
