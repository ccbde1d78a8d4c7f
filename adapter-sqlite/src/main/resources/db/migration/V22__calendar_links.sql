-- The links of calendar feeds, of whose secrets only the hashes are kept.
CREATE TABLE calendar_link (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id),
  hash       TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
