-- Devices that people have subscribed to notices; a subscription ends with its session. The id is
-- the hash of the endpoint.
CREATE TABLE push_subscription (
  id         TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  session_id TEXT NOT NULL UNIQUE REFERENCES session (id) ON DELETE CASCADE,
  endpoint   TEXT NOT NULL,
  p256dh     TEXT NOT NULL,
  auth       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX push_subscription_of_account ON push_subscription (account_id, created_at, id);

-- By which push services recognise this site.
CREATE TABLE vapid_key (
  id          INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  private_key TEXT NOT NULL,
  public_key  TEXT NOT NULL
) STRICT;

-- Notices that leave by Web Push wait beside those that leave by mail.
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'mail';
ALTER TABLE outbox ADD COLUMN subscription_id TEXT;
DROP INDEX due_mail;
DROP INDEX mail_by_age;
DROP INDEX failed_mail;
CREATE INDEX due_entry ON outbox (channel, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX entry_by_age ON outbox (channel, at);
CREATE INDEX failed_entry ON outbox (channel, failed_at) WHERE failed_at IS NOT NULL;
