//! Who sits with whom on a mock-interview night: cells of three, an asker, a guest and an observer (S0 and S2 on practising with others;
//! COACHING.md, section 3, 22). Pure: the same people and the same seed give the same cells, in whatever order the people came.

mod search;
mod turning;

pub use turning::{Roles, Turns, roles, turned};

use crate::ids::PersonId;
use crate::words::fold;
use search::{Search, Settled};

/// The fewest people that can practise together.
pub const FEWEST: usize = 2;
/// The most people of a night.
pub const MOST: usize = 60;
/// The most people of a cell.
pub const LARGEST: usize = 4;
/// How many nights are looked back on.
pub const NIGHTS_BACK: usize = 20;

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// The field they are curious about, in their own words.
    pub curious_about: Option<String>,
    /// The field they can speak of as a guest, where they offered to.
    pub speaks_of: Option<String>,
    /// Whether they did not ask at their last night: they come first now.
    pub owed: bool,
}

impl Participant {
    /// Somebody of whom nothing else is known.
    pub fn new(person: PersonId) -> Self {
        Self { person, curious_about: None, speaks_of: None, owed: false }
    }

    /// Whether this one is curious about what that one can speak of.
    pub fn would_ask(&self, guest: &Self) -> bool {
        match (&self.curious_about, &guest.speaks_of) {
            (Some(field), Some(other)) => shares_a_word(field, other),
            _ => false,
        }
    }
}

/// What is known of everybody, besides the people themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Who sat together at the nights before, the last night first.
    pub past: &'a [Vec<(PersonId, PersonId)>],
    /// Who is to be kept apart, whichever of the two said so.
    pub apart: &'a [(PersonId, PersonId)],
    /// How many rounds there will be.
    pub rounds: u32,
}

/// Cells, each in the order in which its people ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formed {
    /// The cells: threes, and one four or one pair where the number wants it.
    pub cells: Vec<Vec<PersonId>>,
    /// Those who can sit with nobody, because everybody is to be kept apart from them, or nobody else is there.
    pub alone: Vec<PersonId>,
}

/// Forms cells. Nobody sits with somebody to be kept apart from; then nobody is left over; then as few as can be sit with those of their
/// last night; then those of earlier nights, guests who speak of what somebody is curious about, and guests spread over the cells.
pub fn form(people: &[Participant], known: Known<'_>, seed: u64) -> Formed {
    let mut people: Vec<&Participant> = people.iter().collect();
    people.sort_by(|one, other| one.person.cmp(&other.person));
    people.dedup_by(|one, other| one.person == other.person);
    let mut alone = Vec::new();
    loop {
        if people.len() < FEWEST {
            alone.extend(people.into_iter().map(|participant| participant.person.clone()));
            alone.sort();
            return Formed { cells: Vec::new(), alone };
        }
        let search = Search::new(&people, known, seed);
        for shape in shapes(people.len()) {
            if let Settled::Whole(cells) = search.settle(&shape) {
                let named = |cell: Vec<usize>| cell.into_iter().map(|at| people[at].person.clone()).collect();
                alone.sort();
                return Formed { cells: cells.into_iter().map(named).collect(), alone };
            }
        }
        // Whoever can sit with the fewest stays out, and the rest is tried anew.
        alone.push(people.remove(search.hardest()).person.clone());
    }
}

/// The sizes of cells for a number of people, the best first: threes and one four or one pair. The others are only for people of whom
/// many are to be kept apart.
fn shapes(count: usize) -> Vec<Vec<usize>> {
    let mut shapes: Vec<(usize, usize)> = Vec::new();
    for fours in 0..=count / 4 {
        for pairs in 0..=(count - 4 * fours) / 2 {
            if (count - 4 * fours - 2 * pairs).is_multiple_of(3) {
                shapes.push((fours, pairs));
            }
        }
    }
    shapes.sort_by_key(|&(fours, pairs)| (fours + pairs, fours));
    shapes.truncate(MOST_SHAPES);
    let sizes = |(fours, pairs): (usize, usize)| {
        let threes = (count - 4 * fours - 2 * pairs) / 3;
        [vec![4; fours], vec![3; threes], vec![2; pairs]].concat()
    };
    shapes.into_iter().map(sizes).collect()
}

/// How many shapes are tried before somebody stays out.
const MOST_SHAPES: usize = 12;

/// Whether two fields have a word in common, but for its ending: "nurse" and "nursing". Short ones count as they stand: "law".
pub fn shares_a_word(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST);
        words.filter(|word| !EMPTY.contains(word)).map(|word| word.chars().take(ROOT).collect()).collect()
    };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

/// How many letters of a word count as its root.
const ROOT: usize = 4;
/// The fewest letters of a word that says anything of a field.
const SHORTEST: usize = 2;
/// Words that stand beside any field, without accents.
const EMPTY: [&str; 66] = [
    "an", "and", "any", "about", "all", "as", "at", "by", "career", "for", "from", "have", "in", "into", "it", "job",
    "jobs", "my", "of", "on", "or", "our", "small", "that", "the", "their", "this", "to", "up", "with", "work",
    "working", "your", "au", "aux", "avec", "ce", "cette", "chez", "comme", "dans", "de", "des", "du", "emploi", "en",
    "et", "la", "le", "les", "leur", "ma", "mes", "metier", "mon", "ou", "par", "petit", "petite", "pour", "son",
    "sur", "travail", "un", "une", "big",
];

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand::rngs::SmallRng;

    fn people(count: usize) -> Vec<Participant> {
        let mut random = SmallRng::seed_from_u64(7);
        (0..count).map(|_| Participant::new(PersonId::make(&mut random))).collect()
    }

    fn sizes(formed: &Formed) -> Vec<usize> {
        formed.cells.iter().map(Vec::len).collect()
    }

    #[test]
    fn cells_are_threes_with_one_four_or_one_pair() {
        let of = |count| sizes(&form(&people(count), Known::default(), 1));
        assert_eq!(of(2), [2]);
        assert_eq!(of(3), [3]);
        assert_eq!(of(4), [4]);
        assert_eq!(of(5), [3, 2]);
        assert_eq!(of(7), [4, 3]);
        assert_eq!(of(8), [3, 3, 2]);
        assert_eq!(of(9), [3, 3, 3]);
        assert_eq!(of(60).len(), 20);
    }

    #[test]
    fn one_person_is_alone_and_nobody_is_nobody() {
        let one = people(1);
        assert_eq!(form(&one, Known::default(), 1).alone, [one[0].person.clone()]);
        assert_eq!(form(&[], Known::default(), 1), Formed::default());
    }

    #[test]
    fn two_who_avoid_each_other_are_apart_even_if_that_makes_two_pairs() {
        let four = people(4);
        let apart = [(four[0].person.clone(), four[1].person.clone())];
        let formed = form(&four, Known { apart: &apart, ..Known::default() }, 1);
        assert_eq!((sizes(&formed), formed.alone.len()), (vec![2, 2], 0));
        let formed = form(&four[..2], Known { apart: &apart, ..Known::default() }, 1);
        assert_eq!((formed.cells.len(), formed.alone.len()), (0, 2));
    }

    #[test]
    fn a_guest_sits_with_whoever_is_curious_about_their_field() {
        let mut six = people(6);
        six[0].curious_about = Some("Nursing, hospitals".to_owned());
        six[5].speaks_of = Some("nurse manager".to_owned());
        for seed in 0..20 {
            let formed = form(&six, Known { rounds: 3, ..Known::default() }, seed);
            let cell = formed.cells.iter().find(|cell| cell.contains(&six[0].person)).unwrap();
            assert!(cell.contains(&six[5].person), "seed {seed}");
        }
    }

    #[test]
    fn guests_are_spread_over_the_cells() {
        let mut nine = people(9);
        for guest in &mut nine[..3] {
            guest.speaks_of = Some("bakery".to_owned());
        }
        let formed = form(&nine, Known::default(), 5);
        for cell in &formed.cells {
            assert_eq!(nine[..3].iter().filter(|guest| cell.contains(&guest.person)).count(), 1);
        }
    }

    #[test]
    fn who_did_not_ask_last_time_asks_first() {
        let mut nine = people(9);
        for owed in [2, 5, 6] {
            nine[owed].owed = true;
        }
        let formed = form(&nine, Known { rounds: 1, ..Known::default() }, 3);
        for cell in &formed.cells {
            assert!(nine.iter().any(|one| one.owed && one.person == cell[0]));
        }
    }

    #[test]
    fn two_who_are_to_be_kept_apart_by_now_do_not_stay_in_their_cell() {
        let here = people(6);
        let id = |at: usize| here[at].person.clone();
        let before = [vec![id(0), id(1), id(2)], vec![id(3), id(4), id(5)]];
        let apart = [(id(0), id(1))];
        let formed = turned(&before, &here, Known { apart: &apart, ..Known::default() }, 1);
        let stays = |cell: &Vec<PersonId>| before[1].iter().all(|person| cell.contains(person));
        assert!(formed.cells.iter().any(stays), "{formed:?}");
        assert!(!formed.cells.iter().any(|cell| cell.contains(&id(0)) && cell.contains(&id(1))), "{formed:?}");
        assert_eq!(formed.cells.iter().flatten().count(), 6);
    }

    #[test]
    fn fields_are_compared_by_their_roots() {
        assert!(shares_a_word("Nursing in hospitals", "nurse"));
        assert!(shares_a_word("Électricité", "électricien"));
        assert!(!shares_a_word("art", "the arts of war"));
        assert!(shares_a_word("law", "family law"));
        // Words that say nothing of a field bring nobody together.
        assert!(!shares_a_word("first talks with people", "nursing with children"));
        assert!(!shares_a_word("travail dans un bureau", "travail dans la forêt"));
    }
}
