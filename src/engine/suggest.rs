//! What is suggested while somebody types a value for a command, on platforms that do that. Nothing is written, and nobody gets to
//! see what is not their own.

use super::Engine;
use super::turn::reads;
use crate::commands::{COMMANDS, Param, ParamKind, Suggest, Value};
use crate::contact;
use crate::flows::{nights as flow_nights, nudges, outreach, questions};
use crate::ids::{CommunityId, Locale, PlatformName};
use crate::store::{contacts, drafts, nights, nudges as store_nudges, people, targets};
use crate::words::fold;
use crate::zones;

/// The most suggestions that a platform shows.
const MOST: usize = 25;

/// The most characters of a suggestion that every platform takes.
const LONGEST: usize = 100;

/// A suggestion: how it reads, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// How it reads.
    pub label: String,
    /// What it stands for.
    pub value: Value,
}

impl Suggestion {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { label: text.clone(), value: Value::Text(text) }
    }
}

impl Engine {
    /// What fits what an account has typed so far for a parameter of a command.
    ///
    /// # Errors
    /// The database failed.
    pub fn suggestions(
        &self,
        platform: PlatformName,
        handle: &str,
        shown: Option<Locale>,
        community: Option<&CommunityId>,
        param: &Param,
        typed: &str,
    ) -> rusqlite::Result<Vec<Suggestion>> {
        let db = &self.store.connection;
        let person = people::find(db, platform, handle)?;
        let locale = reads(&self.core, person.as_ref(), shown);
        let wanted = fold(typed);
        let fits = |label: &str| fold(label).contains(&wanted);
        let say = |key: &str| self.core.prompts.speech.say(locale, key, None);
        let mut found: Vec<Suggestion> = match param.suggest {
            Suggest::Nothing => Vec::new(),
            Suggest::Among(values) => {
                let all = values
                    .iter()
                    .map(|(value, key)| Suggestion { label: say(key), value: Value::Text((*value).to_owned()) });
                all.filter(|suggestion| fits(&suggestion.label)).collect()
            }
            Suggest::Numbers(numbers) => {
                let in_range = |number: &u32| match param.kind {
                    ParamKind::Number(least, most, _) => (least..=most).contains(number),
                    _ => true,
                };
                // A number of one's own is as good.
                let own = typed.trim().parse().ok().filter(in_range);
                let usual = numbers.iter().copied().filter(|number| fits(&number.to_string()));
                let all = own.into_iter().chain(usual.filter(|number| own != Some(*number)));
                all.map(|number| Suggestion { label: number.to_string(), value: Value::Number(number) }).collect()
            }
            Suggest::Nudges => {
                let Some(person) = &person else { return Ok(Vec::new()) };
                let own = store_nudges::standing(db, &person.id, self.core.clock.now())?;
                let all = own.iter().map(|nudge| Suggestion {
                    label: format!("{}. {}", nudge.number, self.core.prompts.label(locale, &nudges::choice(nudge))),
                    value: Value::Number(nudge.number),
                });
                all.filter(|suggestion| fits(&suggestion.label)).collect()
            }
            Suggest::Contacts => {
                let Some(person) = &person else { return Ok(Vec::new()) };
                let own = contacts::all(db, &person.id)?;
                let found = if wanted.is_empty() { own.iter().collect() } else { contact::meant(&own, typed) };
                // What is suggested must be found again: the name alone, but where two bear it.
                found.into_iter().take(MOST).map(|contact| Suggestion::text(contact.suggested(&own, LONGEST))).collect()
            }
            Suggest::Targets => {
                let Some(person) = &person else { return Ok(Vec::new()) };
                let own = targets::all(db, &person.id)?.into_iter();
                let all = own.map(|target| Suggestion::text(crate::words::shorten(&target.name, LONGEST)));
                all.filter(|suggestion| fits(&suggestion.label)).collect()
            }
            Suggest::Drafts => {
                let Some(person) = &person else { return Ok(Vec::new()) };
                let contacts = contacts::all(db, &person.id)?;
                let open = drafts::latest(db, &person.id)?.into_iter().filter(|draft| draft.sent_on.is_none());
                let all = open.map(|draft| Suggestion {
                    label: self.core.prompts.label(locale, &outreach::choice(&contacts, &draft)),
                    value: Value::Number(draft.number),
                });
                all.filter(|suggestion| fits(&suggestion.label)).collect()
            }
            Suggest::Nights => {
                let Some(community) = community else { return Ok(Vec::new()) };
                let ahead = nights::ahead(db, community, self.core.clock.now())?;
                let all = ahead.iter().map(|night| Suggestion {
                    label: self.core.prompts.label(locale, &flow_nights::choice(night)),
                    value: Value::Number(night.number),
                });
                all.filter(|suggestion| fits(&suggestion.label)).collect()
            }
            Suggest::Zones => {
                zones::beginning(typed, MOST).into_iter().map(|zone| Suggestion::text(zone.name())).collect()
            }
            Suggest::Times => {
                let keys = ["suggest-hour", "suggest-tonight", "suggest-tomorrow", "suggest-monday", "suggest-weeks"];
                let usual = keys.iter().map(|key| say(key)).filter(|label| fits(label));
                let own = Some(typed.trim().to_owned()).filter(|own| !own.is_empty() && own.chars().count() <= LONGEST);
                own.into_iter().chain(usual).map(Suggestion::text).collect()
            }
            Suggest::Guests => {
                let all = self.core.prompts.guests.iter().map(|guest| Suggestion {
                    label: crate::words::shorten(&format!("{}, {}", guest.name(), guest.voice(locale).title), LONGEST),
                    value: Value::Text(guest.id.clone()),
                });
                all.filter(|suggestion| fits(&suggestion.label)).collect()
            }
            Suggest::Topics => {
                let all = questions::shelves(&self.core.prompts, locale).into_iter();
                let all = all.map(|(value, label)| Suggestion { label, value: Value::Text(value) });
                all.filter(|suggestion| fits(&suggestion.label)).collect()
            }
            Suggest::Commands => {
                let paths = COMMANDS.iter().map(|command| command.path(locale));
                paths.filter(|path| fits(path)).map(Suggestion::text).collect()
            }
        };
        found.truncate(MOST);
        Ok(found)
    }
}
