INSERT OR IGNORE INTO night_hosts SELECT 'n000000000001', id FROM people LIMIT 1;
INSERT INTO feedback SELECT 'n000000000001', 1, id, id, '[]', 'Clear questions.', 1, NULL FROM people LIMIT 1;
INSERT INTO reflections SELECT 'n000000000001', 1, id, '["I took my time","",""]', 1 FROM people LIMIT 1;
