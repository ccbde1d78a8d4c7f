-- Whether log-ins of the account need a second factor.
ALTER TABLE account ADD COLUMN second_factor INTEGER NOT NULL DEFAULT 0;

-- The authenticator app of an account, also while it waits for its first code. The secret is in base32.
CREATE TABLE second_factor (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id),
  secret     TEXT NOT NULL,
  last_step  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The unused recovery codes; of each only its SHA-256.
CREATE TABLE recovery_code (
  account_id TEXT NOT NULL REFERENCES account (id),
  hash       TEXT NOT NULL,
  PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;
