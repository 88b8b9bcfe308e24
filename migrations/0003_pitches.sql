-- Attempts at an elevator pitch. One of them may be kept as the version to use.
CREATE TABLE pitch_attempts (
    session_id  TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,   -- counted within the session, from 1
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    target      INTEGER NOT NULL,   -- seconds
    text        TEXT,               -- NULL for a voice message
    words       INTEGER,            -- NULL for a voice message
    spoken_ms   INTEGER,            -- NULL for a typed one
    parts       TEXT    NOT NULL,   -- the parts that were there, separated by commas
    kept_at     INTEGER,
    PRIMARY KEY (session_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX pitch_attempts_by_person ON pitch_attempts (person_id, at);
