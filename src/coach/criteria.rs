//! What an observer and a guest look for in an asker: points that can be seen or heard, each advice of a source.
//!
//! Sources: COACHING.md, section 1, by the numbers below; where two schools disagree, each community has its own (section 2).

use crate::coach::outreach::JobAsk;
use crate::ids::named;

named! {
    /// Something that an asker does well or not yet.
    Criterion {
        /// They say early who they are and why they wanted this talk.
        Opening = "opening",
        /// Their questions are open.
        Open = "open",
        /// They ask for an example when an answer is vague.
        Example = "example",
        /// They leave out what is nobody's business.
        Subjects = "subjects",
        /// They keep to the agreed time.
        Time = "time",
        /// At the end they ask who else they could talk to, and give thanks.
        Closing = "closing",
        /// They ask for information, not for a job.
        Job = "job",
        /// They say openly and early that they hope to work there.
        Upfront = "upfront",
    }
}

/// From which chair somebody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chair {
    /// The observer's: everything can be seen from it.
    Observer,
    /// The guest's, who is busy answering.
    Guest,
}

/// The points, in the order in which they come up in a talk.
const OBSERVED: [Criterion; 6] =
    [Criterion::Opening, Criterion::Open, Criterion::Example, Criterion::Subjects, Criterion::Time, Criterion::Closing];
/// What a guest feels at once, without taking notes.
const FELT: [Criterion; 4] = [Criterion::Opening, Criterion::Example, Criterion::Subjects, Criterion::Closing];

impl Criterion {
    /// The number of the advice in COACHING.md, section 1.
    pub const fn advice(self) -> u32 {
        match self {
            Self::Opening => 37,
            Self::Open => 33,
            Self::Example => 58,
            Self::Subjects => 55,
            Self::Time => 52,
            Self::Closing => 64,
            Self::Job => 61,
            Self::Upfront => 24,
        }
    }
}

/// What somebody looks for from their chair, in a community of that school.
pub fn criteria(chair: Chair, school: JobAsk) -> impl Iterator<Item = Criterion> + Clone {
    let seen: &'static [Criterion] = match chair {
        Chair::Observer => &OBSERVED,
        Chair::Guest => &FELT,
    };
    let job = match (chair, school) {
        (Chair::Guest, _) => None,
        (Chair::Observer, JobAsk::Upfront) => Some(Criterion::Upfront),
        (Chair::Observer, _) => Some(Criterion::Job),
    };
    seen.iter().copied().chain(job)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_observer_has_six_to_eight_points_and_a_guest_fewer_of_the_same() {
        for school in [JobAsk::Never, JobAsk::Upfront] {
            let seen: Vec<Criterion> = criteria(Chair::Observer, school).collect();
            assert!((6..=8).contains(&seen.len()));
            assert!(criteria(Chair::Guest, school).all(|felt| seen.contains(&felt)));
        }
    }

    #[test]
    fn each_community_looks_for_what_its_school_asks() {
        let has = |school, one| criteria(Chair::Observer, school).any(|seen| seen == one);
        assert!(has(JobAsk::Never, Criterion::Job) && !has(JobAsk::Never, Criterion::Upfront));
        assert!(has(JobAsk::Upfront, Criterion::Upfront) && !has(JobAsk::Upfront, Criterion::Job));
    }
}
