-- A record is removed together with its lines in the lists of both people.
CREATE INDEX call_log_by_call ON call_log (call_id);
