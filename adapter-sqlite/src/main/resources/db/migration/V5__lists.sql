-- One status of a person's visits, in order, without a look at the others.
CREATE INDEX doctor_visit_by_status ON appointment (doctor_id, status, starts_at, id);
CREATE INDEX patient_visit_by_status ON appointment (patient_id, status, starts_at, id);

-- The directory of one specialization, in each of its orders.
CREATE INDEX specialist_by_name ON doctor (specialization_folded, name_folded, id);
CREATE INDEX specialist_by_rating
  ON doctor (specialization_folded, rating_average, rating_count, id);
CREATE INDEX specialist_by_experience ON doctor (specialization_folded, experience, id);

-- SQLite uses a partial index only when the condition follows word by word, which it did not.
DROP INDEX media_not_attached;
CREATE INDEX media_by_state ON media (state, created_at, id);
