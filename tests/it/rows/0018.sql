INSERT INTO night_cells SELECT 'n000000000001', 1, 1, id, 'asker' FROM people LIMIT 1;
INSERT INTO avoids SELECT id, 'console', 'ben', 1 FROM people LIMIT 1;
