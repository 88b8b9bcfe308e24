//! What a guest says to what a learner typed: in character, differently when the same is asked again, more concretely when an example is
//! asked for, and with a natural reaction to a slip.
//!
//! Sources: an example where an answer stays vague (S4); only what was agreed (S0); no private matters and no pay (S0); no ask for a job
//! (S4, S2; S1 sees it otherwise); one question at a time and open ones (S4); nothing that a search would tell (S3); the questions that come
//! back (S0, S2).

mod found;
mod lost;
mod memory;

use memory::Wanted;
pub use memory::{Mark, Memory, Notes, Slip, Turned};

use found::{Found, avoided};

use super::question::{self, Review};
use super::sentences::sentences;
use super::topics::{Act, Understood};
use crate::ids::Locale;
use crate::prompts::Prompts;
use crate::prompts::cues::Plain;
use crate::prompts::guests::{Cue, Guest, Manner, Voice};
use crate::prompts::question_rules::Kind;
use crate::prompts::topics::{Area, Kind as TopicKind, Topic};
use crate::words;

/// More words than these are no question any more.
const ESSAY: usize = 120;
/// From which exchange on the guest may turn a question round, or mention something by themselves.
const SETTLED: u32 = 3;
/// From which part of the time on a position may be mentioned, in hundredths.
const LATER: u32 = 40;
/// From which part of the time on a guest brings up nothing any more, in hundredths.
const LATE: u32 = 80;
/// Before this part of the time nobody means that it is over, and from the next on "thank you for your time" is a goodbye; in hundredths.
const EARLY: u32 = 40;
const HALF: u32 = 50;
/// How often a guest says that one of two questions got lost.
const MOST_OF_ONE_REMARK: usize = 2;
/// How many closed questions in a row are too many.
const CLOSED_IN_A_ROW: u8 = 3;
/// From what score on a topic is clear, whatever the words around it.
const CLEAR: f32 = 0.6;
/// What asks for more of the same has no more words than these.
const MOST_TO_FOLLOW_UP: usize = 6;
/// "How was the weekend?" is a chat; a longer question is one about the work.
const FEW_TO_CHAT: usize = 6;
/// The most short remarks before an answer.
const MOST_REMARKS: usize = 2;

/// Where a conversation stands.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// All prompts.
    pub prompts: &'a Prompts,
    /// Who is asked.
    pub guest: &'a Guest,
    /// The language of the conversation.
    pub locale: Locale,
    /// The year.
    pub year: i32,
    /// What was agreed to be talked about. Empty: anything about the work.
    pub agreed: &'a [Area],
    /// Which exchange this is, from 1.
    pub number: u32,
    /// How much of the time is used, in hundredths.
    pub used: u32,
}

/// What a guest answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What they say, sentence after sentence.
    pub said: Vec<String>,
    /// The topics that they ask about, where they did not understand which was meant.
    pub which: Option<[String; 2]>,
    /// Whether nothing at all was understood.
    pub is_lost: bool,
    /// Whether the learner only nodded.
    pub is_nod: bool,
    /// Whether the guest was asked to be something else.
    pub is_role: bool,
    /// Whether the learner said goodbye.
    pub is_goodbye: bool,
    /// What there is to say of the exchange afterwards.
    pub notes: Notes,
}

/// A question that was understood.
#[derive(Clone, Copy)]
struct Asked<'a> {
    topic: &'a Topic,
    text: &'a str,
    review: &'a Review,
    /// Whether there is no doubt about its topic.
    is_clear: bool,
}

impl Scene<'_> {
    fn voice(&self) -> &Voice {
        self.guest.voice(self.locale)
    }

    fn fill(&self, text: &str) -> String {
        self.guest.fill(self.locale, text, self.year)
    }

    /// What the guest says on a cue: each time the next of their ways to say it.
    pub fn on(&self, memory: &mut Memory, cue: Cue) -> String {
        let ways = self.voice().says.get(&cue).map(Vec::as_slice).unwrap_or_default();
        ways.get(memory.count(cue) % ways.len().max(1)).map(|text| self.fill(text)).unwrap_or_default()
    }

    /// One of the guest's single lines.
    pub fn line(&self, pick: impl Fn(&Voice) -> &str) -> String {
        self.fill(pick(self.voice()))
    }

    /// Answers a message.
    pub fn answer(&self, memory: &mut Memory, text: &str, understood: &Understood) -> Reply {
        let mut reply = Reply::default();
        let plain = Plain::of(text);
        let rules = self.prompts.mock_rules(self.locale);
        let found = self.find(text, understood);
        memory.note_said(text);
        if rules.insult.are_in(&plain) {
            return self.only(memory, Cue::Insult, Some(Slip::Insult));
        }
        if rules.role.are_in(&plain) {
            return Reply { is_role: true, ..self.only(memory, Cue::Role, None) };
        }
        if words::count(text) > ESSAY {
            return self.only(memory, Cue::Long, Some(Slip::TooLong));
        }
        let has_mark = text.contains('?');
        if self.number > 1 && !has_mark && rules.goodbye.are_in(&plain) {
            return self.take_leave(memory, &found, &plain);
        }
        let review =
            question::review(self.prompts.question_rules(self.locale), &self.prompts.topics, text, &understood.message);
        if let Some((cue, slip)) = avoided(&found, &review) {
            return self.only(memory, cue, Some(slip));
        }
        if found.asks_usual_pay && found.questions.is_empty() {
            return self.only(memory, Cue::Searchable, Some(Slip::Searchable));
        }
        let is_question = found.is_question();
        if !is_question && !has_mark && !rules.asking.are_in(&plain) && rules.hardship.are_in(&plain) {
            memory.lost = 0;
            memory.turned = Turned::Over;
            return self.only(memory, Cue::Hardship, None);
        }
        // The answer to the guest's own question comes at once, or not at all.
        let was_asked = memory.turned == Turned::Asked;
        memory.turned_answered();
        let is_beside = found.talk.iter().any(|talk| !matches!(*talk, "about_you" | "greeting"));
        if was_asked && !is_question && !is_beside && !has_mark && words::count(text) > 3 {
            reply.notes.marks.push(Mark::Introduced(u32::try_from(words::count(text)).unwrap_or(u32::MAX)));
            reply.said.push(self.on(memory, Cue::AboutYou));
            memory.lost = 0;
            return reply;
        }
        if self.number > 1 && !has_mark && !is_question && self.used >= HALF && rules.closing.are_in(&plain) {
            return self.take_leave(memory, &found, &plain);
        }
        if rules.thanks.are_in(&plain) {
            reply.notes.marks.push(Mark::Thanked);
        }
        self.remark(memory, text, &found, &mut reply);
        let is_clear = understood.message.topics.first().is_some_and(|(_, score)| *score >= CLEAR);
        let asks_for_example = found.asks_for_example();
        if asks_for_example || (!is_clear && self.follows_up(memory, text, &plain)) {
            self.go_on(memory, asks_for_example, &mut reply);
        } else if let Some(topic) = found.questions.first().copied().or_else(|| self.first_of_two(understood, &review))
        {
            self.tell_of(memory, &Asked { topic, text, review: &review, is_clear }, &mut reply);
        } else if reply.said.is_empty() || self.asks_more(text, &found) {
            // What was said beside a question that nobody understood can wait.
            reply.said.clear();
            return self.ask_back(memory, text, understood, reply);
        }
        memory.lost = 0;
        self.bring_up(memory, is_question, &mut reply);
        reply
    }

    /// The learner goes.
    fn take_leave(&self, memory: &mut Memory, found: &Found<'_>, plain: &Plain<'_>) -> Reply {
        let mut reply = Reply { is_goodbye: true, said: vec![self.on(memory, Cue::Thanks)], ..Reply::default() };
        let marks = [
            (self.prompts.mock_rules(self.locale).thanks.are_in(plain), Mark::Thanked),
            (found.talk.contains(&"time_up") && self.used >= EARLY, Mark::NotedTime),
            (found.talk.contains(&"offer_help"), Mark::OfferedHelp),
        ];
        reply.notes.marks.extend(marks.into_iter().filter(|(is_there, _)| *is_there).map(|(_, mark)| mark));
        reply
    }

    /// Answers on a topic that the learner chose, after the guest asked which was meant.
    pub fn answer_on(&self, memory: &mut Memory, id: &str) -> Reply {
        let mut reply = Reply::default();
        memory.lost = 0;
        if self.prompts.topics.named(id).is_some() {
            reply.notes.topics.push(id.to_owned());
            reply.said.extend(self.tell(memory, id, false));
        }
        reply
    }

    fn only(&self, memory: &mut Memory, cue: Cue, slip: Option<Slip>) -> Reply {
        let mut reply = Reply { said: vec![self.on(memory, cue)], ..Reply::default() };
        reply.notes.slips.extend(slip);
        reply
    }

    /// Short words to what is no question: a greeting, thanks, the time.
    fn remark(&self, memory: &mut Memory, text: &str, found: &Found<'_>, reply: &mut Reply) {
        let is_question = found.is_question();
        let asks = text.contains('?') && words::count(text) > FEW_TO_CHAT;
        for talk in &found.talk {
            let (cue, mark) = match *talk {
                "greeting" => (Cue::Greeting, Some(Mark::Greeted)),
                "notes" => (Cue::Notes, Some(Mark::AskedForNotes)),
                "offer_help" => (Cue::OfferHelp, Some(Mark::OfferedHelp)),
                "time_up" if self.used < EARLY => continue,
                "time_up" => (Cue::Stay, Some(Mark::NotedTime)),
                "thanks" => (Cue::Thanks, None),
                "about_you" => {
                    // Nobody is asked for what they have just told.
                    memory.turned = Turned::Over;
                    (Cue::AboutYou, Some(Mark::Introduced(0)))
                }
                // A question that is taken for a chat is no chat.
                "smalltalk" if !asks => (Cue::Smalltalk, None),
                _ => continue,
            };
            reply.notes.marks.extend(mark);
            // What comes before a question needs no answer of its own.
            let is_worth_it = !is_question || matches!(cue, Cue::Notes | Cue::OfferHelp | Cue::Stay);
            let is_repeated = match cue {
                Cue::Greeting => memory.number_of(Cue::Greeting) > 0,
                // Who says hello and who they are is greeted back, and no more.
                Cue::AboutYou | Cue::Thanks | Cue::Smalltalk => !reply.said.is_empty(),
                _ => false,
            };
            if is_worth_it && !is_repeated && reply.said.len() < MOST_REMARKS {
                reply.said.push(self.on(memory, cue));
            }
        }
    }

    /// Whether a few words ask for more of what was just said: "and after that?"
    fn follows_up(&self, memory: &Memory, text: &str, plain: &Plain<'_>) -> bool {
        let cues = &self.prompts.mock_rules(self.locale).follow_up;
        let begins = || cues.find_all(plain).first().is_some_and(|mark| mark.start == 0);
        memory.last_topic.is_some() && words::count(text) <= MOST_TO_FOLLOW_UP && begins()
    }

    /// Whether there is a question in a message that was taken for thanks, or for a story.
    fn asks_more(&self, text: &str, found: &Found<'_>) -> bool {
        let is_talk = found.talk.iter().all(|talk| matches!(*talk, "thanks" | "about_you" | "smalltalk"));
        is_talk && text.contains('?') && words::count(text) > FEW_TO_CHAT
    }

    /// The first of two questions in one message, where neither is clear for the other.
    fn first_of_two(&self, understood: &Understood, review: &Review) -> Option<&Topic> {
        let is_double = review.findings.iter().any(|finding| finding.kind == Kind::Double);
        let first = understood.message.first(&self.prompts.topics);
        let is_unclear = is_double && understood.message.act == Act::Ask;
        first.filter(|topic| is_unclear && topic.kind == TopicKind::Question)
    }

    /// Answers a question on a topic, as it was asked.
    fn tell_of(&self, memory: &mut Memory, asked: &Asked<'_>, reply: &mut Reply) {
        let Asked { topic, text, review, is_clear } = *asked;
        let is_closing = topic.area == Some(Area::Closing);
        let has = |kind: Kind| review.findings.iter().any(|finding| finding.kind == kind);
        let notes = &mut reply.notes;
        notes.topics.push(topic.id.clone());
        if !is_closing {
            notes.open = Some(review.is_open);
            memory.closed_run = if review.is_open { 0 } else { memory.closed_run.saturating_add(1) };
        }
        let is_agreed =
            is_closing || self.agreed.is_empty() || topic.area.is_some_and(|area| self.agreed.contains(&area));
        if !is_agreed && is_clear {
            notes.slips.push(Slip::NotAgreed);
            reply.said.push(self.on(memory, Cue::NotAgreed));
        }
        for (kind, slip) in [(Kind::Leading, Slip::Leading), (Kind::TooLong, Slip::TooLong)] {
            if has(kind) {
                reply.notes.slips.push(slip);
            }
        }
        let is_searchable = has(Kind::Searchable) && !is_closing;
        if is_searchable {
            reply.notes.slips.push(Slip::Searchable);
            reply.said.push(self.on(memory, Cue::Searchable));
        }
        let is_short = !is_closing && (is_searchable || !review.is_open);
        reply.said.extend(self.tell(memory, &topic.id, is_short));
        if has(Kind::Double) && !is_closing {
            reply.notes.slips.push(Slip::Double);
            if text.contains('?') && memory.number_of(Cue::Double) < MOST_OF_ONE_REMARK {
                reply.said.push(self.on(memory, Cue::Double));
            }
        } else if memory.closed_run >= CLOSED_IN_A_ROW && !is_closing {
            reply.notes.slips.push(Slip::ClosedRun);
            if memory.closed_run == CLOSED_IN_A_ROW {
                reply.said.push(self.on(memory, Cue::Closed));
            }
        }
    }

    /// What there is to say to a topic by now. `is_short`: no more than was asked.
    fn tell(&self, memory: &mut Memory, id: &str, is_short: bool) -> Vec<String> {
        let Some(answers) = self.voice().topics.get(id) else { return vec![self.on(memory, Cue::Unknown)] };
        let is_vague = self.guest.vague_on.contains(id);
        memory.last_topic = Some(id.to_owned());
        let told = memory.told.entry(id.to_owned()).or_default();
        if !told.first {
            let first = self.fill(&answers.first);
            if is_short {
                let opening = sentences(&first).into_iter().next().map(|range| first[range].to_owned());
                let was_short = std::mem::replace(&mut told.short, true);
                if !was_short {
                    return vec![opening.unwrap_or(first)];
                }
            }
            told.first = true;
            memory.vague = is_vague.then(|| id.to_owned());
            return vec![first];
        }
        match told.next(answers, Wanted::More).map(|text| self.fill(text)) {
            Some(text) => vec![self.on(memory, Cue::Again), text],
            None => vec![self.on(memory, Cue::Finished)],
        }
    }

    /// An example was asked for, or only what comes next.
    fn go_on(&self, memory: &mut Memory, asks_for_example: bool, reply: &mut Reply) {
        let Some(id) = memory.last_topic.clone() else {
            reply.said.push(self.on(memory, Cue::ExampleOfWhat));
            return;
        };
        let told = memory.told.entry(id.clone()).or_default();
        let wanted = if asks_for_example { Wanted::Example } else { Wanted::More };
        let next = self.voice().topics.get(&id).and_then(|answers| told.next(answers, wanted));
        let text = next.map(|text| self.fill(text));
        let was_vague = memory.vague.take_if(|vague| *vague == id).is_some();
        if asks_for_example {
            reply.notes.marks.push(if was_vague { Mark::FollowedUpVague } else { Mark::FollowedUp });
        }
        reply.notes.topics.push(id);
        reply.said.push(text.unwrap_or_else(|| self.on(memory, Cue::Finished)));
    }

    /// After how many exchanges a guest tells something unasked.
    fn asides_every(&self) -> u32 {
        match self.guest.manner {
            Manner::Chatty | Manner::Wandering => 2,
            Manner::Terse | Manner::Rushed => 3,
        }
    }

    /// What the guest says of their own accord: a question back, a position that is open, something they like to tell.
    fn bring_up(&self, memory: &mut Memory, is_question: bool, reply: &mut Reply) {
        if !is_question || self.number < SETTLED || !reply.notes.slips.is_empty() || self.used >= LATE {
            return;
        }
        if memory.turned == Turned::NotYet {
            memory.turned = Turned::Asked;
            reply.said.push(self.line(|voice| &voice.turned));
        } else if self.used >= LATER && !memory.vacancy && self.voice().vacancy.is_some() {
            memory.vacancy = true;
            reply.notes.marks.push(Mark::Tempted);
            reply.said.push(self.line(|voice| voice.vacancy.as_deref().unwrap_or_default()));
        } else if self.number.is_multiple_of(self.asides_every()) {
            let is_new = |id: &&String| !memory.brought_up.contains(id) && !memory.told.contains_key(*id);
            let next = self.guest.volunteers.iter().find(is_new).cloned();
            let aside = next.as_ref().and_then(|id| self.voice().topics.get(id)?.aside.as_ref());
            if let (Some(id), Some(aside)) = (&next, aside) {
                memory.brought_up.push(id.clone());
                reply.said.push(self.fill(aside));
            }
        }
    }
}
