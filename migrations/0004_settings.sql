-- A person's quiet hours and digest, as local wall time. NULL: not chosen, the default holds.
ALTER TABLE people ADD COLUMN quiet TEXT;   -- "22:00-07:00", or "none"
ALTER TABLE people ADD COLUMN digest TEXT;  -- "08:00", or "none"
