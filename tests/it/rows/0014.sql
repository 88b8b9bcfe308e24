INSERT INTO contacts SELECT id, 1, 'Ana Silva', 'nurse manager', 'St. Mary''s', NULL, NULL, NULL, '["trained_abroad"]', 'easy', 'en', NULL, NULL, 1 FROM people LIMIT 1;
INSERT INTO contact_notes SELECT id, 1, 1, '2026-03-02', 'She likes tea.' FROM people LIMIT 1;
INSERT INTO counters SELECT id, 'contacts', 1 FROM people LIMIT 1;
