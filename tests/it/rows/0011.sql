INSERT INTO own_questions SELECT id, 1, 'How did you begin?', 'en', 'background', NULL, 1 FROM people LIMIT 1;
INSERT INTO community_questions SELECT 1, 'console/lounge', 'How did you begin?', 'en', 'background', id, 1, NULL FROM people LIMIT 1;
