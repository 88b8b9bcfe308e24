INSERT INTO people (id, locale, guessed_locale, zone, field, purpose, created_at, seen_at)
VALUES ('ana00000000000000000', 'en', NULL, 'America/Toronto', 'baking', 'I want to know how shops begin', 1772460000000, 1772460000000),
       ('fatou000000000000000', NULL, 'fr', NULL, NULL, NULL, 1772460000000, 1772460000000);
INSERT INTO accounts (platform, handle, person_id)
VALUES ('console', 'ana', 'ana00000000000000000'), ('matrix', '@fatou:example.org', 'fatou000000000000000');
