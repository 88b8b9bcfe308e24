INSERT INTO drafts SELECT id, 1, 'email', 1, '{"minutes":"15"}', 1, '2026-03-02', 'no' FROM people LIMIT 1;
INSERT INTO draft_versions SELECT id, 1, 1, 'en', 'A question', '[{"id":"greeting","text":"Dear Ana,"}]' FROM people LIMIT 1;
