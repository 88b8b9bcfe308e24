-- The other chair: what was asked and answered; and what went badly, to come back to.
CREATE TABLE answers (
    session_id  TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,   -- counted within the session, from 1
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    question    TEXT    NOT NULL,   -- its id in prompts/answers.toml
    said        TEXT,               -- NULL: the person took it back
    went_well   INTEGER NOT NULL,
    event_id    TEXT,
    PRIMARY KEY (session_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_event ON answers (person_id, event_id) WHERE event_id IS NOT NULL;
CREATE INDEX answers_by_person ON answers (person_id, at);

CREATE TABLE weak_points (
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    drill       TEXT    NOT NULL,   -- ask, answer
    point       TEXT    NOT NULL,   -- the name of a thing to sharpen, or a question's id
    badly_on    TEXT    NOT NULL,   -- the day on which it went badly last, "2026-03-05"
    well        INTEGER NOT NULL,   -- how often it has gone well since
    PRIMARY KEY (person_id, drill, point)
) STRICT, WITHOUT ROWID;
