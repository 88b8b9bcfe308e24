INSERT INTO interviews SELECT session_id, person_id, at, 95, 1, '{"guest":"nurse","locale":"en","minutes":15,"timing":"simulated","agreed":[],"goals":[]}' FROM pitch_attempts LIMIT 1;
INSERT INTO exchanges SELECT session_id, 1, person_id, 'How did you begin?', 'With a small ward.', '{"topics":["background"],"open":true}', '$event' FROM interviews;
