-- When each doctor is free next, as it was last computed, for the directory's order: in the year 9999
-- if never. Every doctor is due at first.
ALTER TABLE doctor ADD COLUMN next_free_at INTEGER NOT NULL DEFAULT 253402300799999;
ALTER TABLE doctor ADD COLUMN next_free_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE doctor ADD COLUMN next_free_changes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX doctor_by_next_free ON doctor (listed, next_free_at, name_folded, id);
CREATE INDEX specialist_by_next_free
  ON doctor (listed, specialization_folded, next_free_at, name_folded, id);
CREATE INDEX next_free_due ON doctor (next_free_due, id);
