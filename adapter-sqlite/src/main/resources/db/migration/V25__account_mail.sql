-- Whether the address of an account has been confirmed, and which one waits to replace it.
ALTER TABLE account ADD COLUMN email_confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN pending_email TEXT;

-- One-time proofs that somebody reads mails to an address; of the secret only its SHA-256.
CREATE TABLE email_token (
  hash       TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  email      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX email_token_of_account ON email_token (account_id, created_at, hash);
CREATE INDEX email_token_by_expiry ON email_token (expires_at);

-- Wishes for mails about access to accounts. Those that ended have no time at which they are due.
CREATE TABLE account_mail (
  id         TEXT PRIMARY KEY NOT NULL,
  kind       TEXT NOT NULL,
  email      TEXT NOT NULL,
  account_id TEXT,
  asked_at   INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  tries      INTEGER NOT NULL,
  due_at     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX due_account_mail ON account_mail (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX account_mail_by_expiry ON account_mail (expires_at);
CREATE INDEX account_mail_of_account ON account_mail (account_id);
CREATE INDEX account_mail_of_address ON account_mail (email);
