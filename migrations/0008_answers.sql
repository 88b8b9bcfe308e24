-- How the answer to an event goes back, on platforms that give a way of its own for that: opaque to all but the adapter. What has
-- the same ticket, or none, leaves in its order within a place.
ALTER TABLE outbox ADD COLUMN ticket TEXT;
DROP INDEX outbox_lanes;
CREATE INDEX outbox_lanes ON outbox (platform, place, ticket, id) WHERE parked_at IS NULL;
-- The ticket of the last event in the session: what the bot says a little later by itself goes the same way.
ALTER TABLE sessions ADD COLUMN ticket TEXT;
-- The platform's own name of the direct chat with the account.
ALTER TABLE accounts ADD COLUMN chat TEXT;
-- Whether direct messages get there: 0 yes, 1 one was refused, 2 and the person was told how to allow them.
ALTER TABLE accounts ADD COLUMN refuses INTEGER NOT NULL DEFAULT 0;
-- What may leave is found without passing what was set aside.
CREATE INDEX outbox_waiting ON outbox (id) WHERE parked_at IS NULL;
-- Where somebody may have answered while the bot was away.
CREATE INDEX sessions_open ON sessions (platform, touched_at) WHERE status = 'open';
