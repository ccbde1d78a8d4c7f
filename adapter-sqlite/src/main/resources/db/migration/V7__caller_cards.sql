-- What ringing devices show of the caller; there while it rings.
ALTER TABLE kept_call ADD COLUMN caller_name TEXT;
ALTER TABLE kept_call ADD COLUMN caller_avatar TEXT;
ALTER TABLE kept_call ADD COLUMN caller_role TEXT;
UPDATE kept_call SET (caller_name, caller_avatar, caller_role) = (
  SELECT name, avatar, role FROM call_record JOIN account ON account.id = caller_id
  WHERE call_record.id = call_id)
WHERE ring_until IS NOT NULL;

-- When patients can ring.
ALTER TABLE doctor ADD COLUMN calls_anytime INTEGER NOT NULL DEFAULT 0;
ALTER TABLE doctor ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0;
