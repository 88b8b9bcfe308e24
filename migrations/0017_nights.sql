-- Mock-interview nights, and who takes part in them. Messages that are changed in place, by the platform's own names.
CREATE TABLE nights (
    id          TEXT    NOT NULL PRIMARY KEY,
    community   TEXT    NOT NULL,   -- "discord/<server>"
    number      INTEGER NOT NULL,   -- counted for each community, from 1
    platform    TEXT    NOT NULL,
    place       TEXT    NOT NULL,   -- where its card stands and where it runs
    host        TEXT    REFERENCES people (id) ON DELETE SET NULL,
    locale      TEXT    NOT NULL,   -- what is said in public is said in this language
    zone        TEXT    NOT NULL,
    wall        TEXT    NOT NULL,   -- what the clocks show there when it begins
    starts_at   INTEGER NOT NULL,
    topic       TEXT,
    minutes     INTEGER NOT NULL,   -- of a round
    rounds      INTEGER,            -- NULL: as many as the largest cell has people
    most        INTEGER NOT NULL,   -- people; those after them wait
    meets       TEXT    NOT NULL,   -- JSON: threads, or a voice channel, or a link
    status      TEXT    NOT NULL,   -- planned, cancelled
    made_at     INTEGER NOT NULL,
    UNIQUE (community, number)
) STRICT;
CREATE INDEX nights_ahead ON nights (community, starts_at) WHERE status = 'planned';
CREATE INDEX nights_by_host ON nights (host) WHERE host IS NOT NULL;

CREATE TABLE night_seats (
    night_id    TEXT    NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,   -- who came first has the lowest
    part        TEXT    NOT NULL,   -- JSON: takes part, or can be a guest, and of which work
    reminder    TEXT    NOT NULL,   -- day, hour, quarter, none
    joined_at   INTEGER NOT NULL,
    PRIMARY KEY (night_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX night_seats_by_person ON night_seats (person_id);

CREATE TABLE cards (
    name        TEXT    NOT NULL PRIMARY KEY,   -- "night/<id>"
    message     TEXT    NOT NULL                -- the platform's own name of the message that stands there
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN card TEXT;        -- the card that it is, where a later one takes its place
ALTER TABLE nudges ADD COLUMN night TEXT;       -- the night that it is about
