//! What a message holds: questions, talk, and what had better not been asked.

use super::{Scene, Slip};
use crate::coach::question::Review;
use crate::coach::topics::{Act, Heard, Understood};
use crate::prompts::guests::Cue;
use crate::prompts::question_rules::Kind;
use crate::prompts::topics::{Kind as TopicKind, Topic};

/// What was found in a message.
#[derive(Default)]
pub(super) struct Found<'a> {
    pub(super) questions: Vec<&'a Topic>,
    pub(super) talk: Vec<&'a str>,
    pub(super) avoid: Option<(&'a Topic, Option<String>)>,
}

impl Scene<'_> {
    /// The topics of a message, by its sentences, or by the whole where they say nothing.
    pub(super) fn find<'a>(&'a self, understood: &Understood) -> Found<'a> {
        let mut found = Found::default();
        let parts: Vec<&Heard> = match understood.sentences.as_slice() {
            [] => vec![&understood.message],
            parts => parts.iter().map(|(_, heard)| heard).collect(),
        };
        parts.iter().for_each(|heard| self.add(&mut found, heard));
        if found.questions.is_empty() && found.avoid.is_none() && !found.talk.contains(&"example") {
            let is_talk = understood.message.topics.first().is_some_and(|(topic, _)| {
                self.prompts.topics.all().get(*topic).is_none_or(|topic| topic.kind == TopicKind::Talk)
            });
            if !is_talk {
                self.add(&mut found, &understood.message);
            }
        }
        found
    }

    fn add<'a>(&'a self, found: &mut Found<'a>, heard: &Heard) {
        if heard.act != Act::Answer {
            return;
        }
        let first = heard.topics.first().and_then(|(topic, _)| self.prompts.topics.all().get(*topic));
        let Some(topic) = first else { return };
        match topic.kind {
            TopicKind::Question if !found.questions.iter().any(|known| known.id == topic.id) => {
                found.questions.push(topic)
            }
            TopicKind::Talk if !found.talk.contains(&topic.id.as_str()) => found.talk.push(&topic.id),
            TopicKind::Avoid if found.avoid.is_none() => found.avoid = Some((topic, heard.matter.clone())),
            _ => {}
        }
    }
}

/// What had better not been asked: the guest's reaction, and what it was.
pub(super) fn avoided(found: &Found<'_>, review: &Review) -> Option<(Cue, Slip)> {
    let matter = found.avoid.as_ref().and_then(|(_, matter)| matter.as_deref());
    let personal = match matter {
        Some("age") => (Cue::Age, Slip::Age),
        Some("family") => (Cue::Family, Slip::Family),
        Some("address") => (Cue::Address, Slip::Address),
        _ => (Cue::Personal, Slip::Personal),
    };
    if let Some((topic, _)) = &found.avoid {
        return match topic.id.as_str() {
            "avoid_salary" => Some((Cue::Pay, Slip::Pay)),
            "avoid_job" => Some((Cue::JobAsk, Slip::JobAsk)),
            _ => Some(personal),
        };
    }
    review.findings.iter().find_map(|finding| match finding.kind {
        Kind::JobAsk => Some((Cue::JobAsk, Slip::JobAsk)),
        Kind::Pay => Some((Cue::Pay, Slip::Pay)),
        Kind::Personal => Some(personal),
        _ => None,
    })
}
