-- What is known of images. No receiver: an avatar. A removed one still counts towards the quota.
CREATE TABLE media (
  id            TEXT PRIMARY KEY NOT NULL,
  owner_id      TEXT NOT NULL REFERENCES account (id),
  receiver_id   TEXT REFERENCES account (id),
  type          TEXT NOT NULL,
  width         INTEGER NOT NULL,
  height        INTEGER NOT NULL,
  upload_bytes  INTEGER NOT NULL,
  upload_sha256 TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  state         TEXT NOT NULL
) STRICT;
CREATE INDEX media_of_owner ON media (owner_id, created_at);
CREATE INDEX media_not_attached ON media (state, created_at, id) WHERE state <> 'attached';

-- The bytes stand apart, so that reading what is known of images does not read them.
CREATE TABLE image (
  id    TEXT PRIMARY KEY NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
