-- By how many minutes a doctor is late, as the doctor said last.
CREATE TABLE running_late (
  doctor_id TEXT PRIMARY KEY REFERENCES doctor (id),
  minutes   INTEGER NOT NULL,
  since     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
