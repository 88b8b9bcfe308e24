//! How long a round is, where a host says it in the line that says when the night is.

use regex::Regex;
use std::sync::LazyLock;

static SAID: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?xi)
        [\s,;.(–—-]* \b (?:
            (?:(?:in|with|en|avec)\s+(?:des\s+)?)? (?:(?P<count>\d{1,2})\s+)? (?:rounds\s+of|tours?\s+de|rondes?\s+de) \s* (?P<of>\d{1,2}) \s* min(?:ute)?s?
          | (?P<each>\d{1,2}) [\s-]* min(?:ute)?s? (?:
                [\s-]+ rounds?
              | \s* / \s* (?:round|tour|ronde)
              | \s+ (?:a|per|each|every|for\s+each|par|le|la|chaque|pour\s+chaque) \s+ (?:round|tour|ronde)
              | \s+ (?:each|chacune?)
            )
        ) \b \)?";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a pattern of ours: {error}"))
});

/// What a line says of the rounds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rounds {
    /// The minutes of each.
    pub minutes: u32,
    /// How many there are: "3 rounds of 8 minutes".
    pub count: Option<u32>,
}

/// What a line says of the rounds, and the line without it: "tomorrow 7pm nursing, 10 minutes a round".
pub(super) fn taken_out(typed: &str) -> Option<(Rounds, String)> {
    let found = SAID.captures(typed)?;
    let number = |name| found.name(name)?.as_str().parse().ok();
    let whole = found.get(0)?;
    let (before, after) = (typed.get(..whole.start())?, typed.get(whole.end()..)?);
    let rest = match after.starts_with(|c: char| ",;.".contains(c)) {
        true => format!("{before}{after}"),
        false => format!("{before} {}", after.trim_start()),
    };
    let rounds = Rounds { minutes: number("of").or(number("each"))?, count: number("count") };
    Some((rounds, rest.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minutes_of_a_round_are_taken_out_of_the_line() {
        for (typed, minutes, count, rest) in [
            ("tomorrow 7pm nursing, 10 minutes a round", 10, None, "tomorrow 7pm nursing"),
            ("tomorrow 7pm, 10-minute rounds, nursing", 10, None, "tomorrow 7pm, nursing"),
            ("friday at 6 with rounds of 8 min about first jobs", 8, None, "friday at 6 about first jobs"),
            ("friday 18:30 (12 minutes each)", 12, None, "friday 18:30"),
            ("demain 19 h soins infirmiers, tours de 5 minutes", 5, None, "demain 19 h soins infirmiers"),
            ("demain 19 h, 10 minutes par tour, soins", 10, None, "demain 19 h, soins"),
            ("dans 12 minutes, en rondes de 7 min", 7, None, "dans 12 minutes"),
            ("dans 25 minutes, 3 tours de 8 minutes", 8, Some(3), "dans 25 minutes"),
            ("tomorrow 7pm, 2 rounds of 10 minutes, first jobs", 10, Some(2), "tomorrow 7pm, first jobs"),
            ("10 min chacun, jeudi 20 h", 10, None, ", jeudi 20 h"),
        ] {
            assert_eq!(taken_out(typed), Some((Rounds { minutes, count }, rest.to_owned())), "{typed}");
        }
    }

    #[test]
    fn other_minutes_are_left_where_they_are() {
        for typed in [
            "in 10 minutes nursing",
            "dans 20 minutes",
            "how to talk for 2 minutes, tomorrow 7pm",
            "tour de France demain 19 h",
        ] {
            assert_eq!(taken_out(typed), None, "{typed}");
        }
    }
}
