//! Discord's pace: how many requests it takes for a route, and over all, as its answers tell.

use reqwest::header::HeaderMap;
use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

/// The most requests a second over all routes: Discord takes 50 of a bot.
const MOST_A_SECOND: usize = 48;
/// The window that they are counted in.
const SECOND: Duration = Duration::from_secs(1);
/// How far apart those come that had to wait: closer than that nothing would be left for what is said meanwhile.
const APART: Duration = Duration::from_millis(25);
/// The longest that one waits before it asks again.
const LONGEST_BOOKING: Duration = Duration::from_secs(10);
/// The most routes that are remembered: those whose time is over go first.
const MOST_ROUTES: usize = 10_000;

/// Where a request goes, as far as its pace is concerned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route(String);

impl Route {
    /// The route of a path: other than a channel's, a server's and a webhook's own number, numbers do not count.
    pub fn of(method: &reqwest::Method, path: &str) -> Self {
        let path = path.split('?').next().unwrap_or_default();
        let mut key = method.to_string();
        let mut above = "";
        for piece in path.split('/') {
            let is_number = !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit());
            key.push('/');
            key.push_str(if is_number && !matches!(above, "channels" | "guilds" | "webhooks") { ":id" } else { piece });
            above = piece;
        }
        Self(key)
    }

    /// Whether it answers an interaction: that counts towards no limit over all.
    fn answers_an_interaction(&self) -> bool {
        self.0.contains("/interactions/") || self.0.contains("/webhooks/")
    }
}

#[derive(Debug)]
struct Left {
    count: u32,
    anew: Instant,
}

/// What is left for each route, and over all.
#[derive(Debug, Default)]
pub struct Limits {
    routes: HashMap<Route, Left>,
    /// Nothing goes out before then.
    all_until: Option<Instant>,
    /// When the last requests went out.
    sent: VecDeque<Instant>,
    /// When the last of those that wait is to ask again.
    booked: Option<Instant>,
}

impl Limits {
    /// Takes leave for a request: `Err` says how long to wait before asking again.
    pub fn take(&mut self, route: &Route, now: Instant) -> Result<(), Duration> {
        let wait = |until: Instant| until.saturating_duration_since(now);
        if let Some(left) = self.routes.get_mut(route)
            && left.anew > now
        {
            if left.count == 0 {
                return Err(wait(left.anew));
            }
            left.count -= 1;
        }
        if route.answers_an_interaction() {
            return Ok(());
        }
        if let Some(until) = self.all_until.filter(|until| *until > now) {
            return Err(wait(until));
        }
        while self.sent.front().is_some_and(|sent| now.saturating_duration_since(*sent) >= SECOND) {
            self.sent.pop_front();
        }
        if self.sent.len() >= MOST_A_SECOND {
            // Each gets a moment of its own: thousands that all ask again together would only be sent away together.
            let first = self.sent.front().map_or(now, |first| *first + SECOND);
            let next = self.booked.map_or(first, |booked| booked.max(first) + APART);
            let booked = if next > now + LONGEST_BOOKING { first } else { next };
            self.booked = Some(booked);
            return Err(wait(booked));
        }
        self.sent.push_back(now);
        Ok(())
    }

    /// Notes what an answer tells of its route.
    pub fn note(&mut self, route: &Route, headers: &HeaderMap, now: Instant) {
        let number = |name: &str| headers.get(name)?.to_str().ok()?.parse::<f64>().ok();
        let (Some(count), Some(after)) = (number("x-ratelimit-remaining"), number("x-ratelimit-reset-after")) else {
            return;
        };
        if self.routes.len() >= MOST_ROUTES {
            self.routes.retain(|_, left| left.count == 0 && left.anew > now);
        }
        let anew = now + seconds(after);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
        let count = count.max(0.0) as u32;
        // Answers overtake each other: within the same window the smaller count is the later one.
        let count = match self.routes.get(route) {
            Some(left) if left.anew > now => left.count.min(count),
            _ => count,
        };
        self.routes.insert(route.clone(), Left { count, anew });
    }

    /// Notes that Discord asked for patience. Gives back how long.
    pub fn note_refusal(&mut self, route: &Route, headers: &HeaderMap, told: Option<f64>, now: Instant) -> Duration {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let after = told.or_else(|| header("retry-after")?.parse().ok()).unwrap_or(1.0);
        let wait = seconds(after);
        // Without any of Discord's own headers it is not Discord that answers, but what stands before it: it means everything.
        let is_discords = headers.keys().any(|name| name.as_str().starts_with("x-ratelimit"));
        if !is_discords || header("x-ratelimit-global").is_some() || header("x-ratelimit-scope") == Some("global") {
            self.all_until = Some(now + wait);
        } else {
            self.routes.insert(route.clone(), Left { count: 0, anew: now + wait });
        }
        wait
    }
}

/// So many seconds, a little more rather than less.
fn seconds(count: f64) -> Duration {
    Duration::try_from_secs_f64(count.clamp(0.0, 3_600.0) + 0.01).unwrap_or(SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::Method;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| ((*name).parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_route_is_told_by_its_place_not_by_its_messages() {
        let route = |path: &str| Route::of(&Method::POST, path);
        assert_eq!(route("/channels/1/messages/2"), route("/channels/1/messages/3?limit=5"));
        assert_ne!(route("/channels/1/messages"), route("/channels/2/messages"));
        assert_ne!(route("/channels/1/messages"), Route::of(&Method::GET, "/channels/1/messages"));
    }

    #[test]
    fn what_is_used_up_waits_and_nothing_else_does() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        let (one, other) =
            (Route::of(&Method::POST, "/channels/1/messages"), Route::of(&Method::POST, "/channels/2/messages"));
        limits.note(&one, &headers(&[("x-ratelimit-remaining", "1"), ("x-ratelimit-reset-after", "2.5")]), now);
        assert_eq!(limits.take(&one, now), Ok(()));
        assert_eq!(limits.take(&one, now), Err(Duration::from_millis(2_510)));
        assert_eq!(limits.take(&other, now), Ok(()));
        assert_eq!(limits.take(&one, now + Duration::from_millis(2_510)), Ok(()));
    }

    #[test]
    fn a_limit_over_all_holds_everything_but_interactions() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        let (one, other) =
            (Route::of(&Method::POST, "/channels/1/messages"), Route::of(&Method::POST, "/channels/2/messages"));
        let wait = limits.note_refusal(&one, &headers(&[("x-ratelimit-scope", "global")]), Some(3.0), now);
        assert_eq!(limits.take(&other, now), Err(wait));
        assert_eq!(limits.take(&Route::of(&Method::POST, "/interactions/1/token/callback"), now), Ok(()));
    }

    #[test]
    fn a_refusal_from_before_discord_means_everything() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        let (one, other) =
            (Route::of(&Method::POST, "/channels/1/messages"), Route::of(&Method::POST, "/channels/2/messages"));
        let wait = limits.note_refusal(&one, &headers(&[("retry-after", "60")]), None, now);
        assert_eq!(limits.take(&other, now), Err(wait));
    }

    #[test]
    fn no_more_than_discord_takes_in_a_second() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        let route = |number: usize| Route::of(&Method::POST, &format!("/channels/{number}/messages"));
        let taken = (0..MOST_A_SECOND).filter(|number| limits.take(&route(*number), now).is_ok()).count();
        assert_eq!(taken, MOST_A_SECOND);
        // Those that wait come back one after the other.
        let waits: Vec<Duration> = (50..1_000).map(|number| limits.take(&route(number), now).unwrap_err()).collect();
        assert_eq!((waits[0], waits[1], waits[40]), (SECOND, SECOND + APART, 2 * SECOND));
        assert!(waits.iter().all(|wait| *wait <= LONGEST_BOOKING));
        assert_eq!(limits.take(&route(101), now + SECOND), Ok(()));
    }
}
