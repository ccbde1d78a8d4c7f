-- One-time permissions to set a new password; of the secret only its SHA-256.
CREATE TABLE reset_token (
  hash       TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reset_token_of_account ON reset_token (account_id, created_at, hash);
CREATE INDEX reset_token_by_expiry ON reset_token (expires_at);
