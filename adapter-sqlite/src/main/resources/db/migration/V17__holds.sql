-- Free times that are kept for a patient for a few minutes; one for each patient.
CREATE TABLE hold (
  patient_id TEXT PRIMARY KEY REFERENCES patient (id),
  id         TEXT NOT NULL,
  doctor_id  TEXT NOT NULL REFERENCES doctor (id),
  starts_at  INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_of_doctor ON hold (doctor_id, starts_at);
CREATE INDEX hold_by_expiry ON hold (expires_at);
