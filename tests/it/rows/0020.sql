INSERT INTO guest_offers SELECT 'console lounge', id, 'nursing in a small hospital', '["abroad"]', 2, 0, 1 FROM people LIMIT 1;
INSERT INTO guest_calls SELECT 'n000000000001', id FROM people LIMIT 1;
