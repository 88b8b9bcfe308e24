-- The people in a learner's own list. Nobody else ever sees them.
CREATE TABLE contacts (
    person_id    TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,   -- counted for each person, from 1
    name         TEXT    NOT NULL,
    title        TEXT,
    organisation TEXT,
    met          TEXT,               -- how the learner found them
    email        TEXT,
    phone        TEXT,
    tags         TEXT    NOT NULL,   -- JSON: a list
    ease         TEXT,               -- easy, middling, daunting
    locale       TEXT,               -- the language to write to them in; NULL: not known
    referred_by  INTEGER,            -- the number of the contact who gave the name
    may_name     TEXT,               -- whether that one's name may be used: yes, no, not_asked
    added_at     INTEGER NOT NULL,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_notes (
    person_id    TEXT    NOT NULL,
    contact      INTEGER NOT NULL,
    number       INTEGER NOT NULL,   -- counted for each contact, from 1
    day          TEXT    NOT NULL,   -- on the clocks there, "2026-03-05"
    words        TEXT    NOT NULL,
    PRIMARY KEY (person_id, contact, number),
    FOREIGN KEY (person_id, contact) REFERENCES contacts (person_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The last number that each person was given of something: no number is used again, so that an old button never means another.
CREATE TABLE counters (
    person_id    TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    what         TEXT    NOT NULL,
    last         INTEGER NOT NULL,
    PRIMARY KEY (person_id, what)
) STRICT, WITHOUT ROWID;
