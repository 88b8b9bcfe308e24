INSERT INTO seen_events (platform, event_id, seen_at) VALUES ('console', 'shipped-1', 1772460000000);
INSERT INTO sessions (id, person_id, platform, place, flow, version, turn, status, state, asked, stance, reminded, trail,
                      interlude, answered_by, opened_at, touched_at)
VALUES ('0123456789abc', 'ana00000000000000000', 'console', 'direct/ana', 'start', 1, 2, 'open', '{"at":"field"}',
        '{"lines":[{"speech":["start-field",{}]}],"answer":"words"}', 0, 0, '[]', NULL, 'shipped-1', 1772460000000, 1772460000000),
       ('0123456789abd', 'ana00000000000000000', 'console', 'direct/ana', 'pitch_practise', 1, 1, 'parked',
        '{"at":"asked","work":{"target":30,"made":0,"last":null}}', '{"lines":[],"answer":"words"}', 0, 0, '[]', NULL, NULL,
        1772460000000, 1772460000000);
INSERT INTO outbox (key, platform, place, only_handle, person_id, content, failures, next_try_at, parked_at, made_at)
VALUES ('key00000000000000001', 'console', 'direct/ana', NULL, 'ana00000000000000000', '{"blocks":[{"text":[{"plain":"Hi"}]}]}', 0,
        1772460000000, NULL, 1772460000000);
INSERT INTO timers (session_id, name, due_at) VALUES ('0123456789abc', '~silence', 1772546400000);
