INSERT INTO answers SELECT id, 1, person_id, 1, 'why_me', 'Because of your work.', 1, NULL FROM sessions LIMIT 1;
INSERT INTO weak_points SELECT id, 'ask', 'closed', '2026-03-02', 0 FROM people LIMIT 1;
