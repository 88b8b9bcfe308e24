-- Events that were acted on, so that a second delivery does nothing.
CREATE TABLE seen_events (
    platform    TEXT    NOT NULL,
    event_id    TEXT    NOT NULL,
    seen_at     INTEGER NOT NULL,
    PRIMARY KEY (platform, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_events_by_time ON seen_events (seen_at);

-- One run of a flow by one person in one place. At most one of them is open there.
CREATE TABLE sessions (
    id          TEXT    NOT NULL PRIMARY KEY,
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    platform    TEXT    NOT NULL,
    place       TEXT    NOT NULL,
    flow        TEXT    NOT NULL,
    version     INTEGER NOT NULL,   -- of the flow's saved state
    turn        INTEGER NOT NULL,   -- counts what was offered: a press with an older number is an old one
    status      TEXT    NOT NULL,   -- open, parked, done, stopped, lapsed, aside
    state       TEXT    NOT NULL,   -- JSON, the flow's own
    asked       TEXT    NOT NULL,   -- JSON: the message that waits for an answer, with the choices it offers
    stance   INTEGER NOT NULL,   -- 0: waits; 1: lingers, any other command may take the place; 2: passing, no way back here
    reminded    INTEGER NOT NULL,   -- 1: the question after a day's silence was put
    trail       TEXT    NOT NULL,   -- JSON: earlier states with their messages, for `back`
    interlude   TEXT,               -- JSON: a question of the engine's own that stands before the flow's
    answered_by TEXT,               -- the event that led to this turn, for an edit of it
    opened_at   INTEGER NOT NULL,
    touched_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_open_session ON sessions (person_id, platform, place) WHERE status = 'open';
CREATE INDEX sessions_by_person ON sessions (person_id, platform, place, status, touched_at);

-- What is to be said, until it was. Rows leave in the order of their ids, place by place.
CREATE TABLE outbox (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    key         TEXT    NOT NULL UNIQUE,
    platform    TEXT    NOT NULL,
    place       TEXT    NOT NULL,
    only_handle TEXT,               -- the account that alone may see it, in a place where others read
    person_id   TEXT    REFERENCES people (id) ON DELETE CASCADE,
    content     TEXT    NOT NULL,   -- JSON, rendered
    failures    INTEGER NOT NULL DEFAULT 0,
    next_try_at INTEGER NOT NULL,
    parked_at   INTEGER,            -- set aside after three failures, or where the platform refused
    made_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_lanes ON outbox (platform, place, id) WHERE parked_at IS NULL;
CREATE INDEX outbox_by_time ON outbox (next_try_at) WHERE parked_at IS NULL;
CREATE INDEX outbox_parked ON outbox (person_id) WHERE parked_at IS NOT NULL;

-- What is to happen at a time. A row is deleted in the transaction of its own turn.
CREATE TABLE timers (
    session_id  TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    name        TEXT    NOT NULL,
    due_at      INTEGER NOT NULL,
    PRIMARY KEY (session_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_by_time ON timers (due_at);
