//! Sessions: one run of a flow by one person in one place, with everything needed to go on after a restart.

use super::{json, unreadable};
use crate::chat::{Place, Ticket};
use crate::clock::Moment;
use crate::ids::{CommunityId, EventId, PersonId, PlatformName, SessionId};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use std::str::FromStr;
use std::time::Duration;

/// What has become of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is what the person and the bot are at, in its place.
    Open,
    /// Put aside by the person, to be resumed.
    Parked,
    /// It came to its end.
    Done,
    /// The person stopped it.
    Stopped,
    /// Nobody answered for fourteen days.
    Lapsed,
    /// Its saved state no longer loads: set aside, kept as it was.
    Aside,
    /// Something else took its place, and its choices are still good: a nudge that was told.
    Beside,
}

impl Status {
    const ALL: [Self; 7] =
        [Self::Open, Self::Parked, Self::Done, Self::Stopped, Self::Lapsed, Self::Aside, Self::Beside];

    /// The status as it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Parked => "parked",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Lapsed => "lapsed",
            Self::Aside => "aside",
            Self::Beside => "beside",
        }
    }
}

impl FromStr for Status {
    type Err = crate::ids::UnknownName;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or_else(|| crate::ids::UnknownName(text.to_owned()))
    }
}

/// A session as it is stored. The JSON columns are read by the engine, which knows their types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// Where it runs.
    pub place: Place,
    /// The community that it was begun in, if it was begun in one.
    pub community: Option<CommunityId>,
    /// The flow's name.
    pub flow: String,
    /// The version of the flow's state.
    pub version: u32,
    /// Counts what was offered.
    pub turn: u32,
    /// What has become of it.
    pub status: Status,
    /// JSON: the flow's own state.
    pub state: String,
    /// JSON: the message that waits for an answer.
    pub asked: String,
    /// How it waits: see the engine's `Stance`.
    pub stance: i64,
    /// The question after a day's silence was put.
    pub reminded: i64,
    /// JSON: earlier states with their messages.
    pub trail: String,
    /// JSON: a question of the engine's own that stands before the flow's.
    pub interlude: Option<String>,
    /// The event that led to this turn.
    pub answered_by: Option<EventId>,
    /// The ticket of the last event in it.
    pub ticket: Option<Ticket>,
    /// When it began.
    pub opened_at: Moment,
    /// When it last changed.
    pub touched_at: Moment,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let broken = |error: crate::ids::UnknownName| unreadable(error);
    let (platform, place) = (row.get_ref("platform")?.as_str()?, row.get_ref("place")?.as_str()?);
    Ok(Stored {
        id: row.get("id")?,
        person: row.get("person_id")?,
        place: Place::stored(platform, place).map_err(broken)?,
        community: row.get("community")?,
        flow: row.get("flow")?,
        version: row.get("version")?,
        turn: row.get("turn")?,
        status: row.get_ref("status")?.as_str()?.parse().map_err(broken)?,
        state: row.get("state")?,
        asked: row.get("asked")?,
        stance: row.get("stance")?,
        reminded: row.get("reminded")?,
        trail: row.get("trail")?,
        interlude: row.get("interlude")?,
        answered_by: row.get("answered_by")?,
        ticket: row.get::<_, Option<String>>("ticket")?.map(Ticket),
        opened_at: row.get("opened_at")?,
        touched_at: row.get("touched_at")?,
    })
}

/// The session of a person in a place that came to this status last. At most one is open.
///
/// # Errors
/// The database failed.
pub fn latest(db: &Connection, person: &PersonId, place: &Place, status: Status) -> rusqlite::Result<Option<Stored>> {
    db.prepare_cached(
        "SELECT * FROM sessions WHERE person_id = ?1 AND platform = ?2 AND place = ?3 AND status = ?4
         ORDER BY touched_at DESC, id DESC LIMIT 1",
    )?
    .query_row(params![person, place.platform.as_str(), place.to_text(), status.as_str()], read)
    .optional()
}

/// A session by its id, whoever's it is. Only for the engine's own timers: what comes from outside goes through
/// [`latest`], which is bound to the person.
///
/// # Errors
/// The database failed.
pub fn by_id(db: &Connection, id: &SessionId) -> rusqlite::Result<Option<Stored>> {
    db.prepare_cached("SELECT * FROM sessions WHERE id = ?1")?.query_row(params![id], read).optional()
}

/// A session of a person whose choices are still good, wherever it is: it is open, or something else took its place.
///
/// # Errors
/// The database failed.
pub fn answerable(db: &Connection, person: &PersonId, id: &SessionId) -> rusqlite::Result<Option<Stored>> {
    db.prepare_cached("SELECT * FROM sessions WHERE id = ?1 AND person_id = ?2 AND status IN ('open', 'beside')")?
        .query_row(params![id, person], read)
        .optional()
}

/// Closes what somebody has open of these flows in a community: they have left it.
///
/// # Errors
/// The database failed.
pub fn leave(db: &Connection, person: &PersonId, community: &CommunityId, flows: &[&str]) -> rusqlite::Result<()> {
    let flows = json::to(&flows)?;
    let open = "person_id = ?1 AND community = ?2 AND status IN ('open', 'parked', 'beside')
                AND flow IN (SELECT value FROM json_each(?3))";
    db.prepare_cached(&format!("DELETE FROM timers WHERE session_id IN (SELECT id FROM sessions WHERE {open})"))?
        .execute(params![person, community, flows])?;
    db.prepare_cached(&format!("UPDATE sessions SET status = 'lapsed' WHERE {open}"))?
        .execute(params![person, community, flows])?;
    Ok(())
}

/// Writes a session as it now is.
///
/// # Errors
/// The database failed, or another session is open in the same place.
pub fn put(db: &Connection, session: &Stored) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO sessions (id, person_id, platform, place, flow, version, turn, status, state, asked, stance,
                               reminded, trail, interlude, answered_by, opened_at, touched_at, ticket,
                               community)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, turn = excluded.turn, status = excluded.status,
             state = excluded.state, asked = excluded.asked, stance = excluded.stance,
             reminded = excluded.reminded, trail = excluded.trail,
             interlude = excluded.interlude, answered_by = excluded.answered_by, touched_at = excluded.touched_at,
             ticket = excluded.ticket",
    )?
    .execute(params![
        &session.id,
        &session.person,
        session.place.platform.as_str(),
        session.place.to_text(),
        &session.flow,
        session.version,
        session.turn,
        session.status.as_str(),
        &session.state,
        &session.asked,
        session.stance,
        session.reminded,
        &session.trail,
        &session.interlude,
        &session.answered_by,
        session.opened_at,
        session.touched_at,
        session.ticket.as_ref().map(|ticket| &ticket.0),
        &session.community
    ])?;
    Ok(())
}

/// How far back an answer is looked for: as long as it is remembered which events were acted on, with some room.
const LONGEST_WAIT: Duration = Duration::from_secs(13 * 24 * 3600);

/// A direct chat where a session waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The account.
    pub handle: String,
    /// The platform's own name of the direct chat, where it is known.
    pub chat: Option<String>,
    /// When the session last changed, or two weeks ago: an answer is from after that.
    pub since: Moment,
}

/// The direct chats of a platform where a session waits for an answer, the latest first.
///
/// # Errors
/// The database failed.
pub fn waiting(db: &Connection, platform: PlatformName, now: Moment) -> rusqlite::Result<Vec<Waiting>> {
    db.prepare_cached(
        "SELECT a.handle, a.chat, max(s.touched_at, ?2) AS since FROM sessions s
           CROSS JOIN accounts a ON a.person_id = s.person_id AND a.platform = s.platform
         WHERE s.status = 'open' AND s.platform = ?1 AND s.place LIKE 'direct/%' ORDER BY s.touched_at DESC",
    )?
    .query_map(params![platform.as_str(), now - LONGEST_WAIT], |row| {
        Ok(Waiting { handle: row.get("handle")?, chat: row.get("chat")?, since: row.get("since")? })
    })?
    .collect()
}
