//! What judging a text costs: `cargo bench --no-default-features --bench judgement`.

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use rapport::coach::build::{Said, cuttings};
use rapport::coach::cells::{self, Known, Participant};
use rapport::coach::pitch::review;
use rapport::ids::{Locale, PersonId};
use rapport::prompts::Prompts;
use rapport::prompts::pitch_rules::Part;
use rapport::when;
use std::sync::LazyLock;

static PROMPTS: LazyLock<Prompts> = LazyLock::new(|| Prompts::load(None).expect("the built-in prompts are whole"));

const PITCHES: [(Locale, &str); 2] = [
    (
        Locale::En,
        "Hi, I'm Ana. I baked bread for eight years in Porto. You opened your own shop here, and I would like to know how you \
         began. Could we talk for ten minutes?",
    ),
    (
        Locale::Fr,
        "Bonjour, je m'appelle Luc et en fait je suis soudeur. J'ai travaillé douze ans à Dakar. J'aimerais comprendre comment \
         vous avez obtenu vos cartes. Pourrait-on se parler quinze minutes?",
    ),
];

fn main() {
    divan::main();
}

#[divan::bench]
fn load_all_prompts() -> Prompts {
    Prompts::load(None).expect("the built-in prompts are whole")
}

#[divan::bench(args = PITCHES)]
fn review_a_pitch(bencher: Bencher, (locale, text): (Locale, &str)) {
    let rules = PROMPTS.pitch_rules(locale);
    bencher.bench(|| review(rules, black_box(text), 30));
}

#[divan::bench(args = ["tomorrow 3pm", "tous les lundis à 9h30", "a week from friday", "2026-12-01 09:30"])]
fn read_a_time(bencher: Bencher, text: &str) {
    let now = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default().and_hms_opt(10, 20, 0).unwrap_or_default();
    bencher.bench(|| when::read(black_box(text), now, Locale::En));
}

#[divan::bench]
fn part_a_line_of_thirty_words(bencher: Bencher) {
    let now = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default().and_hms_opt(10, 20, 0).unwrap_or_default();
    let line = "remind me to write to the person whom I met at the library and who told me that her sister works in the lab \
                that I would like to know more about";
    bencher.bench(|| when::split(black_box(line), now, Locale::En));
}

#[divan::bench]
fn look_for_distress(bencher: Bencher) {
    bencher.bench(|| PROMPTS.distress.is_in(black_box(PITCHES[0].1)));
}

#[divan::bench]
fn put_a_pitch_together(bencher: Bencher) {
    let said: Said = Part::ALL.into_iter().map(|part| (part, "you trained abroad too".to_owned())).collect();
    let rules = PROMPTS.build_rules(Locale::En);
    bencher.bench(|| cuttings(rules, black_box(&said)));
}

#[divan::bench]
fn form_cells_of_sixty_with_twenty_nights_behind(bencher: Bencher) {
    let field = |number: usize| ["nursing", "carpentry", "public service"][number % 3].to_owned();
    let people: Vec<Participant> = (0..cells::MOST)
        .map(|number| Participant {
            curious_about: (number % 2 == 0).then(|| field(number)),
            speaks_of: (number % 5 == 0).then(|| field(number + 1)),
            owed: number % 7 == 0,
            ..Participant::new(PersonId::from(format!("p{number:02}")))
        })
        .collect();
    let apart =
        [(people[3].person.clone(), people[9].person.clone()), (people[4].person.clone(), people[40].person.clone())];
    let mut past: Vec<Vec<(PersonId, PersonId)>> = Vec::new();
    for night in 0..20 {
        let formed = cells::form(&people, Known { past: &past, apart: &apart, rounds: 3 }, night);
        let pairs = formed.cells.iter().flat_map(|cell| {
            let others = move |at: usize| cell[at + 1..].iter().map(move |other| (cell[at].clone(), other.clone()));
            (0..cell.len()).flat_map(others)
        });
        past.insert(0, pairs.collect());
    }
    let known = Known { past: &past, apart: &apart, rounds: 3 };
    bencher.bench(|| cells::form(black_box(&people), known, 5));
}
