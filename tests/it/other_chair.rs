//! The other chair: its questions are whole, what it advises is heard when it is followed, and an answer is judged by what it has.

use crate::world::PROMPTS;
use rapport::coach::answer::{FollowUp, Length, Review, review};
use rapport::ids::Locale;
use rapport::prompts::answers::Part;
use rapport::prompts::bank::Stage;
use rapport::words;
use std::collections::BTreeSet;

fn reviewed(locale: Locale, question: &str, text: &str) -> Review {
    let asked = PROMPTS.answers.named(question).unwrap();
    review(asked, PROMPTS.answers.signs(locale), &PROMPTS.question_rules(locale).job_ask, text)
}

#[test]
fn there_are_questions_enough_and_each_is_whole_in_both_languages() {
    let all = &PROMPTS.answers.questions;
    assert!(all.len() >= 30);
    for stage in [Stage::Opening, Stage::Middle, Stage::Closing] {
        assert!(all.iter().filter(|asked| asked.stage == stage).count() >= 5, "{stage:?}");
    }
    let suits: BTreeSet<&str> = PROMPTS.bank.suits.iter().map(|suit| suit.id.as_str()).collect();
    for asked in all {
        assert!((15..=180).contains(&asked.seconds), "{}", asked.id);
        assert!((1..=3).contains(&asked.wants.len()), "{}", asked.id);
        assert!(asked.suits.iter().all(|suit| suits.contains(suit.as_str())), "{}", asked.id);
        for locale in Locale::ALL {
            assert!(asked.speaks(locale), "{} in {locale}", asked.id);
            let spoken = asked.spoken(locale);
            let follow = asked.wants.iter().map(|part| &spoken.follow[part]);
            for text in [&spoken.ask, &spoken.looked_for, &spoken.sharpen, &spoken.longer, &spoken.shorter]
                .into_iter()
                .chain(follow)
            {
                assert!((2..=45).contains(&words::count(text)), "{} in {locale}: {text}", asked.id);
            }
        }
    }
}

/// What the texts say to try is heard as what they say it for.
#[test]
fn whoever_follows_the_advice_is_heard() {
    let tried = [
        (
            Part::Example,
            "Last spring, for instance, I planned a week.",
            "Le printemps dernier, par exemple, j'ai planifié une semaine.",
        ),
        (Part::Result, "In the end we sold everything.", "Finalement, on a tout vendu."),
        (
            Part::Link,
            "That is why I wanted to talk to somebody who visits families.",
            "C'est pour ça que je voulais parler à quelqu'un qui visite des familles.",
        ),
        (Part::Reason, "What draws me to it is the quiet.", "Ce qui m'attire là-dedans, c'est le calme."),
        (Part::Next, "My next step is a course in May.", "La prochaine étape, pour moi, c'est un cours en mai."),
    ];
    for (part, en, fr) in tried {
        for (locale, text) in [(Locale::En, en), (Locale::Fr, fr)] {
            let asked = PROMPTS.answers.questions.iter().find(|asked| asked.wants.contains(&part)).unwrap();
            assert!(reviewed(locale, &asked.id, text).has.contains_key(&part), "{text}");
        }
    }
}

#[test]
fn an_answer_is_asked_on_for_what_is_missing_most() {
    let short = reviewed(Locale::En, "about_yourself", "I bake.");
    assert_eq!((short.length, short.follow_up()), (Length::Short, Some(FollowUp::Longer)));
    let general = "I have always been a person who likes to work hard and who gets on with everybody in the team.";
    assert_eq!(reviewed(Locale::En, "about_yourself", general).follow_up(), Some(FollowUp::For(Part::Example)));
    let long = reviewed(Locale::En, "about_yourself", &"I did many things in many places. ".repeat(40));
    assert_eq!((long.length, long.follow_up()), (Length::Long, Some(FollowUp::Shorter)));
    assert_eq!(reviewed(Locale::En, "about_yourself", &"word ".repeat(440)).length, Length::TooLong);
    let good = "At the moment I bake at night. Last spring I planned a week with two people. That is why I wanted to talk to you.";
    let good = reviewed(Locale::En, "about_yourself", good);
    assert!(good.went_well() && good.follow_up().is_none(), "{good:?}");
}

#[test]
fn nobody_is_praised_and_warned_for_the_same_words() {
    let both = reviewed(Locale::En, "about_yourself", "Last year I had cancer. Could you hire me in your team please?");
    assert!(both.job_ask.is_some() && both.private.is_some(), "{both:?}");
    assert!(both.has.is_empty(), "{both:?}");
    assert!(!both.went_well());
    let fr = reviewed(
        Locale::Fr,
        "about_yourself",
        "J'aimerais commencer par votre parcours : qu'est-ce qui vous a amenée au laboratoire?",
    );
    assert_eq!(fr.job_ask, None);
    let ward =
        reviewed(Locale::En, "about_yourself", "For two years I worked in a hospital as a cleaner on the cancer ward.");
    assert_eq!(ward.private, None);
}
