-- Organisations where the learner would like to work or grow, the one they want most first.
CREATE TABLE targets (
    person_id    TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,   -- counted for each person, from 1
    name         TEXT    NOT NULL,
    reason       TEXT,
    rank         INTEGER NOT NULL,   -- 1: wanted most
    added_at     INTEGER NOT NULL,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;
