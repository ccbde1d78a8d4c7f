-- What brings a live call back after a restart. It is deleted when the call ends.
-- The callee has said nothing yet, and there is a time to ring until, while it rings.
CREATE TABLE kept_call (
  call_id            TEXT PRIMARY KEY NOT NULL REFERENCES call_record (id),
  caller_description TEXT NOT NULL,
  callee_description TEXT,
  ring_until         INTEGER,
  rung               INTEGER NOT NULL
) STRICT;

-- Calls that were live before this was kept cannot come back. When they were lost is unknown: they
-- end when they were last heard of.
UPDATE call_record SET state = 'ended', end_reason = 'lost',
  ended_at = coalesce(answered_at, started_at)
WHERE id IN (SELECT call_id FROM live_call);
INSERT INTO call_log (account_id, started_at, call_id)
SELECT account_id, started_at, call_id FROM live_call JOIN call_record ON call_record.id = call_id;
DELETE FROM live_call;
