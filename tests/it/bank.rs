//! The bank of questions: each is open, about its topic, and there in both languages.

use crate::world::{EAR, PROMPTS};
use rapport::coach::question;
use rapport::coach::topics::Act;
use rapport::ids::Locale;
use rapport::prompts::Prompts;
use rapport::prompts::bank::{Candour, Stage};
use rapport::prompts::topics::Kind;
use rapport::words;
use std::collections::BTreeSet;

#[test]
fn there_are_questions_enough_on_every_topic_and_of_every_sort() {
    let all = PROMPTS.bank.all();
    assert!(all.len() >= 120, "{}", all.len());
    let asked = PROMPTS.topics.all().iter().filter(|topic| topic.kind == Kind::Question);
    for topic in asked {
        for locale in Locale::ALL {
            let count = PROMPTS.bank.on(&topic.id, locale).count();
            assert!(count >= 4, "{}: {count} in {locale}", topic.id);
        }
    }
    for stage in [Stage::Opening, Stage::Middle, Stage::Closing] {
        assert!(all.iter().filter(|question| question.stage == stage).count() >= 15, "{stage:?}");
    }
    assert!(all.iter().filter(|question| question.candour == Candour::Candid).count() >= 20);
    assert!(all.iter().filter(|question| question.is_engaging).count() >= 20);
    for suit in &PROMPTS.bank.suits {
        assert!(all.iter().any(|question| question.suits.contains(&suit.id)), "nothing suits {}", suit.id);
    }
}

#[test]
fn every_question_is_open_fits_its_topic_and_has_its_twin() {
    let topics = &PROMPTS.topics;
    let mut wrong = Vec::new();
    for asked in PROMPTS.bank.all() {
        for locale in Locale::ALL {
            assert!(asked.speaks(locale), "{} in {locale}", asked.id);
            let wording = asked.wording(locale);
            let heard = EAR.understand(&wording.ask).unwrap().message;
            let first = heard.first(topics).unwrap();
            if first.id != asked.topic || heard.act == Act::Unknown {
                wrong.push(format!("{} in {locale} is taken for {} ({:?})", asked.id, first.id, heard.act));
            }
            let review = question::review(PROMPTS.question_rules(locale), topics, &wording.ask, &heard);
            if !review.is_open {
                wrong.push(format!("{} in {locale} is not open", asked.id));
            }
            wrong.extend(review.findings.iter().map(|found| format!("{} in {locale}: {found:?}", asked.id)));
            for (text, least, most) in [(&wording.ask, 5, 28), (&wording.reveals, 5, 28), (&wording.follow_up, 3, 20)] {
                let count = words::count(text);
                if !(least..=most).contains(&count) {
                    wrong.push(format!("{} in {locale}: {count} words in {text}", asked.id));
                }
            }
        }
        let [en, fr] = Locale::ALL.map(|locale| asked.wording(locale));
        if [(&en.ask, &fr.ask), (&en.reveals, &fr.reveals), (&en.follow_up, &fr.follow_up)]
            .iter()
            .any(|(en, fr)| en == fr)
        {
            wrong.push(format!("{} says the same in both languages", asked.id));
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
}

#[test]
fn no_question_stands_there_twice() {
    for locale in Locale::ALL {
        let mut seen = BTreeSet::new();
        for asked in PROMPTS.bank.all() {
            assert!(seen.insert(words::fold(&asked.wording(locale).ask)), "{} in {locale}", asked.id);
        }
    }
}

#[test]
fn every_need_has_a_neutral_question_that_gives_nothing_away() {
    assert!(PROMPTS.bank.needs.len() >= 20);
    let own = regex::Regex::new(r"(?i)\b(I|my|me|mine|je|j'|mon|ma|mes|moi)\b").unwrap();
    let mut unheard = Vec::new();
    for need in &PROMPTS.bank.needs {
        let asked = PROMPTS.bank.named(&need.question).unwrap();
        for locale in Locale::ALL {
            let ask = &asked.wording(locale).ask;
            assert!(!own.is_match(ask), "{}: {ask}", need.id);
            assert!(need.name(locale).chars().count() <= 60, "{}", need.id);
            if !need.is_in(need.name(locale)) {
                unheard.push(format!("{}: {}", need.id, need.name(locale)));
            }
        }
    }
    assert!(unheard.is_empty(), "not heard in their own names: {unheard:#?}");
}

#[test]
fn what_people_say_of_themselves_says_what_suits_them() {
    let suits = |text: &str| PROMPTS.bank.suits_in(text);
    assert!(suits("I came to Canada last year and was a nurse").contains(&"newcomer"));
    assert!(suits("I came to Canada last year and was a nurse").contains(&"care"));
    assert!(suits("je veux changer de métier, la soudure m'attire").contains(&"trades"));
    assert!(suits("retour au travail après une maladie").contains(&"returning"));
    assert_eq!(suits("something or other"), [] as [&str; 0]);
}

#[test]
fn what_is_wrong_with_a_question_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("questions");
    std::fs::create_dir(&folder).unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    put(
        "likes.toml",
        "[[question]]\nid = \"a b\"\nstage = \"middle\"\nadvice = 99\nsuits = [\"sailors\"]\n\
         [[question]]\nid = \"typical\"\nstage = \"middle\"\nadvice = 36\n[question.en]\nask = \"What?\"\nreveals = \"It.\"\nfollow_up = \"How?\"\n",
    );
    put("sailing.toml", "question = []\n");
    put("suits.toml", "suit = 3\n");
    let faults = Prompts::load(Some(dir.path())).err().unwrap();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    for part in [
        "is no good id",
        "has no words",
        "rests on advice that does not exist",
        "belongs to no topic",
        "suits.toml, line 1",
    ] {
        assert!(told.iter().any(|fault| fault.contains(part)), "{part}: {told:#?}");
    }
}
