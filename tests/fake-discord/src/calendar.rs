//! The calendars of guilds.

use super::answers::{Answer, Faults, Reply, id_of, missing_permissions, refuse};
use super::server::Call;
use super::shapes::{merge, timestamp};
use super::world::World;
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl World {
    fn calendar(&mut self, guild: &str) -> Result<&mut BTreeMap<u64, Value>, Answer> {
        let id = id_of("guild_id", guild)?;
        let guild = self.guilds.get_mut(&id).ok_or_else(|| refuse(404, 10004, "Unknown Guild"))?;
        guild.entries.as_mut().ok_or_else(missing_permissions)
    }

    fn entry_of(&mut self, guild: &str, id: &str) -> Result<(u64, &mut Value), Answer> {
        let id = id_of("guild_scheduled_event_id", id)?;
        let found = self.calendar(guild)?.get_mut(&id);
        Ok((id, found.ok_or_else(|| refuse(404, 10070, "Unknown Guild Scheduled Event"))?))
    }

    /// `GET /guilds/{id}/scheduled-events`
    pub fn entries(&mut self, guild: &str) -> Reply {
        let all: Vec<Value> = self.calendar(guild)?.values().cloned().collect();
        Ok(Answer::json(200, json!(all)))
    }

    /// `POST /guilds/{id}/scheduled-events`
    pub fn make_entry(&mut self, call: &Call, guild: &str) -> Reply {
        self.calendar(guild)?;
        self.check_entry(&call.body)?;
        let id = self.next_id();
        let mut entry = json!({
            "id": id.to_string(), "guild_id": guild, "creator_id": self.bot.to_string(), "status": 1, "entity_id": null,
        });
        merge(&mut entry, &call.body);
        self.calendar(guild)?.insert(id, entry.clone());
        Ok(Answer::json(200, entry))
    }

    /// `PATCH /guilds/{id}/scheduled-events/{id}`
    pub fn change_entry(&mut self, call: &Call, guild: &str, id: &str) -> Reply {
        self.entry_of(guild, id)?;
        self.check_entry(&call.body)?;
        let (_, entry) = self.entry_of(guild, id)?;
        merge(entry, &call.body);
        Ok(Answer::json(200, entry.clone()))
    }

    /// `DELETE /guilds/{id}/scheduled-events/{id}`
    pub fn remove_entry(&mut self, guild: &str, id: &str) -> Reply {
        let (id, _) = self.entry_of(guild, id)?;
        self.calendar(guild)?.remove(&id);
        Ok(Answer::empty())
    }

    /// An entry that is held somewhere else than in a channel, as Discord takes it.
    fn check_entry(&self, body: &Value) -> Result<(), Answer> {
        let mut faults = Faults::default();
        faults.text(&[], body, "name", true, 1, 100);
        faults.text(&[], body, "description", false, 0, 1_000);
        faults.text(&["entity_metadata".to_owned()], &body["entity_metadata"], "location", true, 1, 100);
        // Written alike, times are in the order of their letters.
        let time = |key: &str| body[key].as_str().filter(|text| text.ends_with('Z')).and_then(|text| text.get(..19));
        let now = timestamp(self.now());
        match (time("scheduled_start_time"), time("scheduled_end_time")) {
            (Some(start), Some(end)) if start > &now[..19] && end > start => {}
            _ => faults.add(
                &["scheduled_start_time"],
                "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
                "Cannot schedule event in the past.",
            ),
        }
        if body["privacy_level"] != 2 || body["entity_type"] != 3 || !body["channel_id"].is_null() {
            faults.choices(&["entity_type".to_owned()], "3");
        }
        faults.verdict()
    }
}
