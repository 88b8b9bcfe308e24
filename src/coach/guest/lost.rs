//! What a guest says where nothing was understood for certain.

use super::{Mark, Memory, Reply, Scene, Slip};
use crate::coach::topics::{Act, Understood};
use crate::prompts::cues::Plain;
use crate::prompts::guests::Cue;
use crate::prompts::topics::Area;
use crate::words;

/// What is no more than a nod has no more words than these; what somebody tells of themselves has more.
const FEW_WORDS: usize = 4;
/// Among how many of the likeliest topics those are looked for that may have been meant.
const LIKELY: usize = 4;

impl Scene<'_> {
    /// Nothing was understood for certain: which of two was meant, or what at all? Who asks nothing is heard, and not asked back.
    pub(super) fn ask_back(&self, memory: &mut Memory, text: &str, understood: &Understood, mut reply: Reply) -> Reply {
        let plain = Plain::of(text);
        let (rules, questions) = (self.prompts.mock_rules(self.locale), self.prompts.question_rules(self.locale));
        if questions.off_topic.are_in(&plain) {
            return self.only(memory, Cue::OffTopic, Some(Slip::OffTopic));
        }
        let asks = text.contains('?') || rules.asking.are_in(&plain);
        if rules.nervous.are_in(&plain) {
            memory.lost = 0;
            return self.only(memory, Cue::Nervous, None);
        }
        if !asks && rules.nods.are_in(&plain) && words::count(text) <= FEW_WORDS {
            reply.is_nod = true;
            return reply;
        }
        let is_told = !asks && rules.about_oneself.are_in(&plain) && words::count(text) > FEW_WORDS;
        if is_told && understood.message.act != Act::Unknown {
            memory.lost = 0;
            reply.notes.marks.push(Mark::Introduced(0));
            reply.said.push(self.on(memory, Cue::AboutYou));
            return reply;
        }
        memory.lost = memory.lost.saturating_add(1);
        let likely = understood.message.in_order(&self.prompts.topics);
        // Nobody is asked whether they meant a closing ask, or something to avoid.
        let mut likely = likely.take(LIKELY).filter(|topic| topic.area.is_some_and(|area| area != Area::Closing));
        match (understood.message.act, likely.next(), likely.next()) {
            (Act::Ask, Some(one), Some(other)) => {
                let question = self.on(memory, Cue::Which);
                let question =
                    question.replace("{one}", one.name(self.locale)).replace("{other}", other.name(self.locale));
                reply.said.push(question);
                reply.which = Some([one.id.clone(), other.id.clone()]);
            }
            _ => {
                reply.is_lost = true;
                reply.said.push(self.on(memory, Cue::Unknown));
            }
        }
        reply
    }
}
