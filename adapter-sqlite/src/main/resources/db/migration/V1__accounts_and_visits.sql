-- Instants are milliseconds since 1970 (UTC). Flags are 0 or 1. Minutes count from local midnight.

CREATE TABLE account (
  id                  TEXT PRIMARY KEY NOT NULL,
  role                TEXT NOT NULL,
  name                TEXT NOT NULL,
  email               TEXT NOT NULL UNIQUE,
  password_hash       TEXT NOT NULL,
  avatar              TEXT,
  created_at          INTEGER NOT NULL,
  sessions_valid_from INTEGER NOT NULL,
  version             INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  id         TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_of_account ON session (account_id);
CREATE INDEX session_by_expiry ON session (expires_at);

-- Folded texts and the rounded rating (hundredths) are kept for ordering and comparing.
CREATE TABLE doctor (
  id                     TEXT PRIMARY KEY NOT NULL REFERENCES account (id),
  specialization         TEXT NOT NULL,
  specialization_folded  TEXT NOT NULL,
  experience             INTEGER NOT NULL,
  qualification          TEXT NOT NULL,
  about                  TEXT NOT NULL,
  contact_number         TEXT,
  time_zone              TEXT NOT NULL,
  slot_minutes           INTEGER NOT NULL,
  buffer_minutes         INTEGER NOT NULL,
  minimum_notice_minutes INTEGER NOT NULL,
  horizon_days           INTEGER NOT NULL,
  auto_confirm           INTEGER NOT NULL,
  name_folded            TEXT NOT NULL,
  rating_sum             INTEGER NOT NULL DEFAULT 0,
  rating_count           INTEGER NOT NULL DEFAULT 0,
  rating_average         INTEGER NOT NULL DEFAULT 0,
  version                INTEGER NOT NULL
) STRICT;
CREATE INDEX doctor_by_name ON doctor (name_folded, id);
CREATE INDEX doctor_by_rating ON doctor (rating_average, rating_count, id);
CREATE INDEX doctor_by_experience ON doctor (experience, id);

CREATE TABLE doctor_window (
  doctor_id    TEXT NOT NULL REFERENCES doctor (id),
  weekday      INTEGER NOT NULL,
  start_minute INTEGER NOT NULL,
  end_minute   INTEGER NOT NULL,
  PRIMARY KEY (doctor_id, weekday, start_minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE doctor_override (
  doctor_id TEXT NOT NULL REFERENCES doctor (id),
  date      TEXT NOT NULL,
  time_off  INTEGER NOT NULL,
  PRIMARY KEY (doctor_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE doctor_override_window (
  doctor_id    TEXT NOT NULL,
  date         TEXT NOT NULL,
  start_minute INTEGER NOT NULL,
  end_minute   INTEGER NOT NULL,
  PRIMARY KEY (doctor_id, date, start_minute),
  FOREIGN KEY (doctor_id, date) REFERENCES doctor_override (doctor_id, date)
) STRICT, WITHOUT ROWID;

-- The folded words of name, specialization and qualification; their beginnings are searched for.
CREATE TABLE doctor_search_word (
  doctor_id TEXT NOT NULL REFERENCES doctor (id),
  word      TEXT NOT NULL,
  PRIMARY KEY (doctor_id, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX doctor_by_word ON doctor_search_word (word, doctor_id);

CREATE TABLE specialization (
  folded  TEXT PRIMARY KEY NOT NULL,
  written TEXT NOT NULL,
  doctors INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE patient (
  id             TEXT PRIMARY KEY NOT NULL REFERENCES account (id),
  date_of_birth  TEXT,
  gender         TEXT,
  blood_group    TEXT,
  allergies      TEXT,
  contact_number TEXT,
  version        INTEGER NOT NULL
) STRICT;

CREATE TABLE emergency_contact (
  patient_id     TEXT NOT NULL REFERENCES patient (id),
  position       INTEGER NOT NULL,
  name           TEXT NOT NULL,
  relation       TEXT,
  contact_number TEXT NOT NULL,
  PRIMARY KEY (patient_id, position)
) STRICT, WITHOUT ROWID;

-- occupying: the visit keeps its time from others. opens_contact: the two may talk because of it.
CREATE TABLE appointment (
  id            TEXT PRIMARY KEY NOT NULL,
  doctor_id     TEXT NOT NULL REFERENCES doctor (id),
  patient_id    TEXT NOT NULL REFERENCES patient (id),
  date          TEXT NOT NULL,
  start_time    TEXT NOT NULL,
  end_time      TEXT NOT NULL,
  time_zone     TEXT NOT NULL,
  starts_at     INTEGER NOT NULL,
  ends_at       INTEGER NOT NULL CHECK (ends_at > starts_at),
  mode          TEXT NOT NULL,
  reason        TEXT NOT NULL,
  status        TEXT NOT NULL,
  occupying     INTEGER NOT NULL,
  opens_contact INTEGER NOT NULL,
  rating        INTEGER,
  review        TEXT,
  reviewed_at   INTEGER,
  version       INTEGER NOT NULL
) STRICT;
CREATE INDEX appointment_of_doctor ON appointment (doctor_id, starts_at, id);
CREATE INDEX appointment_of_patient ON appointment (patient_id, starts_at, id);
CREATE UNIQUE INDEX doctor_occupied ON appointment (doctor_id, starts_at) WHERE occupying = 1;
CREATE UNIQUE INDEX patient_occupied ON appointment (patient_id, starts_at) WHERE occupying = 1;
CREATE INDEX contact_of_doctor ON appointment (doctor_id, patient_id) WHERE opens_contact = 1;
CREATE INDEX contact_of_patient ON appointment (patient_id, doctor_id) WHERE opens_contact = 1;
CREATE INDEX review_of_doctor ON appointment (doctor_id, reviewed_at, id)
  WHERE reviewed_at IS NOT NULL;

CREATE TABLE appointment_note (
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  position       INTEGER NOT NULL,
  text           TEXT NOT NULL,
  written_at     INTEGER NOT NULL,
  PRIMARY KEY (appointment_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment_history (
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  position       INTEGER NOT NULL,
  from_status    TEXT,
  to_status      TEXT NOT NULL,
  changed_by     TEXT NOT NULL,
  changed_at     INTEGER NOT NULL,
  reason         TEXT,
  PRIMARY KEY (appointment_id, position)
) STRICT, WITHOUT ROWID;

-- Beside the key stands the time as it was booked; all else of a booking is kept by the visit.
CREATE TABLE idempotency_key (
  patient_id     TEXT NOT NULL REFERENCES patient (id),
  value          TEXT NOT NULL,
  fingerprint    TEXT NOT NULL,
  expires_at     INTEGER NOT NULL,
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  date           TEXT NOT NULL,
  start_time     TEXT NOT NULL,
  end_time       TEXT NOT NULL,
  time_zone      TEXT NOT NULL,
  starts_at      INTEGER NOT NULL,
  ends_at        INTEGER NOT NULL,
  PRIMARY KEY (patient_id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_key_by_expiry ON idempotency_key (expires_at);
