-- What the bot knows of itself: which version of the time zones the nudges were reckoned by.
CREATE TABLE facts (
    name    TEXT    NOT NULL PRIMARY KEY,
    value   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
