//! What a message holds: questions, talk, and what had better not been asked. What was understood by its likeness alone may be about something
//! else: talk, the closing asks, and what is to be avoided want a sign in the words as well (`prompts/<locale>/mock.toml`).

use super::{Scene, Slip};
use crate::coach::question::Review;
use crate::coach::topics::{Act, Heard, Understood};
use crate::prompts::cues::Plain;
use crate::prompts::guests::{Cue, Fact};
use crate::prompts::question_rules::Kind;
use crate::prompts::topics::{Kind as TopicKind, Topic};
use crate::words;

/// What was found in a message.
#[derive(Default)]
pub(super) struct Found<'a> {
    pub(super) questions: Vec<&'a Topic>,
    pub(super) talk: Vec<&'a str>,
    pub(super) avoid: Option<(&'a Topic, Option<String>)>,
    /// What a beginner earns, and not the guest: no slip, and nothing that the guest would know better than a table.
    pub(super) asks_usual_pay: bool,
}

impl Found<'_> {
    /// Whether an example is asked for.
    pub(super) fn asks_for_example(&self) -> bool {
        self.talk.contains(&"example")
    }

    /// Whether anything is asked about the work.
    pub(super) fn is_question(&self) -> bool {
        !self.questions.is_empty() || self.asks_for_example()
    }
}

impl Scene<'_> {
    /// The topics of a message, by its sentences, or by the whole where they say nothing.
    pub(super) fn find<'a>(&'a self, text: &str, understood: &Understood) -> Found<'a> {
        let mut found = Found::default();
        if understood.sentences.is_empty() {
            self.add(&mut found, text, &understood.message);
        }
        for (sentence, heard) in &understood.sentences {
            self.add(&mut found, sentence, heard);
        }
        if !found.is_question() && found.avoid.is_none() {
            let first = understood.message.first(&self.prompts.topics);
            if first.is_none_or(|topic| topic.kind != TopicKind::Talk) {
                self.add(&mut found, text, &understood.message);
            }
        }
        if found.questions.is_empty() && self.names_somebody(text) {
            found.questions.extend(self.prompts.topics.named("referral"));
        }
        found
    }

    fn add<'a>(&'a self, found: &mut Found<'a>, text: &str, heard: &Heard) {
        if heard.act != Act::Answer {
            return;
        }
        let Some(topic) = heard.first(&self.prompts.topics) else { return };
        let plain = Plain::of(text);
        let rules = self.prompts.mock_rules(self.locale);
        let has_sign = rules.signs.get(&topic.id).is_none_or(|cues| cues.are_in(&plain));
        if !has_sign {
            found.asks_usual_pay |= topic.id == "avoid_salary";
            return;
        }
        match topic.kind {
            TopicKind::Question if !found.questions.iter().any(|known| known.id == topic.id) => {
                found.questions.push(topic);
            }
            TopicKind::Talk if !found.talk.contains(&topic.id.as_str()) => found.talk.push(&topic.id),
            // "What do you look for in people?" is the question to ask instead.
            TopicKind::Avoid if self.is_excepted(topic, &plain) => {
                let instead = Some("competitiveness").filter(|_| topic.id == "avoid_job");
                found.questions.extend(instead.and_then(|id| self.prompts.topics.named(id)));
            }
            TopicKind::Avoid if found.avoid.is_none() => found.avoid = Some((topic, heard.matter.clone())),
            _ => {}
        }
    }

    /// Whether words take back what the message was taken for.
    fn is_excepted(&self, topic: &Topic, plain: &Plain<'_>) -> bool {
        let rules = self.prompts.question_rules(self.locale);
        let cues = match topic.id.as_str() {
            "avoid_job" => &rules.job_ask,
            "avoid_salary" => &rules.pay,
            _ => &rules.personal,
        };
        cues.have_exception_in(plain)
    }

    /// Whether a short question names the person whom the guest would send one to.
    fn names_somebody(&self, text: &str) -> bool {
        let Some(Fact::Name(name)) = self.guest.facts.get("referral_name") else { return false };
        let said = words::fold(text);
        let is_said = |part: &str| said.split(|c: char| !c.is_alphanumeric()).any(|word| word == part);
        words::count(text) <= FEW_WORDS && words::fold(name).split(' ').any(is_said)
    }
}

/// A question about somebody has no more words than these.
const FEW_WORDS: usize = 10;

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
        Kind::JobAsk if found.questions.is_empty() => Some((Cue::JobAsk, Slip::JobAsk)),
        Kind::Pay if !found.asks_usual_pay && found.questions.is_empty() => Some((Cue::Pay, Slip::Pay)),
        Kind::Personal if found.questions.is_empty() => Some(personal),
        _ => None,
    })
}
