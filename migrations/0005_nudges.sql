-- Messages that the bot sends because their time has come. Wall times are local, "2026-03-02T09:00", with the zone beside them, so
-- that nine o'clock stays nine o'clock when the clocks change.
CREATE TABLE nudges (
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,   -- counted for each person, from 1; never used again
    kind        TEXT    NOT NULL,   -- own, pitch
    words       TEXT,               -- what it is about, in the person's words
    platform    TEXT    NOT NULL,   -- where it was planned, and is told
    zone        TEXT    NOT NULL,   -- IANA name
    first_wall  TEXT    NOT NULL,   -- the first time it was for: what comes again is counted from here
    wall        TEXT    NOT NULL,   -- the time it is for now
    hour_set    TEXT    NOT NULL,   -- named: the person named the hour; day: only a day; elapsed: so much time from then
    every       TEXT,               -- "7d", "1m"; NULL: once
    status      TEXT    NOT NULL,   -- planned, told, done, cancelled
    due_at      INTEGER NOT NULL,   -- the moment of `wall`
    tell_at     INTEGER NOT NULL,   -- when it is to be told, or looked at again: quiet hours, digest and pause are in it
    told_at     INTEGER,            -- when it was told last
    made_at     INTEGER NOT NULL,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX nudges_by_time ON nudges (tell_at) WHERE status = 'planned';

ALTER TABLE people ADD COLUMN nudge_pause INTEGER;                 -- no nudge before this moment
ALTER TABLE people ADD COLUMN nudge_stops TEXT NOT NULL DEFAULT ''; -- kinds that are not wanted, separated by commas
