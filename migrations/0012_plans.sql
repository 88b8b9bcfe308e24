-- Plans for a real meeting, and the working conditions that somebody has to know about. The needs are private: no room ever sees them,
-- and they leave only when they are asked for by name.
CREATE TABLE plans (
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,   -- counted for each person, from 1
    kept_at     INTEGER NOT NULL,
    meeting     TEXT,               -- the day on the clocks there, "2026-03-05"; NULL: not known
    plan        TEXT    NOT NULL,   -- JSON: minutes, with whom, when, what they want to learn, the questions
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE needs (
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    need        TEXT    NOT NULL,   -- its id in prompts/questions/needs.toml
    noted_at    INTEGER NOT NULL,
    PRIMARY KEY (person_id, need)
) STRICT, WITHOUT ROWID;

ALTER TABLE own_questions ADD COLUMN communal INTEGER; -- the community's question that it is
