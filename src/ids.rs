//! Names and ids as types of their own, so that one kind is never taken for another.

use rand::RngExt;
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The letters of made ids: digits and lower-case letters without `i`, `l`, `o` and `u`, five bits each.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Makes an id of `length` letters (five random bits each).
fn made(random: &mut impl rand::Rng, length: usize) -> String {
    (0..length).map(|_| char::from(LETTERS[random.random_range(0..LETTERS.len())])).collect()
}

/// An enum whose values are stored under names.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// The name it is stored under.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ids::UnknownName;
            fn from_str(text: &str) -> Result<Self, $crate::ids::UnknownName> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    _ => Err($crate::ids::UnknownName(text.to_owned())),
                }
            }
        }
    };
}
pub(crate) use named;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $length:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Makes a new one, from the given source of randomness.
            pub fn make(random: &mut impl rand::Rng) -> Self {
                Self(made(random, $length))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.as_str().into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str().map(|text| Self(text.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// A person, over all platforms: 20 letters, 100 random bits.
    PersonId, 20
}
text_id! {
    /// One run of a flow by one person: 13 letters, short because every button carries it.
    SessionId, 13
}
text_id! {
    /// A mock-interview night: 13 letters, as its buttons carry it where those of a conversation carry their session.
    NightId, 13
}
text_id! {
    /// What a platform (or a program) recognises a repeated message by: 20 letters, under the 25 that Discord allows.
    DeliveryKey, 20
}
text_id! {
    /// What a person can quote when something went wrong, and what stands in the log beside the cause: 6 letters.
    Reference, 6
}

/// The id that a platform gave an event. Seen once, acted on once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub String);

impl ToSql for EventId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_str().into())
    }
}

impl FromSql for EventId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(|text| Self(text.to_owned()))
    }
}

/// A community: a server, or a room with those who are in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommunityId(String);

impl CommunityId {
    /// The community that a platform calls by this name.
    pub fn of(platform: PlatformName, name: &str) -> Self {
        Self(format!("{}/{name}", platform.as_str()))
    }
}

impl ToSql for CommunityId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_str().into())
    }
}

impl FromSql for CommunityId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(|text| Self(text.to_owned()))
    }
}

/// A chat platform that Rapport can live on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlatformName {
    /// The terminal, and the conversation scripts that are played as if in one.
    Console,
    /// Discord.
    Discord,
    /// Matrix.
    Matrix,
}

impl PlatformName {
    /// The name as it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Discord => "discord",
            Self::Matrix => "matrix",
        }
    }
}

impl FromStr for PlatformName {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        [Self::Console, Self::Discord, Self::Matrix]
            .into_iter()
            .find(|name| name.as_str() == text)
            .ok_or_else(|| UnknownName(text.to_owned()))
    }
}

/// A language that the bot speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// French, as written in Canada.
    Fr,
}

impl Locale {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The two-letter code: what is stored, and the name of the folder under `prompts/`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The one of two values that is in this language.
    pub fn pick<T>(self, en: T, fr: T) -> T {
        match self {
            Self::En => en,
            Self::Fr => fr,
        }
    }

    /// The locale that a platform's own tag stands for (`fr`, `fr-CA`, `fr_CA.UTF-8`), if the bot speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
        language.parse().ok()
    }
}

impl FromStr for Locale {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        Self::ALL.into_iter().find(|locale| locale.as_str() == text).ok_or_else(|| UnknownName(text.to_owned()))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A stored or configured name that this version does not know.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a name that this version knows")]
pub struct UnknownName(pub String);

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::SmallRng;

    #[test]
    fn ids_have_their_length_and_follow_the_seed() {
        let (mut one, mut two) = (SmallRng::seed_from_u64(7), SmallRng::seed_from_u64(7));
        assert_eq!(SessionId::make(&mut one), SessionId::make(&mut two));
        assert_eq!(DeliveryKey::make(&mut one).as_str().len(), 20);
        assert_ne!(PersonId::make(&mut one), PersonId::make(&mut one));
    }

    #[test]
    fn platform_tags_become_locales() {
        assert_eq!(Locale::from_tag("fr-CA"), Some(Locale::Fr));
        assert_eq!(Locale::from_tag("en_US.UTF-8"), Some(Locale::En));
        assert_eq!(Locale::from_tag("de"), None);
    }
}
