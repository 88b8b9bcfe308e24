//! The names of the commands.

use super::{COMMANDS, Command};
use serde::{Deserialize, Serialize};

/// Every command there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommandName {
    /// The first meeting.
    Start,
    /// An attempt at the elevator pitch, and feedback.
    PitchPractise,
    /// A pitch, part by part.
    PitchBuild,
    /// What was kept, and how long each attempt was.
    PitchHistory,
    /// A conversation with a guest whom the bot plays.
    MockAsk,
    /// The other chair: questions that guests ask back.
    MockAnswer,
    /// What there is to say of the last one.
    MockReport,
    /// The bank of questions, a topic at a time.
    QuestionsBrowse,
    /// A list of questions for a real meeting.
    QuestionsPlan,
    /// What there is to say of a question of one's own.
    QuestionsCheck,
    /// A question for a community, by a host.
    QuestionsAdd,
    /// A person for the learner's own list.
    ContactAdd,
    /// Contacts by part of a name.
    ContactFind,
    /// One contact, with everything that is noted.
    ContactShow,
    /// All contacts.
    ContactList,
    /// A note on a contact.
    ContactNote,
    /// Who gave a contact's name, and whether theirs may be used.
    ContactRefer,
    /// Who led to whom.
    ContactTree,
    /// A contact goes.
    ContactRemove,
    /// Contacts out of a file.
    ContactImport,
    /// Contacts as a file.
    ContactExport,
    /// An organisation that the learner has in view.
    TargetAdd,
    /// Those that they have in view, and whom to ask first.
    TargetList,
    /// One gets another place.
    TargetRank,
    /// One goes.
    TargetRemove,
    /// A message to somebody, put together from the learner's words.
    OutreachDraft,
    /// What there is to say of a message.
    OutreachCheck,
    /// Every draft, and what became of it.
    OutreachList,
    /// A draft was sent.
    OutreachSent,
    /// The nights that are ahead.
    NightList,
    /// A mock-interview night, by a host.
    NightPlan,
    /// A night gets another time.
    NightMove,
    /// A night does not take place.
    NightCancel,
    /// The person takes part.
    NightJoin,
    /// The person does not come after all.
    NightLeave,
    /// `night start`
    NightStart,
    /// `night next`
    NightNext,
    /// `night extend`
    NightExtend,
    /// `night end`
    NightEnd,
    /// `night remove`
    NightRemove,
    /// `night here`
    NightHere,
    /// `night card`
    NightCard,
    /// `night avoid`
    NightAvoid,
    /// What was noticed in a round, and what the asker takes along.
    NightFeedback,
    /// Something that the hosts of a night must know.
    NightReport,
    /// The person offers to be a guest at the nights of a community.
    GuestSignup,
    /// They take a break from it.
    GuestPause,
    /// They go on with it.
    GuestResume,
    /// Who offers to be a guest.
    GuestList,
    /// Every setting as it is.
    SettingsShow,
    /// The language.
    SettingsLanguage,
    /// The time zone.
    SettingsTimezone,
    /// The hours at which nothing is sent.
    SettingsQuiet,
    /// The day's reminders in one message.
    SettingsDigest,
    /// Every nudge that is planned.
    NudgeList,
    /// Plans a nudge.
    NudgeAdd,
    /// A nudge is done.
    NudgeDone,
    /// A nudge is to come later.
    NudgeSnooze,
    /// A nudge is not wanted any more.
    NudgeCancel,
    /// No nudges until a day.
    NudgePause,
    /// A kind of nudges is not wanted.
    NudgeStop,
    /// What the bot can do.
    Help,
    /// Ends the flow.
    Stop,
    /// Goes one step back in the flow.
    Back,
    /// Leaves a question of the flow out.
    Skip,
    /// Takes a parked flow up again, or asks the open question again.
    Resume,
}

impl CommandName {
    /// The command's row in the table.
    pub fn command(self) -> &'static Command {
        // Every name has its row: a test looks.
        COMMANDS.iter().find(|command| command.name == self).unwrap_or(&COMMANDS[0])
    }

    /// Whether it is understood as a whole message, while a flow waits for free text.
    pub const fn is_control(self) -> bool {
        matches!(self, Self::Stop | Self::Back | Self::Skip | Self::Help | Self::Resume)
    }
}
