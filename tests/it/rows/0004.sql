UPDATE people SET quiet = '22:00-07:00', digest = 'none' WHERE id = 'ana00000000000000000';
