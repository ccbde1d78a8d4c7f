-- The notices that wait to leave by mail. Those that failed for good have no time at which they are due.
CREATE TABLE outbox (
  id             TEXT PRIMARY KEY NOT NULL,
  account_id     TEXT,
  seq            INTEGER,
  kind           TEXT NOT NULL,
  at             INTEGER NOT NULL,
  appointment_id TEXT,
  from_id        TEXT,
  tries          INTEGER NOT NULL,
  due_at         INTEGER,
  failed_at      INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX due_mail ON outbox (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX mail_by_age ON outbox (at);
CREATE INDEX failed_mail ON outbox (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX mail_of_account ON outbox (account_id, seq);

-- How people are written to.
CREATE TABLE preference (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id),
  language   TEXT NOT NULL,
  time_zone  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
