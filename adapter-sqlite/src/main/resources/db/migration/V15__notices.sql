-- What a person should know although no page shows it. A number is never used again.
CREATE TABLE notice (
  account_id     TEXT NOT NULL REFERENCES account (id),
  seq            INTEGER NOT NULL,
  kind           TEXT NOT NULL,
  at             INTEGER NOT NULL,
  read_at        INTEGER,
  appointment_id TEXT,
  from_id        TEXT,
  PRIMARY KEY (account_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX unread_notice ON notice (account_id, seq) WHERE read_at IS NULL;
