INSERT INTO pitch_attempts (session_id, number, person_id, at, target, text, words, spoken_ms, parts, kept_at)
VALUES ('0123456789abd', 1, 'ana00000000000000000', 1772460000000, 30, 'Hi, I am Ana.', 4, NULL, 'who', NULL),
       ('0123456789abd', 2, 'ana00000000000000000', 1772460000000, 30, NULL, NULL, 27000, '', 1772460000000);
