-- What admins have decided about accounts. Doctors from before count as approved.
ALTER TABLE account ADD COLUMN approval TEXT NOT NULL DEFAULT 'not_required';
ALTER TABLE account ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;

-- How admins find accounts: the newest first, of one role or state, or by words.
CREATE INDEX account_by_age ON account (created_at, id);
CREATE INDEX account_of_role ON account (role, created_at, id);
CREATE INDEX account_by_approval ON account (approval, created_at, id);
CREATE INDEX disabled_account ON account (created_at, id) WHERE disabled = 1;

-- The folded words of name and e-mail address; their beginnings are searched for.
CREATE TABLE account_search_word (
  account_id TEXT NOT NULL REFERENCES account (id),
  word       TEXT NOT NULL,
  PRIMARY KEY (account_id, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_by_word ON account_search_word (word, account_id);

-- What the account's standing means for the directory, which walks past no hidden doctor.
ALTER TABLE doctor ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
ALTER TABLE doctor ADD COLUMN verified INTEGER NOT NULL DEFAULT 0;
DROP INDEX doctor_by_name;
DROP INDEX doctor_by_rating;
DROP INDEX doctor_by_experience;
DROP INDEX specialist_by_name;
DROP INDEX specialist_by_rating;
DROP INDEX specialist_by_experience;
CREATE INDEX doctor_by_name ON doctor (listed, name_folded, id);
CREATE INDEX doctor_by_rating ON doctor (listed, rating_average, rating_count, id);
CREATE INDEX doctor_by_experience ON doctor (listed, experience, id);
CREATE INDEX specialist_by_name ON doctor (listed, specialization_folded, name_folded, id);
CREATE INDEX specialist_by_rating
  ON doctor (listed, specialization_folded, rating_average, rating_count, id);
CREATE INDEX specialist_by_experience ON doctor (listed, specialization_folded, experience, id);
