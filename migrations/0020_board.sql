-- The board of members who offer to be guests at the nights of their community, and at which nights they were asked, or were one.
CREATE TABLE guest_offers (
    community   TEXT    NOT NULL,
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    work        TEXT    NOT NULL,   -- what they can speak of, in their words
    tags        TEXT    NOT NULL,   -- JSON
    monthly     INTEGER,            -- at how many nights a month at most; NULL: at any number
    paused      INTEGER NOT NULL,
    made_at     INTEGER NOT NULL,
    PRIMARY KEY (community, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_offers_by_person ON guest_offers (person_id);

CREATE TABLE guest_calls (
    night_id    TEXT    NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (night_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_calls_by_person ON guest_calls (person_id);
