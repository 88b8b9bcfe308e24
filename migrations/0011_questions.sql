-- Questions: those that somebody put aside for a meeting, and those that hosts add for their community.
ALTER TABLE sessions ADD COLUMN community TEXT; -- where it was begun among others: "discord/<server>"; NULL: directly

CREATE TABLE own_questions (
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,   -- counted for each person, from 1
    words       TEXT    NOT NULL,
    locale      TEXT    NOT NULL,
    topic       TEXT,               -- what it is about; NULL: nobody could tell
    bank        TEXT,               -- the id of the question of the bank that it is
    added_at    INTEGER NOT NULL,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_questions (
    id          INTEGER NOT NULL PRIMARY KEY,
    community   TEXT    NOT NULL,
    words       TEXT    NOT NULL,
    locale      TEXT    NOT NULL,
    topic       TEXT,
    added_by    TEXT    REFERENCES people (id) ON DELETE SET NULL,
    added_at    INTEGER NOT NULL,
    removed_at  INTEGER             -- plans that hold it keep its words
) STRICT;
CREATE INDEX community_questions_by_community ON community_questions (community) WHERE removed_at IS NULL;
CREATE INDEX community_questions_by_person ON community_questions (added_by) WHERE added_by IS NOT NULL;
