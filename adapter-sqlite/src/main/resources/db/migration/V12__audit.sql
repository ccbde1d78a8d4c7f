-- Who looked at whose data, who signed in, and what admins decided. Each row holds the hash of the one
-- before. Rows are added at the end, removed at the beginning once they are old, and never changed.
CREATE TABLE audit (
  number     INTEGER PRIMARY KEY NOT NULL,
  action     TEXT NOT NULL,
  actor_id   TEXT,
  session_id TEXT,
  subject_id TEXT,
  object_id  TEXT,
  at         INTEGER NOT NULL,
  previous   TEXT NOT NULL,
  hash       TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_subject ON audit (subject_id, number);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an entry of the audit log is never changed');
END;
