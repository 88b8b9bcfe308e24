//! How long a conversation is asked for.
//!
//! Sources: ten to fifteen minutes (S3), fifteen (S4), twenty where that was agreed (S2), up to thirty (S0, S1).

/// What is offered.
pub(super) const MINUTES: [u32; 4] = [10, USUAL, 20, 30];
/// The usual one.
pub(super) const USUAL: u32 = 15;

/// The minutes that somebody names in words.
pub(super) fn in_words(text: &str) -> Option<u32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?;
    digits.parse().ok().filter(|minutes| (MINUTES[0]..=MINUTES[3]).contains(minutes))
}
