-- What a pitch that was put together part by part is cut for: person, phone, message. NULL: an attempt.
ALTER TABLE pitch_attempts ADD COLUMN cut TEXT;
CREATE INDEX pitch_attempts_kept ON pitch_attempts (person_id, kept_at) WHERE kept_at IS NOT NULL;
