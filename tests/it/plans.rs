//! Plans for a real meeting: what fits the minutes, covers what was wished for, opens gently and marks what may go.

use crate::world::PROMPTS;
use proptest::prelude::*;
use rapport::coach::plan::{Because, Planned, Wanted, another, drop_first, fitting, make};
use rapport::ids::Locale;
use rapport::prompts::bank::Stage;
use rapport::prompts::topics::{Area, Kind};
use rapport::store::interviews::Goal;
use std::collections::BTreeSet;

fn topics() -> Vec<String> {
    let asked = |kind: Kind, area: Option<Area>| kind == Kind::Question && area != Some(Area::Closing);
    let all = PROMPTS.topics.all().iter().filter(|topic| asked(topic.kind, topic.area));
    all.map(|topic| topic.id.clone()).collect()
}

fn own(number: usize, topic: Option<String>) -> Planned {
    let words = format!("What is number {number}?");
    Planned { words, because: Because::Own, stage: Stage::Middle, topic, bank: None, communal: None, sharper: None }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn a_plan_fits_and_covers(
        minutes in prop::sample::select(vec![10_u32, 12, 15, 20, 25, 30]),
        french in any::<bool>(),
        goals in prop::collection::vec(0_usize..20, 0..=3),
        needs in prop::collection::btree_set(0_usize..50, 0..=3),
        mine in prop::collection::vec(prop::option::of(0_usize..20), 0..=40),
        suits in prop::collection::vec(0_usize..16, 0..=3),
    ) {
        let bank = &PROMPTS.bank;
        let topics = topics();
        let locale = if french { Locale::Fr } else { Locale::En };
        let goals: Vec<Goal> = goals.iter().map(|at| Goal { words: "this".to_owned(), topics: vec![topics[*at].clone()] }).collect();
        let needs: Vec<String> = needs.iter().map(|at| bank.needs[*at].id.clone()).collect();
        let own: Vec<Planned> =
            mine.iter().enumerate().map(|(number, topic)| own(number, topic.map(|at| topics[at].clone()))).collect();
        let wanted = Wanted {
            minutes,
            locale,
            goals: &goals,
            needs: &needs,
            own: own.clone(),
            suits: suits.iter().map(|at| bank.suits[*at].id.as_str()).collect(),
 turn: 0,
        };
        let (lines, left) = make(bank, &wanted);
        prop_assert!(fitting(minutes).contains(&lines.len()), "{} for {minutes} minutes", lines.len());
        prop_assert_eq!(lines[0].stage, Stage::Opening);
        let words: BTreeSet<&str> = lines.iter().map(|line| line.words.as_str()).collect();
        prop_assert_eq!(words.len(), lines.len());
        // What was written oneself is on the plan or given back, each once.
        let kept = lines.iter().filter(|line| line.because == Because::Own).count();
        prop_assert_eq!(kept + left.len(), own.len());
        for goal in &goals {
            prop_assert!(lines.iter().any(|line| line.topic.as_ref() == goal.topics.first()), "{:?} is not covered", goal);
        }
        if let Some(need) = needs.first().filter(|_| goals.len() + 2 <= *fitting(minutes).end()) {
            let asked = &bank.needs.iter().find(|known| known.id == *need).unwrap().question;
            prop_assert!(lines.iter().any(|line| line.bank.as_ref() == Some(asked)), "{need} is not asked about");
        }
        let stages: Vec<Stage> = lines.iter().map(|line| line.stage).collect();
        prop_assert!(stages.is_sorted(), "{:?}", stages);
        let drop = drop_first(&lines).unwrap();
        prop_assert!(drop > 0);
        if lines.iter().skip(1).any(|line| line.because == Because::Usual) {
            prop_assert_eq!(lines[drop].because, Because::Usual);
        }
        // The same wishes make the same plan.
        prop_assert_eq!(&make(bank, &wanted).0, &lines);
    }
}

#[test]
fn another_question_is_on_the_same_topic_and_new_until_there_are_no_more() {
    let goals = [Goal { words: "the hours".to_owned(), topics: vec!["worklife".to_owned()] }];
    let wanted = Wanted {
        minutes: 15,
        locale: Locale::Fr,
        goals: &goals,
        needs: &[],
        own: Vec::new(),
        suits: Vec::new(),
        turn: 0,
    };
    let (mut lines, _) = make(&PROMPTS.bank, &wanted);
    let at = lines.iter().position(|line| line.because == Because::Goal).unwrap();
    let mut seen: Vec<String> = Vec::new();
    while let Some(other) = another(&PROMPTS.bank, &wanted, &lines, at, &seen) {
        assert_eq!(other.topic.as_deref(), Some("worklife"));
        seen.push(lines[at].bank.clone().unwrap());
        assert!(!seen.contains(other.bank.as_ref().unwrap()));
        lines[at] = other;
    }
    assert!(seen.len() >= 4, "{seen:?}");
}
