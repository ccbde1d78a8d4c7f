-- How often an appointment was moved; what it was moved from and to is in its history.
ALTER TABLE appointment ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;
UPDATE appointment SET moves = (
  SELECT count(*) FROM appointment_history
  WHERE appointment_id = appointment.id
    AND from_status IN ('pending', 'scheduled') AND to_status IN ('pending', 'scheduled')
    AND NOT (from_status = 'pending' AND to_status = 'scheduled'));

-- Nobody is named where the system made the change.
CREATE TABLE appointment_change (
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  position       INTEGER NOT NULL,
  from_status    TEXT,
  to_status      TEXT NOT NULL,
  changed_by     TEXT,
  changed_at     INTEGER NOT NULL,
  reason         TEXT,
  PRIMARY KEY (appointment_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO appointment_change SELECT * FROM appointment_history;
DROP TABLE appointment_history;

-- Pending appointments whose start has come, without a look at the others.
CREATE INDEX pending_appointment ON appointment (starts_at, id) WHERE status = 'pending';
