INSERT INTO targets SELECT id, 1, 'St. Mary''s', 'they train newcomers', 1, 1 FROM people LIMIT 1;
