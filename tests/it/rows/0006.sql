INSERT INTO pitch_attempts (session_id, number, person_id, at, target, text, words, spoken_ms, parts, kept_at, cut)
SELECT session_id, number + 10, person_id, at, target, text, words, spoken_ms, parts, at, 'message' FROM pitch_attempts;
