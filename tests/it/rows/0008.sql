INSERT INTO outbox (key, platform, place, only_handle, person_id, content, next_try_at, made_at, ticket)
VALUES ('k8', 'discord', 'room/1', '2', 'ana00000000000000000', '{"blocks":[]}', 1, 1, 't');
