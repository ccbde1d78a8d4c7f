-- Whether appointments of an erased account may still be there, to be removed after the retention.
ALTER TABLE account ADD COLUMN retention_ended INTEGER NOT NULL DEFAULT 0;
CREATE INDEX retained_account ON account (erased_at, id)
  WHERE erased_at IS NOT NULL AND retention_ended = 0;

-- Each removal of an appointment looks for keys that refer to it.
CREATE INDEX idempotency_key_of_appointment ON idempotency_key (appointment_id);
