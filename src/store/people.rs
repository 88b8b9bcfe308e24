//! People, and the accounts they write from.

use crate::clock::Moment;
use crate::hours::{Chosen, Span, TimeOfDay};
use crate::ids::{Locale, PersonId, PlatformName};
use crate::nudge::Kind;
use chrono_tz::Tz;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use std::collections::BTreeSet;

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The language they chose.
    pub locale: Option<Locale>,
    /// The language that their platform said they read, when they first wrote.
    pub guessed_locale: Option<Locale>,
    /// The time zone they confirmed.
    pub zone: Option<Tz>,
    /// Their quiet hours, where they chose any.
    pub quiet: Option<Chosen<Span>>,
    /// When they want a digest, where they chose.
    pub digest: Option<Chosen<TimeOfDay>>,
    /// Until when no nudge is told.
    pub nudge_pause: Option<Moment>,
    /// The kinds of nudges that they do not want.
    pub nudge_stops: BTreeSet<Kind>,
    /// The field they are curious about, in their own words.
    pub field: Option<String>,
    /// Their purpose in one sentence, in their own words.
    pub purpose: Option<String>,
    /// When they last wrote, to the day.
    pub seen_at: Moment,
}

impl Person {
    /// Somebody of whom nothing is known yet.
    pub fn unknown(id: PersonId, now: Moment) -> Self {
        Self {
            id,
            locale: None,
            guessed_locale: None,
            zone: None,
            quiet: None,
            digest: None,
            nudge_pause: None,
            nudge_stops: BTreeSet::new(),
            field: None,
            purpose: None,
            seen_at: now,
        }
    }
}

/// The person behind an account, if it wrote before.
///
/// # Errors
/// The database failed.
pub async fn find(db: &mut SqliteConnection, platform: PlatformName, handle: &str) -> sqlx::Result<Option<Person>> {
    let row = sqlx::query(
        "SELECT p.id, p.locale, p.guessed_locale, p.zone, p.quiet, p.digest, p.nudge_pause,
                p.nudge_stops, p.field, p.purpose, p.seen_at FROM accounts a JOIN people p ON p.id = a.person_id
         WHERE a.platform = $1 AND a.handle = $2",
    )
    .bind(platform.as_str())
    .bind(handle)
    .fetch_optional(db)
    .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &SqliteRow) -> sqlx::Result<Person> {
    Ok(Person {
        id: row.try_get("id")?,
        locale: row.try_get::<Option<&str>, _>("locale")?.and_then(|code| code.parse().ok()),
        guessed_locale: row.try_get::<Option<&str>, _>("guessed_locale")?.and_then(|code| code.parse().ok()),
        zone: row.try_get::<Option<&str>, _>("zone")?.and_then(|name| name.parse().ok()),
        quiet: row.try_get::<Option<&str>, _>("quiet")?.and_then(|text| text.parse().ok()),
        digest: row.try_get::<Option<&str>, _>("digest")?.and_then(|text| text.parse().ok()),
        nudge_pause: row.try_get("nudge_pause")?,
        nudge_stops: row.try_get::<&str, _>("nudge_stops")?.split(',').filter_map(|kind| kind.parse().ok()).collect(),
        field: row.try_get("field")?,
        purpose: row.try_get("purpose")?,
        seen_at: row.try_get("seen_at")?,
    })
}

/// The person of that id. Only for what the engine itself holds an id of.
///
/// # Errors
/// The database failed.
pub async fn by_id(db: &mut SqliteConnection, id: &PersonId) -> sqlx::Result<Option<Person>> {
    let row = sqlx::query(
        "SELECT id, locale, guessed_locale, zone, quiet, digest, nudge_pause, nudge_stops, field, purpose, seen_at
         FROM people WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The account that a person writes from on a platform.
///
/// # Errors
/// The database failed.
pub async fn handle(db: &mut SqliteConnection, id: &PersonId, platform: PlatformName) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar("SELECT handle FROM accounts WHERE person_id = $1 AND platform = $2 ORDER BY handle LIMIT 1")
        .bind(id)
        .bind(platform.as_str())
        .fetch_optional(db)
        .await
}

/// Writes down a new person with their first account.
///
/// # Errors
/// The database failed.
pub async fn add(
    db: &mut SqliteConnection,
    person: &Person,
    platform: PlatformName,
    handle: &str,
    now: Moment,
) -> sqlx::Result<()> {
    sqlx::query("INSERT INTO people (id, guessed_locale, created_at, seen_at) VALUES ($1, $2, $3, $3)")
        .bind(&person.id)
        .bind(person.guessed_locale.map(Locale::as_str))
        .bind(now)
        .execute(&mut *db)
        .await?;
    sqlx::query("INSERT INTO accounts (platform, handle, person_id) VALUES ($1, $2, $3)")
        .bind(platform.as_str())
        .bind(handle)
        .bind(&person.id)
        .execute(db)
        .await?;
    Ok(())
}

/// Notes that the person wrote.
///
/// # Errors
/// The database failed.
pub async fn note_seen(db: &mut SqliteConnection, id: &PersonId, now: Moment) -> sqlx::Result<()> {
    sqlx::query("UPDATE people SET seen_at = $2 WHERE id = $1").bind(id).bind(now).execute(db).await?;
    Ok(())
}

/// Keeps a person's settings as they now are.
///
/// # Errors
/// The database failed.
pub async fn save(db: &mut SqliteConnection, person: &Person) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE people SET locale = $2, zone = $3, field = $4, purpose = $5, quiet = $6, digest = $7, nudge_pause = $8,
                           nudge_stops = $9
         WHERE id = $1",
    )
    .bind(&person.id)
    .bind(person.locale.map(Locale::as_str))
    .bind(person.zone.map(Tz::name))
    .bind(&person.field)
    .bind(&person.purpose)
    .bind(person.quiet.map(|quiet| quiet.to_string()))
    .bind(person.digest.map(|digest| digest.to_string()))
    .bind(person.nudge_pause)
    .bind(person.nudge_stops.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(","))
    .execute(db)
    .await?;
    Ok(())
}
