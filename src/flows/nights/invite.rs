//! Members of the board are asked to a night that is announced, whether they come as guests.

use super::{Nights, State, find, gone, line, seat};
use crate::chat::{Arg, Choice, Line, Message};
use crate::flows::{Cx, Effect, Flow as _, Offered, Record, Told, Turn};
use crate::ids::{NightId, PersonId};
use crate::night::board::{Guest, Month, Offer, to_ask};
use crate::night::{LONGEST, Night, Part, Status};
use crate::words::shorten;

/// Those of the board who are asked whether they come as guests.
pub(super) fn asked<'a>(cx: &'a Cx<'_>, night: &Night) -> Vec<&'a Guest> {
    let month = Month::of(night.plan.wall.date());
    let asked = to_ask(&cx.library.board, night.plan.topic.as_deref(), night.plan.most, &month);
    asked.into_iter().filter(|guest| guest.person != cx.person.id).collect()
}

/// Asks somebody of the board; the night counts for them.
pub(super) fn ask(night: &Night, guest: &Guest) -> [Effect; 2] {
    let counts = Effect::Record(Record::GuestCall(night.id.clone(), guest.person.clone()));
    [counts, Effect::Tell(Box::new(invitation(night, &guest.person, &guest.offer)))]
}

/// Whether somebody of the board comes as a guest, as they are asked in their direct chat.
pub fn invitation(night: &Night, person: &PersonId, offer: &Offer) -> Told {
    let work = ("work", Arg::Words(shorten(&offer.work, LONGEST)));
    let mut asks = line("guest-invited", night);
    if let Line::Speech(_, args) = &mut asks {
        args.insert(work.0.to_owned(), work.1);
    }
    let choices = [Choice::new("yes", "choice-guest-come"), Choice::new("no", "choice-guest-not-now")];
    let message = Message::of([asks.clone()]).choices(choices).to_keep();
    let state = serde_json::to_value(State::Invited { night: night.id.clone() }).unwrap_or_default();
    let in_passing = Message::of([asks, Line::say("guest-invited-how")]);
    let offers = Offered {
        community: Some(night.community.clone()),
        flow: Nights::NAME,
        state,
        in_passing,
        asks_to: Some(night.id.clone()),
    };
    Told { person: person.clone(), platform: night.place.platform, message, card: None, offers: Some(offers) }
}

/// Somebody of the board was asked, and comes as a guest, or does not.
pub(super) fn invited(cx: &Cx<'_>, id: &NightId, choice: &str) -> Turn<State> {
    if choice != "yes" {
        return Turn::done([Effect::Say(Message::say("guest-invited-no"))]);
    }
    let (Some(night), Some(handle)) = (find(cx, id), &cx.library.handle) else { return gone() };
    if night.status == Status::Running {
        return seat::join(cx, id, Some(()));
    }
    // Who has left the community, or its board, since then signs up like everybody else.
    let offers = cx.library.offers.iter().find(|(community, _)| *community == night.community);
    let Some((_, offer)) = offers else { return gone() };
    seat::take(cx, night, handle, Part::Guest(Some(offer.work.clone())), false)
}
