INSERT INTO nights SELECT 'n000000000001', 'console/lounge', 1, 'console', 'room/lounge', id, 'en', 'America/Toronto', '2026-03-05T19:00:00', 1, 'nursing', 15, NULL, 30, '"threads"', 'planned', 1 FROM people LIMIT 1;
INSERT INTO night_seats SELECT 'n000000000001', id, 1, '{"guest":"nursing"}', 'hour', 1 FROM people LIMIT 1;
INSERT INTO cards VALUES ('night/n000000000001', '$event');
