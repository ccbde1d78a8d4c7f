-- When an account was erased, and whether something is left to do about it.
ALTER TABLE account ADD COLUMN erased_at INTEGER;
ALTER TABLE account ADD COLUMN erasing INTEGER NOT NULL DEFAULT 0;
CREATE INDEX unfinished_erasure ON account (erased_at, id) WHERE erasing = 1;
