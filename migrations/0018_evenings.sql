-- How the evening of a night goes: what runs, and when it is to be looked at next. Who sat with whom, and as what. Who is to be kept
-- apart from whom. Messages within the thread of another message.
ALTER TABLE nights ADD COLUMN evening TEXT;         -- JSON; NULL: it has not begun
ALTER TABLE nights ADD COLUMN wake_at INTEGER;      -- NULL: there is nothing to look at
UPDATE nights SET wake_at = starts_at + 600000 WHERE status = 'planned';
CREATE INDEX nights_to_wake ON nights (wake_at) WHERE wake_at IS NOT NULL;
DROP INDEX nights_ahead;
CREATE INDEX nights_ahead ON nights (community, starts_at) WHERE status IN ('planned', 'running');

CREATE TABLE night_cells (
    night_id    TEXT    NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
    round       INTEGER NOT NULL,
    cell        INTEGER NOT NULL,   -- its number at that night
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role        TEXT    NOT NULL,   -- asker, guest, observer
    PRIMARY KEY (night_id, round, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX night_cells_by_person ON night_cells (person_id);

CREATE TABLE avoids (
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    platform    TEXT    NOT NULL,
    handle      TEXT    NOT NULL,   -- the account of whom they would rather not sit with; that one is never told
    made_at     INTEGER NOT NULL,
    PRIMARY KEY (person_id, platform, handle)
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN within TEXT;          -- the card in whose thread it is said
CREATE INDEX outbox_by_card ON outbox (card) WHERE card IS NOT NULL;
