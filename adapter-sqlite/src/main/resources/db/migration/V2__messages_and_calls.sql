CREATE TABLE conversation (
  first_id  TEXT NOT NULL REFERENCES account (id),
  second_id TEXT NOT NULL REFERENCES account (id),
  last_seq  INTEGER NOT NULL,
  PRIMARY KEY (first_id, second_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
  id           TEXT PRIMARY KEY NOT NULL,
  first_id     TEXT NOT NULL,
  second_id    TEXT NOT NULL,
  seq          INTEGER NOT NULL,
  sender_id    TEXT NOT NULL,
  text         TEXT,
  image_id     TEXT,
  image_width  INTEGER,
  image_height INTEGER,
  client_id    TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  read_at      INTEGER,
  FOREIGN KEY (first_id, second_id) REFERENCES conversation (first_id, second_id)
) STRICT;
CREATE UNIQUE INDEX message_in_conversation ON message (first_id, second_id, seq);
CREATE UNIQUE INDEX message_of_client ON message (sender_id, client_id);

-- How a conversation looks to one of the two. read_up_to: what they have read of the other.
CREATE TABLE conversation_member (
  account_id TEXT NOT NULL REFERENCES account (id),
  other_id   TEXT NOT NULL REFERENCES account (id),
  last_seq   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  unread     INTEGER NOT NULL,
  read_up_to INTEGER NOT NULL,
  PRIMARY KEY (account_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_by_latest ON conversation_member (account_id, last_at, other_id);

CREATE TABLE call_record (
  id             TEXT PRIMARY KEY NOT NULL,
  caller_id      TEXT NOT NULL REFERENCES account (id),
  callee_id      TEXT NOT NULL REFERENCES account (id),
  appointment_id TEXT,
  media          TEXT NOT NULL,
  state          TEXT NOT NULL,
  started_at     INTEGER NOT NULL,
  answered_at    INTEGER,
  ended_at       INTEGER,
  end_reason     TEXT
) STRICT;

-- One row for each of the two once the call has ended: their call log.
CREATE TABLE call_log (
  account_id TEXT NOT NULL REFERENCES account (id),
  started_at INTEGER NOT NULL,
  call_id    TEXT NOT NULL REFERENCES call_record (id),
  PRIMARY KEY (account_id, started_at, call_id)
) STRICT, WITHOUT ROWID;

-- Who is in a call now: a person is in at most one.
CREATE TABLE live_call (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id),
  call_id    TEXT NOT NULL REFERENCES call_record (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX live_call_by_call ON live_call (call_id);
