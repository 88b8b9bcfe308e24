//! Plays a script, and compares.

use super::parse::{Act, Address, Expected, ItemKind, Script};
use super::show::{Heard, as_lines, fits};
use super::stage::{Pressed, Stage};
use crate::chat::{Place, PlaceKind};
use crate::ids::PlatformName;
use similar::TextDiff;
use std::fmt::Write as _;

/// What came of playing a script.
#[derive(Clone, Debug)]
pub struct Played {
    /// The script with what the bot really said: what `--bless` writes.
    pub real: String,
    /// What did not fit, each with a readable comparison.
    pub faults: Vec<String>,
}

impl Played {
    /// Whether everything fit.
    pub fn passed(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Plays a script on a stage.
///
/// # Errors
/// The stage failed, or the script asks for what cannot be (pressing a choice that nobody was shown).
pub async fn play(script: &Script, stage: &mut impl Stage) -> anyhow::Result<Played> {
    let mut player =
        Player { spoke: None, speaker: String::new(), everything: Vec::new(), real: Vec::new(), faults: Vec::new() };
    let mut copied = 0;
    let mut index = 0;
    while index < script.items.len() {
        // An act, and what is expected after it. Expectations before the first act have nothing to fit.
        let act = match &script.items[index].kind {
            ItemKind::Act(act) => Some(act),
            ItemKind::Expect(_) => None,
        };
        let expected_from = if act.is_some() { index + 1 } else { index };
        let expected_to = script.items[expected_from..]
            .iter()
            .position(|item| matches!(item.kind, ItemKind::Act(_)))
            .map_or(script.items.len(), |offset| expected_from + offset);
        if let Some(act) = act {
            let item = &script.items[index];
            player.real.extend(script.lines[copied..item.lines.end].iter().cloned());
            copied = item.lines.end;
            player.perform(act, stage, item.lines.start).await?;
        }
        let heard = stage.hear();
        player.everything.extend(heard.iter().cloned());
        copied = player.compare(script, expected_from..expected_to, stage.compared(heard), copied);
        index = expected_to;
    }
    player.real.extend(script.lines[copied..].iter().cloned());
    player.faults.extend(stage.left_over().await?.into_iter().map(|problem| format!("at the end: {problem}")));
    let mut real = player.real.join("\n");
    real.push('\n');
    Ok(Played { real, faults: player.faults })
}

struct Player {
    /// Where somebody spoke last.
    spoke: Option<Place>,
    speaker: String,
    everything: Vec<Heard>,
    real: Vec<String>,
    faults: Vec<String>,
}

impl Player {
    async fn perform(&mut self, act: &Act, stage: &mut impl Stage, line: usize) -> anyhow::Result<()> {
        let platform = PlatformName::Console;
        match act {
            Act::Say { who, at, .. } => {
                self.spoke = Some(at.place(platform, who));
                self.speaker.clone_from(who);
            }
            Act::Voice(who, _) | Act::File(who, _) | Act::Edit(who, _) => {
                self.spoke = Some(Place::direct(platform, who));
                self.speaker.clone_from(who);
            }
            _ => {}
        }
        let pressed = match act {
            Act::Press { who, shown_to, number, of } => {
                let pressed = self.choice(who, shown_to, *number, of.as_deref(), line)?;
                self.spoke = Some(pressed.place.clone());
                self.speaker.clone_from(who);
                Some(pressed)
            }
            _ => None,
        };
        stage.act(act, pressed).await
    }

    /// The choice of that number, of the last message that has it and the text.
    fn choice(&self, who: &str, shown_to: &str, number: u32, of: Option<&str>, line: usize) -> anyhow::Result<Pressed> {
        let place = |heard: &Heard| match &heard.place.kind {
            PlaceKind::Direct(_) => Place::direct(heard.place.platform, who),
            _ => heard.place.clone(),
        };
        let was_shown = |heard: &&Heard| match &heard.place.kind {
            PlaceKind::Direct(who) => who == shown_to,
            _ => heard.only.as_deref().is_none_or(|who| who == shown_to),
        };
        self.everything
            .iter()
            .rev()
            .filter(was_shown)
            .filter(|heard| of.is_none_or(|text| heard.text.contains(text)))
            .find_map(|heard| {
                let choice = heard.choices.iter().find(|choice| choice.number == number)?;
                Some(Pressed { press: choice.press.clone(), place: place(heard) })
            })
            .ok_or_else(|| anyhow::anyhow!("line {}: {shown_to} was shown no choice {number} there", line + 1))
    }

    /// Holds what was heard against what was expected; gives back up to where the script is copied.
    fn compare(
        &mut self,
        script: &Script,
        expected: std::ops::Range<usize>,
        heard: Vec<Heard>,
        copied: usize,
    ) -> usize {
        let mut copied = copied;
        let mut unread: Vec<Option<Heard>> = heard.into_iter().map(Some).collect();
        let mut real = Vec::new();
        for item in &script.items[expected] {
            let ItemKind::Expect(wanted) = &item.kind else { continue };
            // Comments between stay where they are.
            real.extend(script.lines[copied..item.lines.start].iter().cloned());
            copied = item.lines.end;
            // Each place keeps its order; between places there is none.
            let next = unread.iter_mut().find(|heard| heard.as_ref().is_some_and(|heard| self.is_at(wanted, heard)));
            let line = item.lines.start + 1;
            match next.and_then(Option::take) {
                Some(heard) if fits(&wanted.text, &heard.text) && wanted.file == heard.file => {
                    real.extend(script.lines[item.lines.clone()].iter().cloned());
                }
                Some(heard) => {
                    self.faults
                        .push(format!("line {line}: the bot said something else\n{}", diff(&wanted.text, &heard.text)));
                    real.extend(as_lines(&heard, self.spoke.as_ref()));
                }
                None => {
                    self.faults.push(format!("line {line}: the bot said nothing there\n{}", diff(&wanted.text, "")));
                }
            }
        }
        for heard in unread.into_iter().flatten() {
            let lines = as_lines(&heard, self.spoke.as_ref());
            self.faults.push(format!(
                "after line {copied}: the bot said more than the script has\n{}",
                diff("", &lines.join("\n"))
            ));
            real.extend(lines);
        }
        self.real.extend(real);
        copied
    }

    fn is_at(&self, wanted: &Expected, heard: &Heard) -> bool {
        let place = match (&wanted.at, &wanted.to) {
            (None, _) => self.spoke.clone(),
            (Some(Address::Direct), Some(who)) => Some(Place::direct(PlatformName::Console, who)),
            (Some(at), _) => Some(at.place(PlatformName::Console, &self.speaker)),
        };
        let only = match (&heard.place.kind, &wanted.to) {
            (PlaceKind::Direct(_), _) => true,
            (_, to) => *to == heard.only,
        };
        place.as_ref() == Some(&heard.place) && only
    }
}

fn diff(expected: &str, said: &str) -> String {
    let mut text = String::from("  - expected\n  + said\n");
    let (expected, said) = (format!("{expected}\n"), format!("{said}\n"));
    for change in TextDiff::from_lines(expected.as_str(), said.as_str()).iter_all_changes() {
        let _ = write!(text, "  {} {}", change.tag(), change.value());
    }
    text
}
