//! Whose invitations are accepted on a platform where anyone can invite.

use std::str::FromStr;

/// Whose invitations are accepted: everybody's, or those of people and servers that are listed, to any place or to direct chats
/// only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invites {
    /// Accounts (`@ana:example.org`) and servers (`example.org`). Empty: everybody.
    from: Vec<String>,
    /// Where to.
    to: Invited,
}

/// Where an invitation leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Invited {
    /// To a place where others are, or may come.
    #[default]
    Anywhere,
    /// To a direct chat.
    Directly,
}

impl Invites {
    /// Whether an invitation is accepted. `who` is the account that invites.
    pub fn accept(&self, who: &str, to: Invited) -> bool {
        let server = who.split_once(':').map_or("", |(_, server)| server);
        let is_listed = self.from.is_empty() || self.from.iter().any(|listed| listed == who || listed == server);
        is_listed && (self.to == Invited::Anywhere || to == Invited::Directly)
    }
}

impl FromStr for Invites {
    type Err = ();

    /// Reads a rule: words with commas between them.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut rule = Self::default();
        let mut everybody = false;
        for word in text.split(',').map(str::trim) {
            let is_name = !word.is_empty() && !word.contains(char::is_whitespace);
            match word {
                "anyone" => everybody = true,
                "direct" => rule.to = Invited::Directly,
                account if account.starts_with('@') && account.contains(':') && is_name => {
                    rule.from.push(account.to_owned());
                }
                server if is_name && server.contains(['.', ':']) && !server.starts_with('@') => {
                    rule.from.push(server.to_owned());
                }
                _ => return Err(()),
            }
        }
        // "Anyone, and Ana" is a slip that should be seen.
        if everybody && !rule.from.is_empty() { Err(()) } else { Ok(rule) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Invites {
        text.parse().unwrap()
    }

    #[test]
    fn a_rule_says_whose_invitations_count_and_where_to() {
        let (ana, ben) = ("@ana:example.org", "@ben:example.com:8448");
        assert!(rule("anyone").accept(ana, Invited::Anywhere));
        assert!(rule("direct").accept(ana, Invited::Directly) && !rule("direct").accept(ana, Invited::Anywhere));
        let listed = rule("@ana:example.org, example.com:8448");
        assert!(listed.accept(ana, Invited::Anywhere) && listed.accept(ben, Invited::Anywhere));
        assert!(!listed.accept("@eve:example.org", Invited::Directly));
        let both = rule("direct, example.org");
        assert!(both.accept(ana, Invited::Directly) && !both.accept(ana, Invited::Anywhere));
        assert!(!both.accept(ben, Invited::Directly));
        for broken in ["", "everyone", "@ana", "anyone, @ana:example.org", "a b.org"] {
            assert_eq!(broken.parse::<Invites>(), Err(()), "{broken:?}");
        }
    }
}
