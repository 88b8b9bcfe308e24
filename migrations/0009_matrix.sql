-- Which event an attempt came from: who takes back what they wrote takes the attempt back with it.
ALTER TABLE pitch_attempts ADD COLUMN event_id TEXT;
-- When somebody was last told that what they send cannot be read.
ALTER TABLE accounts ADD COLUMN unreadable_told_at INTEGER;
