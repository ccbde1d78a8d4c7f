-- When the patient of an appointment was there, and the devices that wait (separated by spaces).
CREATE TABLE attendance (
  appointment_id TEXT PRIMARY KEY NOT NULL REFERENCES appointment (id),
  doctor_id      TEXT NOT NULL,
  patient_id     TEXT NOT NULL,
  since          INTEGER NOT NULL,
  seen_at        INTEGER NOT NULL,
  devices        TEXT NOT NULL,
  check_at       INTEGER,
  admitted_by    TEXT,
  admitted_to    TEXT,
  admitted_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_due ON attendance (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX attendance_of_doctor ON attendance (doctor_id) WHERE check_at IS NOT NULL;
CREATE INDEX attendance_of_patient ON attendance (patient_id) WHERE check_at IS NOT NULL;

-- Nobody knows whether the patients of confirmed appointments that have begun were there, so none
-- of them is suggested as a no-show.
INSERT INTO attendance (appointment_id, doctor_id, patient_id, since, seen_at, devices)
SELECT id, doctor_id, patient_id, starts_at, starts_at, ''
FROM appointment
WHERE status = 'scheduled' AND starts_at <= 1000 * unixepoch();
