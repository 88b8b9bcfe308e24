//! Contacts, targets and messages: what the rules see in messages that other people wrote, what the templates make, what nobody else sees, and what
//! goes with a contact.

use crate::pitches::{hold_misses, marked};
use crate::world::{PROMPTS, World};
use rapport::chat::inbound::Body;
use rapport::chat::platform::Block;
use rapport::coach::draft::{For, KINDS, Kind, Slots, assemble, channel};
use rapport::coach::outreach::{Channel, JobAsk, Message, review};
use rapport::contact::import::open;
use rapport::contact::merge::{Before, merge};
use rapport::contact::{Contact, MOST, MayName, Referral};
use rapport::engine::Defaults;
use rapport::ids::Locale;
use rapport::script::{canonical, sent};
use rapport::store::Store;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

#[derive(Deserialize)]
struct Marked {
    lang: Locale,
    channel: Channel,
    #[serde(default)]
    subject: Option<String>,
    text: String,
    marks: BTreeSet<String>,
}

/// How many things are marked or not, in a message.
const MARKS: usize = 12;

#[test]
fn the_rules_see_in_messages_what_the_markers_saw_but_for_the_known_misses() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/outreach");
    for locale in Locale::ALL {
        let marked: Vec<Marked> = marked(&folder, locale);
        assert!(marked.len() >= 60);
        let mut misses = String::new();
        for (index, message) in marked.iter().enumerate() {
            assert_eq!(message.lang, locale);
            let (rules, pitch_rules) = (PROMPTS.outreach_rules(locale), PROMPTS.pitch_rules(locale));
            let reviewed =
                Message { channel: message.channel, subject: message.subject.as_deref(), text: &message.text };
            let found: BTreeSet<String> =
                review(rules, pitch_rules, &reviewed).iter().map(|finding| finding.kind.as_str().to_owned()).collect();
            for missed in message.marks.difference(&found) {
                let _ = writeln!(misses, "line {}: missed {missed}", index + 1);
            }
            for false_alarm in found.difference(&message.marks) {
                let _ = writeln!(misses, "line {}: saw {false_alarm}", index + 1);
            }
        }
        hold_misses(&folder, locale, &misses, marked.len() * MARKS, 95);
    }
}

/// What learners say, in a language: whole sentences, a few words, and as little as can be.
fn learners(locale: Locale) -> [Slots; 3] {
    let slots = |pairs: &[(&str, &str)]| -> Slots {
        pairs.iter().map(|(slot, value)| ((*slot).to_owned(), (*value).to_owned())).collect()
    };
    match locale {
        Locale::En => [
            slots(&[
                ("who", "I am a nurse from Ghana, new to Toronto."),
                ("purpose", "I would like to understand how hospital wards work here."),
                ("learn", "how you got in\nwhat a night shift is like\nwhich courses are useful"),
                ("found", "We met at the job fair in March."),
                ("minutes", "15"),
                ("times", "Tuesday or Thursday after 3pm, by phone"),
                ("signature", "Ama Mensah\nama@example.org"),
                ("learned", "What you said about asking for the float pool was new to me."),
                ("next", "I will ask for it on Monday."),
                ("did", "I took the course you named, and it opened a door."),
                ("met", "Ben Okafor"),
                ("news", "I passed the licence exam last week."),
            ]),
            slots(&[
                ("who", "bus driver, 12 years"),
                ("purpose", "how dispatch works"),
                ("learn", "shifts"),
                ("found", "linkedin"),
                ("minutes", "10"),
                ("signature", "Joe"),
                ("learned", "that the radio comes first"),
                ("next", "call the college"),
                ("did", "called the college"),
                ("news", "started the course"),
            ]),
            slots(&[
                ("who", "a student of forestry"),
                ("purpose", "to see whether this is for me"),
                ("found", "your talk at the library"),
                ("minutes", "20"),
                ("signature", "Li"),
                ("learned", "winter work"),
                ("did", "followed your advice"),
                ("news", "I found a place to volunteer."),
            ]),
        ],
        Locale::Fr => [
            slots(&[
                ("who", "Je suis infirmière au Ghana et nouvelle à Montréal."),
                ("purpose", "J'aimerais comprendre comment fonctionne un service d'hôpital ici."),
                ("learn", "comment on y entre\nce que sont les nuits\nquels cours sont utiles"),
                ("found", "Nous nous sommes parlé au salon de l'emploi en mars."),
                ("minutes", "15"),
                ("times", "mardi ou jeudi après 15 h, par téléphone"),
                ("signature", "Ama Mensah\nama@example.org"),
                ("learned", "Ce que vous avez dit de l'équipe volante était nouveau pour moi."),
                ("next", "Je vais en parler lundi."),
                ("did", "J'ai suivi le cours que vous m'aviez conseillé, et il m'a ouvert une porte."),
                ("met", "Ben Okafor"),
                ("news", "J'ai réussi l'examen du permis la semaine dernière."),
            ]),
            slots(&[
                ("who", "chauffeuse d'autobus depuis 12 ans"),
                ("purpose", "comment fonctionne la répartition"),
                ("learn", "les horaires"),
                ("found", "linkedin"),
                ("minutes", "10"),
                ("signature", "Jo"),
                ("learned", "que la radio passe avant tout"),
                ("next", "appeler le collège"),
                ("did", "J'ai appelé le collège."),
                ("news", "J'ai commencé le cours."),
            ]),
            slots(&[
                ("who", "étudiant en foresterie"),
                ("purpose", "voir si ce métier est pour moi"),
                ("found", "votre conférence à la bibliothèque"),
                ("minutes", "20"),
                ("signature", "Li"),
                ("learned", "le travail d'hiver"),
                ("did", "J'ai suivi votre conseil."),
                ("news", "J'ai trouvé où faire du bénévolat."),
            ]),
        ],
    }
}

#[test]
fn what_the_templates_make_is_whole_and_has_nothing_to_sharpen() {
    let referrer = Contact { number: 1, ..Contact::named("Ana Silva") };
    let contacts = [
        None,
        Some(Contact::named("Grace O'Neill")),
        Some(Contact {
            organisation: Some("St. Mary's".to_owned()),
            title: Some("nurse manager".to_owned()),
            referral: Some(Referral { by: 1, may_name: MayName::Yes }),
            ..Contact::named("Grace O'Neill")
        }),
    ];
    for locale in Locale::ALL {
        for kind in KINDS {
            for (contact, slots) in contacts.iter().flat_map(|contact| learners(locale).map(|slots| (contact, slots))) {
                if kind.goes_to_referrer() && contact.as_ref().is_none_or(|contact| contact.referral.is_none()) {
                    continue;
                }
                for job_ask in [JobAsk::Never, JobAsk::Upfront] {
                    let wanted = For {
                        kind,
                        locale,
                        contact: contact.as_ref(),
                        referrer: Some(&referrer),
                        slots: &slots,
                        field: None,
                        job_ask,
                    };
                    let made = assemble(&PROMPTS, &wanted);
                    let text = made.text();
                    for hole in ["{", "}", "  ", " .", " ,", "..", ":?", "::", ",,"] {
                        assert!(!text.contains(hole), "{locale} {kind:?} has {hole:?}: {text}");
                    }
                    let spoken = |part: &&rapport::coach::draft::Part| {
                        kind != Kind::Phone || !["now", "busy", "voicemail", "thanks"].contains(&part.id.as_str())
                    };
                    let parts = made.parts.iter().filter(spoken).cloned().collect();
                    let text = rapport::coach::draft::Version { locale, subject: None, parts }.text();
                    let channel = channel(&PROMPTS, locale, kind);
                    let message = Message { channel, subject: made.subject.as_deref(), text: &text };
                    let found = review(PROMPTS.outreach_rules(locale), PROMPTS.pitch_rules(locale), &message);
                    // Of a reminder less is asked, and so little about oneself shows no choice of a person.
                    let is_fine = |id: &str| {
                        (kind == Kind::FollowUp && ["no_identity", "no_reason", "not_personal"].contains(&id))
                            || (id == "not_personal"
                                && (kind == Kind::Linkedin || contact.is_none() || slots["found"] == "linkedin"))
                            || (id == "no_learned_thing" && !slots["learned"].contains(' '))
                            || (id == "job_ask" && job_ask == JobAsk::Upfront)
                    };
                    let left: Vec<_> = found.iter().filter(|finding| !is_fine(finding.kind.as_str())).collect();
                    assert!(left.is_empty(), "{locale} {kind:?}: {left:?}\n{:?}\n{text}", made.subject);
                }
            }
        }
    }
}

/// Everything that is said to somebody, as text.
fn said(world: &mut World, who: &str, text: &str) -> String {
    world.says(who, text).iter().map(|out| canonical(&out.content)).collect::<Vec<_>>().join("\n")
}

#[test]
fn nobody_sees_what_somebody_else_stored() {
    let mut world = World::in_memory();
    for line in [
        "contact add Zdenka Marvelous, lighthouse keeper at Quux Harbour, found in Xanadu",
        "contact note Zdenka: secret-tea",
        "contact refer Zdenka from Wolfram Yggdrasil",
        "1",
        "target add Quux Harbour, because of the foghorn",
        "outreach draft email Zdenka",
        "I am a diver called Ana.",
        "skip",
        "skip",
        "skip",
        "15",
        "skip",
        "Ana Uniquename",
        "outreach sent 1",
    ] {
        said(&mut world, "ana", line);
    }
    for line in [
        "contact list",
        "contact find Zdenka",
        "contact show Zdenka",
        "contact tree",
        "contact note Zdenka: hello",
        "stop",
        "contact refer Zdenka",
        "stop",
        "contact remove Zdenka",
        "stop",
        "contact export csv",
        "stop",
        "contact export vcard",
        "stop",
        "target list",
        "target rank Quux 1",
        "target remove Quux",
        "stop",
        "outreach list",
        "outreach sent 1",
        "outreach draft follow_up Zdenka",
        "stop",
        "outreach draft email",
        "skip",
        "stop",
        "nudge list",
        "outreach draft thank_you Wolfram",
        "stop",
        "questions plan 15 Zdenka",
        "stop",
    ] {
        let heard = said(&mut world, "ben", line).to_lowercase();
        for secret in ["marvelous", "lighthouse", "xanadu", "secret-tea", "yggdrasil", "foghorn", "uniquename", "diver"]
        {
            assert!(!heard.contains(secret), "{line}: {heard}");
        }
    }
    assert!(said(&mut world, "ana", "contact show zdenka").contains("lighthouse keeper"));
}

#[test]
fn what_hangs_on_a_contact_goes_with_it_and_the_ask_still_counts() {
    let mut world = World::in_memory();
    said(&mut world, "ana", "settings timezone Toronto");
    said(&mut world, "ana", "contact add Zdenka Marvelous, keeper at Quux Harbour");
    for number in 1..=2 {
        for line in ["outreach draft linkedin Zdenka", "I am a diver.", "skip", "15"] {
            said(&mut world, "ana", line);
        }
        if number == 1 {
            said(&mut world, "ana", "Ana Uniquename");
        }
        if number == 1 {
            assert!(said(&mut world, "ana", "outreach sent 1").contains("first request"));
        }
    }
    // The second draft is open while its contact goes.
    let asked = said(&mut world, "ana", "contact remove Zdenka");
    assert!(asked.contains("2 messages"), "{asked}");
    said(&mut world, "ana", "1");
    let left = said(&mut world, "ana", "outreach list");
    assert!(left.contains("asked once") && !left.contains("Zdenka"), "{left}");
    let gone = said(&mut world, "ana", "outreach sent 2");
    assert!(gone.contains("no message with the number 2"), "{gone}");
    // Nothing of them is left but in sessions that are over, and nobody is reminded of them.
    let kept = |table: &str| -> String {
        let mut rows = world.engine.connection().prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            Ok((0..columns).map(|at| format!("{:?} ", row.get_ref(at).unwrap())).collect::<String>())
        };
        rows.query_map([], row).unwrap().map(Result::unwrap).collect()
    };
    let marvelous: Vec<u8> = b"Marvelous".to_vec();
    for table in ["contacts", "contact_notes", "drafts", "draft_versions", "nudges"] {
        let kept = kept(table);
        assert!(
            !kept.contains("Marvelous") && !kept.contains(&format!("{marvelous:?}").replace(['[', ']'], "")),
            "{table}: {kept}"
        );
    }
    assert!(!said(&mut world, "ana", "nudge list").contains("Zdenka"));
}

#[test]
fn five_thousand_contacts_come_in_at_once_and_no_more() {
    let rows: String =
        (0..MOST).map(|number| format!("Person {number},nurse,Ward {},note {number}\n", number % 50)).collect();
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("all.csv");
    std::fs::write(&file, format!("name,title,organisation,notes\n{rows}")).unwrap();
    let mut world = World::in_memory();
    said(&mut world, "ana", "contact import");
    let heard = world.does("ana", Body::File(sent(&file.display().to_string())));
    let heard = canonical(&heard[0].content);
    assert!(heard.contains("5000 people are new"), "{heard}");
    let full = said(&mut world, "ana", "contact add One More");
    assert!(full.contains("it is full"), "{full}");
    assert!(said(&mut world, "ana", "contact find person 4321").contains("Ward 21"));
    // What has no room is refused whole.
    said(&mut world, "ben", "contact add Ben's Friend, cook at the Lion");
    said(&mut world, "ben", "contact import");
    let refused = world.does("ben", Body::File(sent(&file.display().to_string())));
    let refused = canonical(&refused[0].content);
    assert!(refused.contains("4999 more would fit"), "{refused}");
    said(&mut world, "ben", "stop");
    assert!(said(&mut world, "ben", "contact list").contains("1 to 1 of 1"));
}

#[test]
fn a_community_may_follow_the_other_school() {
    let upfront = Defaults { job_ask: JobAsk::Upfront, ..Defaults::default() };
    let mut world = World::with(Store::in_memory().unwrap(), upfront);
    let text = "outreach check Dear Ana, I am a nurse. I read your post on night shifts. Are there any openings for me at your ward? Could we talk \
                for 15 minutes on Monday?";
    said(&mut world, "ana", text);
    let told = said(&mut world, "ana", "1");
    assert!(told.contains("In this community that is fine") && told.contains("misled"), "{told}");
    let mut strict = World::in_memory();
    said(&mut strict, "ana", text);
    let told = said(&mut strict, "ana", "1");
    assert!(told.contains("asks for work"), "{told}");
}

#[test]
fn a_template_with_a_slot_that_does_not_exist_is_named_with_its_line() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("en/outreach");
    std::fs::create_dir_all(&folder).unwrap();
    let text = "channel = \"email\"\n\n[[part]]\nid = \"greeting\"\nsays = [\n  { when = [\"nam\"], text = \"Dear {nickname},\" },\n]\n";
    std::fs::write(folder.join("email.toml"), text).unwrap();
    let faults = rapport::prompts::Prompts::load(Some(dir.path())).unwrap_err();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(
        told.iter().any(|fault| fault.contains("email.toml, line 6: has a slot that does not exist, `{nickname}`")),
        "{told:?}"
    );
    assert!(told.iter().any(|fault| fault.contains("line 6: has a condition that does not exist, `nam`")), "{told:?}");
}

/// A place for Python's own libraries, below `target/`, made once.
fn vobject() -> Option<std::path::PathBuf> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/vobject");
    if Command::new("python3").arg("--version").output().is_err() {
        return None;
    }
    if !place.join("vobject").exists() {
        let made = Command::new("python3")
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"])
            .arg(&place)
            .arg("vobject==0.9.9")
            .status()
            .expect("pip runs");
        assert!(made.success(), "python3 is here, and pip could not install vobject: is the package index reachable?");
    }
    Some(place)
}

#[test]
fn an_address_book_of_somebody_else_reads_our_cards() {
    let Some(place) = vobject() else {
        eprintln!("left out: there is no python3 here");
        return;
    };
    let mut world = World::in_memory();
    for line in [
        "contact add Ana Silva, nurse manager at St. Mary's, ana@example.org, +1 416 555 0199, met at the fair, trained abroad #mentor",
        "contact note Ana: likes tea, not coffee; back in May\nand June",
        "contact add Hélène Côté-Ünal, ingénieure chez Hydro, recommandée par Ana Silva",
        "1",
        "contact add Cher",
        "skip",
        "skip",
        "skip",
    ] {
        said(&mut world, "ana", line);
    }
    let heard = world.says("ana", "contact export vcard");
    let file = heard.iter().flat_map(|out| &out.content.blocks).find_map(|block| match block {
        Block::File { name, text } => Some((name.clone(), text.clone())),
        _ => None,
    });
    let (name, text) = file.expect("a file");
    assert_eq!(name, "contacts.vcf");
    let script = "import sys, vobject\n\
                  for card in vobject.readComponents(sys.stdin.read()):\n    \
                      print('|'.join([card.fn.value, card.n.value.family, card.n.value.given] + [note.value.replace('\\n', '/') for note in card.contents.get('note', [])] \
                      + [tel.value for tel in card.contents.get('tel', [])]))\n";
    let mut python = Command::new("python3")
        .args(["-c", script])
        .env("PYTHONPATH", place)
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut python.stdin.take().unwrap(), text.as_bytes()).unwrap();
    let read = String::from_utf8(python.wait_with_output().unwrap().stdout).unwrap();
    let lines: Vec<&str> = read.lines().collect();
    assert_eq!(
        lines,
        [
            "Ana Silva|Silva|Ana|likes tea, not coffee; back in May/and June|+1 416 555 0199",
            "Hélène Côté-Ünal|Côté-Ünal|Hélène",
            "Cher||Cher"
        ]
    );
    // And ours reads them again: nothing is new.
    let sheet = open("contacts.vcf", text.as_bytes()).unwrap();
    let merged =
        merge(Before { contacts: &[], notes: &[], next: 1, day: chrono::NaiveDate::default() }, &sheet).unwrap();
    assert_eq!(merged.contacts.len(), 3);
}
