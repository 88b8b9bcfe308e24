//! Trouble on demand: failures, hang-ups, delays, and limits of the rate.

use super::answers::{Answer, Content, refuse};
use super::server::Call;
use super::world::{World, hash};
use super::{Denied, Fake, rest};
use serde_json::json;
use std::collections::HashMap;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// What goes wrong with a request. `effect`: whether it does its work all the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trouble {
    /// It is answered with this status.
    Status { code: u16, effect: bool },
    /// The connection is dropped instead of an answer.
    HangUp { effect: bool },
    /// The answer comes later. With `effect` the work is done at once, without only then, if anybody still waits.
    Delay { by: Duration, effect: bool },
}

/// Whom a limit of the rate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This bot on this route.
    User,
    /// This bot on all routes.
    Global,
    /// Everybody together.
    Shared,
}

/// Everything that is to go wrong.
#[derive(Default)]
pub struct Troubles {
    failures: Vec<(Matcher, Trouble, u32)>,
    limits: Vec<(Matcher, f64, Scope, u32)>,
    buckets: Vec<Bucket>,
    global: Option<(u32, Window)>,
    pub limited: usize,
}

struct Matcher {
    method: String,
    path: String,
}

impl Matcher {
    fn new(matcher: (&str, &str)) -> Self {
        Self { method: matcher.0.to_owned(), path: matcher.1.to_owned() }
    }

    fn fits(&self, call: &Call) -> bool {
        (self.method.is_empty() || self.method == call.method) && call.full.contains(&self.path)
    }
}

struct Bucket {
    path: String,
    limit: u32,
    window: Duration,
    windows: HashMap<String, Window>,
}

struct Window {
    since: Instant,
    used: u32,
}

impl Window {
    fn new() -> Self {
        Self { since: Instant::now(), used: 0 }
    }

    /// Counts one more, and says how much is left of the window, or refuses.
    fn count(&mut self, limit: u32, length: Duration) -> (bool, Duration) {
        if self.since.elapsed() >= length {
            *self = Self::new();
        }
        let fits = self.used < limit;
        self.used += u32::from(fits);
        (fits, length.saturating_sub(self.since.elapsed()))
    }
}

/// What happens to a request.
pub struct Plan {
    /// None: its work is still to be done, after the delay.
    pub answer: Option<Answer>,
    pub delay: Option<Duration>,
    pub hang_up: bool,
}

impl Plan {
    fn now(answer: Answer) -> Self {
        Self { answer: Some(answer), delay: None, hang_up: false }
    }

    /// What is noted as its status: 0 when there is none, or none yet.
    pub fn status(&self) -> u16 {
        self.answer.as_ref().filter(|_| !self.hang_up).map_or(0, |answer| answer.status)
    }
}

impl World {
    /// Decides what happens to a request, and does what happens at once.
    pub fn judge(&mut self, call: &Call) -> Plan {
        if let Some(failure) = self.troubles.failures.iter_mut().find(|(on, _, left)| *left > 0 && on.fits(call)) {
            failure.2 -= 1;
            return match failure.1 {
                Trouble::Status { code, effect } => {
                    effect.then(|| rest::answer(self, call));
                    Plan::now(trouble(code))
                }
                Trouble::HangUp { effect } => {
                    effect.then(|| rest::answer(self, call));
                    Plan { hang_up: true, ..Plan::now(Answer::empty()) }
                }
                Trouble::Delay { by, effect } => {
                    let answer = effect.then(|| rest::answer(self, call));
                    Plan { answer, delay: Some(by), hang_up: false }
                }
            };
        }
        match self.limit(call) {
            Err(refusal) => {
                self.troubles.limited += 1;
                Plan::now(refusal)
            }
            Ok(headers) => {
                let mut answer = rest::answer(self, call);
                answer.headers.extend(headers);
                Plan::now(answer)
            }
        }
    }

    fn limit(&mut self, call: &Call) -> Result<Vec<(&'static str, String)>, Answer> {
        let troubles = &mut self.troubles;
        if let Some(limit) = troubles.limits.iter_mut().find(|(on, _, _, left)| *left > 0 && on.fits(call)) {
            limit.3 -= 1;
            return Err(too_many(limit.1, limit.2, &bucket_name(&limit.0.path)));
        }
        let parts: Vec<&str> = call.path.trim_start_matches("/api/v10").trim_matches('/').split('/').collect();
        let exempt = matches!(parts[0], "interactions" | "attachments") || parts[0] == "webhooks" && parts.len() > 2;
        if let Some((limit, window)) = troubles.global.as_mut().filter(|_| !exempt) {
            let (fits, left) = window.count(*limit, Duration::from_secs(1));
            if !fits {
                return Err(too_many(left.as_secs_f64(), Scope::Global, "global"));
            }
        }
        let Some(bucket) = troubles.buckets.iter_mut().find(|bucket| call.full.contains(&bucket.path)) else {
            return Ok(Vec::new());
        };
        // What stands first in the path has a count of its own: the channel, the guild, the webhook.
        let major = match parts[..] {
            ["webhooks", id, token, ..] => format!("{id}/{token}"),
            ["channels" | "guilds", id, ..] => id.to_owned(),
            _ => String::new(),
        };
        let window = bucket.windows.entry(major).or_insert_with(Window::new);
        let (fits, left) = window.count(bucket.limit, bucket.window);
        let reset = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970") + left;
        let headers = vec![
            ("X-RateLimit-Limit", bucket.limit.to_string()),
            ("X-RateLimit-Remaining", (bucket.limit - window.used).to_string()),
            ("X-RateLimit-Reset", format!("{:.3}", reset.as_secs_f64())),
            ("X-RateLimit-Reset-After", format!("{:.3}", left.as_secs_f64())),
            ("X-RateLimit-Bucket", bucket_name(&bucket.path)),
        ];
        if fits {
            return Ok(headers);
        }
        let mut refusal = too_many(left.as_secs_f64(), Scope::User, &bucket_name(&bucket.path));
        refusal.headers.retain(|(name, _)| *name != "X-RateLimit-Bucket");
        refusal.headers.extend(headers);
        Err(refusal)
    }
}

/// What stands before Discord answers in a language of its own.
fn trouble(code: u16) -> Answer {
    if code < 500 {
        return refuse(code, 0, &format!("{code}: trouble"));
    }
    let page = format!("<html><head><title>{code}</title></head><body><center>cloudflare</center></body></html>");
    Answer { status: code, content: Content::File(page.into(), "text/html".to_owned()), headers: Vec::new() }
}

fn bucket_name(path: &str) -> String {
    format!("{:016x}", hash(path))
}

fn too_many(after: f64, scope: Scope, bucket: &str) -> Answer {
    let (word, message) = match scope {
        Scope::User => ("user", "You are being rate limited."),
        Scope::Global => ("global", "You are being rate limited."),
        Scope::Shared => ("shared", "The resource is being rate limited."),
    };
    // The body has the exact time, the header whole seconds, rounded up.
    let body = json!({
        "message": message, "retry_after": (after * 1000.0).ceil() / 1000.0, "global": scope == Scope::Global,
    });
    let mut answer = Answer::json(429, body);
    answer.headers.push(("Retry-After", format!("{}", after.ceil())));
    answer.headers.push(("X-RateLimit-Scope", word.to_owned()));
    if scope == Scope::Global {
        answer.headers.push(("X-RateLimit-Global", "true".to_owned()));
    } else {
        answer.headers.push(("X-RateLimit-Bucket", bucket.to_owned()));
    }
    answer
}

impl Fake {
    /// The next `times` requests with that method ("" for any) and that text in the path get this trouble.
    pub fn fail(&self, requests: (&str, &str), trouble: Trouble, times: u32) {
        self.change(|world| world.troubles.failures.push((Matcher::new(requests), trouble, times)));
    }

    /// The next `times` requests with that method ("" for any) and that text in the path are refused with a 429.
    pub fn rate_limit(&self, requests: (&str, &str), retry_after: f64, scope: Scope, times: u32) {
        self.change(|world| world.troubles.limits.push((Matcher::new(requests), retry_after, scope, times)));
    }

    /// Requests with that text in the path have a bucket: so many in a window, for each channel, guild or webhook.
    pub fn bucket(&self, path: &str, limit: u32, window: Duration) {
        let bucket = Bucket { path: path.to_owned(), limit, window, windows: HashMap::new() };
        self.change(|world| world.troubles.buckets.push(bucket));
    }

    /// So many requests a second, over all routes but those of interactions.
    pub fn global(&self, limit: u32) {
        self.change(|world| world.troubles.global = Some((limit, Window::new())));
    }

    /// How many requests were refused with a 429.
    pub fn limited(&self) -> usize {
        self.world().troubles.limited
    }

    /// No trouble any more, no limits.
    pub fn calm(&self) {
        self.change(|world| {
            let limited = world.troubles.limited;
            world.troubles = Troubles { limited, ..Troubles::default() };
        });
    }

    /// The bot may not do that any more in that channel, nor in its threads.
    pub fn deny(&self, channel: u64, what: Denied) {
        self.change(|world| world.channels.get_mut(&channel).expect("a channel").denied.insert(what));
    }

    /// The bot may do that again.
    pub fn allow(&self, channel: u64, what: Denied) {
        self.change(|world| world.channels.get_mut(&channel).expect("a channel").denied.remove(&what));
    }

    /// Somebody does not take direct messages of the bot any more.
    pub fn close_direct(&self, user: &str) {
        self.set_direct(user, true);
    }

    /// Somebody takes direct messages again.
    pub fn open_direct(&self, user: &str) {
        self.set_direct(user, false);
    }

    fn set_direct(&self, user: &str, closed: bool) {
        self.change(|world| {
            let id = world.person(user);
            world.people.get_mut(&id).expect("a person").direct_closed = closed;
        });
    }

    /// The token is worth nothing any more.
    pub fn revoke_token(&self) {
        self.change(|world| {
            world.revoked = true;
            for id in world.gateway.connections.keys() {
                world.gateway.close(*id, 4004, "Authentication failed.");
            }
        });
    }

    /// An interaction becomes older.
    pub fn age_interaction(&self, id: u64, by: Duration) {
        self.change(|world| world.interactions.get_mut(&id).expect("an interaction").extra_age += by);
    }
}
