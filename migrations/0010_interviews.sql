-- Mock interviews: with whom, what was agreed, and each exchange as it was said.
CREATE TABLE interviews (
    session_id  TEXT    NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    began_at    INTEGER NOT NULL,
    used        INTEGER NOT NULL,   -- seconds
    exchanges   INTEGER NOT NULL,   -- those with a higher number were taken back
    plan        TEXT    NOT NULL    -- JSON: guest, language, minutes, what was agreed, the learner's goals
) STRICT, WITHOUT ROWID;
CREATE INDEX interviews_by_person ON interviews (person_id, began_at);

CREATE TABLE exchanges (
    session_id  TEXT    NOT NULL REFERENCES interviews (session_id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,   -- counted within the interview, from 1
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    said        TEXT,               -- NULL: the person took it back
    reply       TEXT    NOT NULL,
    notes       TEXT    NOT NULL,   -- JSON: what there is to say of it afterwards
    event_id    TEXT,
    PRIMARY KEY (session_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchanges_by_event ON exchanges (person_id, event_id) WHERE event_id IS NOT NULL;
