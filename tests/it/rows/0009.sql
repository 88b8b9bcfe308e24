UPDATE pitch_attempts SET event_id = '$event';
UPDATE accounts SET unreadable_told_at = 1;
