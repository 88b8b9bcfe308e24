//! What must be found out before a turn can be taken.

use super::TurnError;
use super::desk::Desk;
use crate::chat::Sent;
use crate::legwork::Need;

impl Desk<'_> {
    /// Nothing is decided before these texts are understood.
    pub(super) fn must_have_heard(&self, mut texts: Vec<String>) -> Result<(), TurnError> {
        texts.retain(|text| !self.core.known.heard.contains_key(text));
        let needs: Vec<Need> = texts.into_iter().map(Need::Heard).collect();
        if needs.is_empty() { Ok(()) } else { Err(TurnError::Needs(needs)) }
    }

    /// Nothing is decided before a file that is wanted is opened.
    pub(super) fn must_have_opened(&mut self, sent: Option<&Sent>) -> Result<(), TurnError> {
        self.opening = sent.cloned();
        match sent {
            Some(sent) if !self.core.known.opened.contains_key(sent) => {
                Err(TurnError::Needs(vec![Need::Opened(sent.clone())]))
            }
            _ => Ok(()),
        }
    }

    /// What a flow decided counts for nothing while it wants something found out.
    pub(super) fn must_be_found_out(&self) -> Result<(), TurnError> {
        let wanted = self.wanted.take();
        if wanted.is_empty() { Ok(()) } else { Err(TurnError::Needs(wanted)) }
    }
}
