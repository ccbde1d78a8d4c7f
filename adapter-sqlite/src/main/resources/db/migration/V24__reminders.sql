-- How people want to be told, as far as they have chosen.
CREATE TABLE notice_settings (
  account_id       TEXT PRIMARY KEY NOT NULL REFERENCES account (id),
  reminder_minutes TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE notice_channels (
  account_id TEXT NOT NULL REFERENCES account (id),
  kind       TEXT NOT NULL,
  mail       INTEGER NOT NULL,
  push       INTEGER NOT NULL,
  PRIMARY KEY (account_id, kind)
) STRICT, WITHOUT ROWID;

-- Whom to remind of which confirmed appointment, and when.
CREATE TABLE reminder (
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  account_id     TEXT NOT NULL,
  due_at         INTEGER NOT NULL,
  PRIMARY KEY (appointment_id, account_id, due_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_reminder ON reminder (due_at, appointment_id, account_id);
CREATE INDEX reminder_of_account ON reminder (account_id);

-- Patients with confirmed appointments are reminded a day and an hour before.
INSERT INTO reminder (appointment_id, account_id, due_at)
SELECT id, patient_id, starts_at - 60000 * minutes
FROM appointment, (SELECT 1440 AS minutes UNION ALL SELECT 60)
WHERE status = 'scheduled' AND starts_at > 1000 * unixepoch();
