//! Sessions: one run of a flow by one person in one place, with everything needed to go on after a restart.

use crate::chat::Place;
use crate::clock::Moment;
use crate::ids::{EventId, PersonId, SessionId};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use std::str::FromStr;

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
    /// When it began.
    pub opened_at: Moment,
    /// When it last changed.
    pub touched_at: Moment,
}

fn read(row: &SqliteRow) -> sqlx::Result<Stored> {
    let broken = |error: crate::ids::UnknownName| sqlx::Error::Decode(Box::new(error));
    let (platform, place): (&str, &str) = (row.try_get("platform")?, row.try_get("place")?);
    Ok(Stored {
        id: row.try_get("id")?,
        person: row.try_get("person_id")?,
        place: Place::stored(platform, place).map_err(broken)?,
        flow: row.try_get("flow")?,
        version: row.try_get("version")?,
        turn: row.try_get("turn")?,
        status: row.try_get::<&str, _>("status")?.parse().map_err(broken)?,
        state: row.try_get("state")?,
        asked: row.try_get("asked")?,
        stance: row.try_get("stance")?,
        reminded: row.try_get("reminded")?,
        trail: row.try_get("trail")?,
        interlude: row.try_get("interlude")?,
        answered_by: row.try_get("answered_by")?,
        opened_at: row.try_get("opened_at")?,
        touched_at: row.try_get("touched_at")?,
    })
}

/// The session of a person in a place that came to this status last. At most one is open.
///
/// # Errors
/// The database failed.
pub async fn latest(
    db: &mut SqliteConnection,
    person: &PersonId,
    place: &Place,
    status: Status,
) -> sqlx::Result<Option<Stored>> {
    let row = sqlx::query(
        "SELECT * FROM sessions WHERE person_id = $1 AND platform = $2 AND place = $3 AND status = $4
         ORDER BY touched_at DESC, id LIMIT 1",
    )
    .bind(person)
    .bind(place.platform.as_str())
    .bind(place.to_text())
    .bind(status.as_str())
    .fetch_optional(db)
    .await?;
    row.as_ref().map(read).transpose()
}

/// A session by its id, whoever's it is. Only for the engine's own timers: what comes from outside goes through
/// [`latest`], which is bound to the person.
///
/// # Errors
/// The database failed.
pub async fn by_id(db: &mut SqliteConnection, id: &SessionId) -> sqlx::Result<Option<Stored>> {
    let row = sqlx::query("SELECT * FROM sessions WHERE id = $1").bind(id).fetch_optional(db).await?;
    row.as_ref().map(read).transpose()
}

/// A session of a person that something else took the place of, while its choices are still good.
///
/// # Errors
/// The database failed.
pub async fn beside(db: &mut SqliteConnection, person: &PersonId, id: &SessionId) -> sqlx::Result<Option<Stored>> {
    let row = sqlx::query("SELECT * FROM sessions WHERE id = $1 AND person_id = $2 AND status = 'beside'")
        .bind(id)
        .bind(person)
        .fetch_optional(db)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Writes a session as it now is.
///
/// # Errors
/// The database failed, or another session is open in the same place.
pub async fn put(db: &mut SqliteConnection, session: &Stored) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO sessions (id, person_id, platform, place, flow, version, turn, status, state, asked, stance,
                               reminded, trail, interlude, answered_by, opened_at, touched_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, turn = excluded.turn, status = excluded.status,
             state = excluded.state, asked = excluded.asked, stance = excluded.stance,
             reminded = excluded.reminded, trail = excluded.trail,
             interlude = excluded.interlude, answered_by = excluded.answered_by, touched_at = excluded.touched_at",
    )
    .bind(&session.id)
    .bind(&session.person)
    .bind(session.place.platform.as_str())
    .bind(session.place.to_text())
    .bind(&session.flow)
    .bind(session.version)
    .bind(session.turn)
    .bind(session.status.as_str())
    .bind(&session.state)
    .bind(&session.asked)
    .bind(session.stance)
    .bind(session.reminded)
    .bind(&session.trail)
    .bind(&session.interlude)
    .bind(&session.answered_by)
    .bind(session.opened_at)
    .bind(session.touched_at)
    .execute(db)
    .await?;
    Ok(())
}
