INSERT INTO nudges (person_id, number, kind, words, platform, zone, first_wall, wall, hour_set, every, status, due_at, tell_at,
                    told_at, made_at)
VALUES ('ana00000000000000000', 1, 'own', 'write to Ben', 'console', 'America/Toronto', '2026-03-03T09:00:00',
        '2026-03-03T09:00:00', 'day', '7d', 'planned', 1772546400000, 1772546400000, NULL, 1772460000000),
       ('ana00000000000000000', 2, 'pitch', NULL, 'console', 'America/Toronto', '2026-03-02T15:00:00', '2026-03-02T15:00:00',
        'named', NULL, 'told', 1772481600000, 1772481600000, 1772481600000, 1772460000000);
UPDATE people SET nudge_pause = 1772546400000, nudge_stops = 'pitch' WHERE id = 'ana00000000000000000';
