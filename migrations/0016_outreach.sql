-- Messages that the learner sends themselves: put together by the bot, changed by them, each version kept. When a contact goes, what is said in
-- them goes as well; that something was asked, and what became of it, stays.
CREATE TABLE drafts (
    person_id    TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,   -- counted for each person, from 1
    kind         TEXT    NOT NULL,   -- email, linkedin, phone, pre_warm, may_i_name, follow_up, thank_you, loop_back, keep_in_touch
    contact      INTEGER,            -- the number of the contact it is about
    slots        TEXT    NOT NULL,   -- JSON: the learner's own words, by what they are for
    made_at      INTEGER NOT NULL,
    sent_on      TEXT,               -- the day on the clocks there, "2026-03-05"; NULL: not sent
    answer       TEXT,               -- yes, no; NULL: none yet
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_versions (
    person_id    TEXT    NOT NULL,
    draft        INTEGER NOT NULL,
    version      INTEGER NOT NULL,   -- counted for each draft, from 1
    locale       TEXT    NOT NULL,   -- the language it is in
    subject      TEXT,
    parts        TEXT    NOT NULL,   -- JSON: a list of {id, text}
    PRIMARY KEY (person_id, draft, version),
    FOREIGN KEY (person_id, draft) REFERENCES drafts (person_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

ALTER TABLE nudges ADD COLUMN draft INTEGER; -- the number of the draft that it is about
