INSERT INTO facts (name, value) VALUES ('zones', '2025b');
