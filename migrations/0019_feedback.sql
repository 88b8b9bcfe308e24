-- Feedback after a round of a night, for whoever asked in it and nobody else; what they think of it themselves; who acted as a host, to be
-- told what is reported. In night_cells a role may be `left` (they went during that round) or `removed` (a host took them out).
CREATE TABLE night_hosts (
    night_id    TEXT    NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (night_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO night_hosts SELECT id, host FROM nights WHERE host IS NOT NULL;

CREATE TABLE feedback (
    night_id    TEXT    NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
    round       INTEGER NOT NULL,
    giver       TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    asker       TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    marks       TEXT    NOT NULL,   -- JSON: what worked, what to try next time
    words       TEXT,               -- in the giver's own words; NULL: none
    given_at    INTEGER NOT NULL,
    read_at     INTEGER,            -- when the asker chose to read the words; NULL: not yet
    PRIMARY KEY (night_id, round, giver)
) STRICT, WITHOUT ROWID;
CREATE INDEX feedback_by_asker ON feedback (asker, night_id, round);

CREATE TABLE reflections (
    night_id    TEXT    NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
    round       INTEGER NOT NULL,
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    lines       TEXT    NOT NULL,   -- JSON: three, an empty one where nothing was said
    made_at     INTEGER NOT NULL,
    PRIMARY KEY (night_id, round, person_id)
) STRICT, WITHOUT ROWID;
