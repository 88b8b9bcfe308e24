//! A picture of a few lengths against a band, as data: a terminal draws it in text, a chat platform as an image.

use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// How wide the longest bar is, in characters.
const WIDTH: u32 = 40;

/// Bars against a band, all in seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plot {
    /// From where to where a length is right.
    pub band: (u32, u32),
    /// The bars, from above.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// What stands before it.
    pub label: String,
    /// The least it can be.
    pub from: u32,
    /// The most it can be: the same, where it was measured.
    pub to: u32,
    /// What stands after it, its length among it.
    pub note: String,
}

impl Plot {
    /// The picture in text: the band above, in seconds, a line for each bar, its uncertain end lighter.
    pub fn as_text(&self) -> String {
        let most = self.bars.iter().map(|bar| bar.to).chain([self.band.1]).max().unwrap_or(1).max(1);
        let column = |seconds: u32| usize::try_from((seconds.min(most) * WIDTH).div_ceil(most)).unwrap_or(0);
        let margin = self.bars.iter().map(|bar| bar.label.chars().count()).max().unwrap_or(1);
        let (from, to) = (column(self.band.0), column(self.band.1).max(column(self.band.0) + 2));
        let mut text = format!("{:<margin$}  {}├{}┤", "s", "·".repeat(from), "─".repeat(to - from - 2));
        for bar in &self.bars {
            let (sure, perhaps) = (column(bar.from), column(bar.to));
            let _ = write!(
                text,
                "\n{:<margin$}  {}{} {}",
                bar.label,
                "█".repeat(sure),
                "░".repeat(perhaps.saturating_sub(sure)),
                bar.note
            );
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plot_keeps_its_columns() {
        let bar = |label: &str, from, to, note: &str| Bar { label: label.into(), from, to, note: note.into() };
        let plot = Plot { band: (15, 30), bars: vec![bar("9", 40, 40, "40 s"), bar("10", 20, 24, "20-24 s")] };
        assert_eq!(
            plot.as_text(),
            "s   ···············├─────────────┤\n9   ████████████████████████████████████████ 40 s\n10  ████████████████████░░░░ 20-24 s"
        );
        assert_eq!(Plot { band: (0, 0), bars: Vec::new() }.as_text(), "s  ├┤");
    }
}
