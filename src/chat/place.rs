//! Where a conversation happens: a direct chat, a room, a thread of a room.

use crate::ids::{PlatformName, UnknownName};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A place on a platform.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The platform.
    pub platform: PlatformName,
    /// The place on it.
    pub kind: PlaceKind,
}

/// What sort of place it is, with the platform's own names for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    /// A chat between the bot and the one account of that handle.
    Direct(String),
    /// A channel or room, where others read too.
    Room(String),
    /// A thread of a room: the room, and which thread.
    Thread(String, String),
}

impl Place {
    /// The direct chat with an account.
    pub fn direct(platform: PlatformName, handle: &str) -> Self {
        Self { platform, kind: PlaceKind::Direct(handle.to_owned()) }
    }

    /// A room.
    pub fn room(platform: PlatformName, name: &str) -> Self {
        Self { platform, kind: PlaceKind::Room(name.to_owned()) }
    }

    /// Whether nobody but the person and the bot reads here.
    pub fn is_direct(&self) -> bool {
        matches!(self.kind, PlaceKind::Direct(_))
    }

    /// The room that it is, or that it is a thread of.
    #[must_use]
    pub fn room_of(&self) -> Self {
        match &self.kind {
            PlaceKind::Thread(room, _) => Self::room(self.platform, room),
            PlaceKind::Direct(_) | PlaceKind::Room(_) => self.clone(),
        }
    }

    /// What the platform calls it.
    pub fn name(&self) -> &str {
        match &self.kind {
            PlaceKind::Direct(name) | PlaceKind::Room(name) | PlaceKind::Thread(_, name) => name,
        }
    }

    /// The place as it is stored: read back by [`Place::stored`].
    pub fn to_text(&self) -> String {
        self.kind.to_string()
    }

    /// Reads a stored place.
    ///
    /// # Errors
    /// The text is none that this version wrote.
    pub fn stored(platform: &str, text: &str) -> Result<Self, UnknownName> {
        Ok(Self { platform: platform.parse()?, kind: text.parse()? })
    }
}

/// Slashes and per cent signs of the platform's own names are written as `%2F` and `%25`, so that parts stay apart.
fn guarded(part: &str) -> String {
    part.replace('%', "%25").replace('/', "%2F")
}

fn unguarded(part: &str) -> String {
    part.replace("%2F", "/").replace("%25", "%")
}

impl fmt::Display for PlaceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Direct(handle) => write!(f, "direct/{}", guarded(handle)),
            Self::Room(name) => write!(f, "room/{}", guarded(name)),
            Self::Thread(room, name) => write!(f, "room/{}/{}", guarded(room), guarded(name)),
        }
    }
}

impl FromStr for PlaceKind {
    type Err = UnknownName;
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        match *text.split('/').collect::<Vec<_>>() {
            ["direct", handle] => Ok(Self::Direct(unguarded(handle))),
            ["room", name] => Ok(Self::Room(unguarded(name))),
            ["room", room, name] => Ok(Self::Thread(unguarded(room), unguarded(name))),
            _ => Err(UnknownName(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_place_is_read_back_as_it_was() {
        for kind in [
            PlaceKind::Direct("ana".into()),
            PlaceKind::Room("a/b%2Fc".into()),
            PlaceKind::Thread("lounge".into(), "2".into()),
        ] {
            let place = Place { platform: PlatformName::Console, kind };
            assert_eq!(Place::stored("console", &place.to_text()).unwrap(), place);
        }
    }
}
