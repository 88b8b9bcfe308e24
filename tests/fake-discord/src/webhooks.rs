//! What comes after the first answer to an interaction: the routes of its token.

use super::Place;
use super::answers::{Answer, Reply, id_of, refuse, unknown_channel, unknown_message};
use super::server::Call;
use super::world::World;
use std::time::Duration;

/// How long the token of an interaction is good for.
const LIFE: Duration = Duration::from_secs(15 * 60);

impl World {
    /// The interaction whose token that is.
    fn by_token(&self, application: &str, token: &str) -> Result<u64, Answer> {
        let unknown = || refuse(404, 10015, "Unknown Webhook");
        let id = *self.tokens.get(token).ok_or_else(unknown)?;
        let interaction = &self.interactions[&id];
        if application != self.bot.to_string() {
            return Err(unknown());
        }
        if interaction.age() > LIFE {
            return Err(refuse(401, 50027, "Invalid Webhook Token"));
        }
        if matches!(interaction.answer, None | Some(8)) {
            return Err(unknown());
        }
        if self.channels.contains_key(&interaction.channel) { Ok(id) } else { Err(unknown_channel()) }
    }

    /// A message that was made with that token, or the one that the interaction is about.
    fn by_name(&self, interaction: u64, name: &str) -> Result<u64, Answer> {
        let interaction = &self.interactions[&interaction];
        let id = match name {
            "@original" => interaction.original.ok_or_else(unknown_message)?,
            name => id_of("message_id", name)?,
        };
        let its_own = interaction.made.contains(&id) || interaction.original == Some(id);
        if its_own && self.message(id).is_some() { Ok(id) } else { Err(unknown_message()) }
    }

    fn done(&mut self, interaction: u64) {
        let entry = self.entry(interaction);
        entry.done_after = entry.done_after.or(Some(entry.age()));
    }

    fn shown(&self, message: u64) -> Reply {
        Ok(Answer::json(200, self.message_json(self.message(message).expect("a message"))))
    }

    /// `POST /webhooks/{application}/{token}`
    pub fn follow_up(&mut self, call: &Call, application: &str, token: &str) -> Reply {
        let id = self.by_token(application, token)?;
        let interaction = &self.interactions[&id];
        let waiting = interaction.original.filter(|id| self.message(*id).is_some_and(|message| message.thinking()));
        // The first one after "thinking" is what was thought of.
        if let Some(message) = waiting {
            self.change_message(call, &call.body, message, &[])?;
            self.done(id);
            return self.shown(message);
        }
        if matches!(interaction.place, Place::Private(_)) && interaction.made.len() > 5 {
            let message = "This interaction has reached its maximum number of follow-up messages";
            return Err(refuse(400, 40094, message));
        }
        self.check(call, &call.body, None, &[])?;
        let mut message = self.answer_to(id, call.body["flags"].as_u64().unwrap_or(0));
        self.fill(&mut message, &call.body, &call.files)?;
        let made = message.id;
        self.entry(id).made.push(made);
        self.done(id);
        self.publish(message);
        self.shown(made)
    }

    /// `GET /webhooks/{application}/{token}/messages/{id}`
    pub fn get_answer(&self, application: &str, token: &str, name: &str) -> Reply {
        let id = self.by_token(application, token)?;
        self.shown(self.by_name(id, name)?)
    }

    /// `PATCH /webhooks/{application}/{token}/messages/{id}`
    pub fn edit_answer(&mut self, call: &Call, application: &str, token: &str, name: &str) -> Reply {
        let id = self.by_token(application, token)?;
        let message = self.by_name(id, name)?;
        self.change_message(call, &call.body, message, &[])?;
        self.done(id);
        self.shown(message)
    }

    /// `DELETE /webhooks/{application}/{token}/messages/{id}`
    pub fn delete_answer(&mut self, application: &str, token: &str, name: &str) -> Reply {
        let id = self.by_token(application, token)?;
        let message = self.by_name(id, name)?;
        self.remove(message);
        self.done(id);
        Ok(Answer::empty())
    }
}
