-- The visits of two people with each other, for either of them.
CREATE INDEX visit_of_pair ON appointment (doctor_id, patient_id, starts_at, id);
