-- What a session was opened with, and about when it was last used.
ALTER TABLE session ADD COLUMN browser TEXT;
ALTER TABLE session ADD COLUMN system TEXT;
ALTER TABLE session ADD COLUMN last_seen_at INTEGER;
