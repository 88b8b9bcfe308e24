INSERT INTO plans SELECT id, 1, 1, '2026-03-05', '{"minutes":15,"locale":"en","whom":null,"meeting":null,"goals":[],"lines":[],"find_out":[]}' FROM people LIMIT 1;
INSERT INTO needs SELECT id, 'standing', 1 FROM people LIMIT 1;
