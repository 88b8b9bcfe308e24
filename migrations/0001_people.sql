-- People and the accounts they write from. Times are milliseconds since 1970, UTC.
CREATE TABLE people (
    id          TEXT    NOT NULL PRIMARY KEY,
    locale      TEXT,               -- chosen by the person; NULL: not yet
    guessed_locale TEXT,            -- what the platform said at the first meeting: for messages that answer nothing
    zone        TEXT,               -- IANA name; NULL: not confirmed yet
    field       TEXT,               -- the field they are curious about, in their words
    purpose     TEXT,               -- their purpose in one sentence, in their words
    created_at  INTEGER NOT NULL,
    seen_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    platform    TEXT    NOT NULL,
    handle      TEXT    NOT NULL,   -- the platform's lasting name of the account
    person_id   TEXT    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (platform, handle)
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_by_person ON accounts (person_id);
