-- The languages that doctors speak: their tags in each doctor's order, with a space between them.
ALTER TABLE doctor ADD COLUMN languages TEXT NOT NULL DEFAULT '';

-- The directory of one language, in each of its orders: who speaks it, with what a search compares.
CREATE TABLE doctor_of_language (
  language        TEXT NOT NULL,
  id              TEXT NOT NULL REFERENCES doctor (id),
  listed          INTEGER NOT NULL,
  experience      INTEGER NOT NULL,
  rating_average  INTEGER NOT NULL,
  rating_count    INTEGER NOT NULL,
  name_folded     TEXT NOT NULL,
  next_free_at    INTEGER NOT NULL,
  PRIMARY KEY (id, language)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_by_name ON doctor_of_language (listed, language, name_folded, id);
CREATE INDEX speaker_by_rating
  ON doctor_of_language (listed, language, rating_average, rating_count, id);
CREATE INDEX speaker_by_experience ON doctor_of_language (listed, language, experience, id);
CREATE INDEX speaker_by_next_free
  ON doctor_of_language (listed, language, next_free_at, name_folded, id);

CREATE TRIGGER doctor_of_language_follows_doctor
AFTER UPDATE OF listed, experience, rating_sum, rating_count, name_folded, next_free_at ON doctor
BEGIN
  UPDATE doctor_of_language
  SET listed = NEW.listed, experience = NEW.experience, rating_average = NEW.rating_average,
    rating_count = NEW.rating_count, name_folded = NEW.name_folded, next_free_at = NEW.next_free_at
  WHERE id = NEW.id AND (listed, experience, rating_average, rating_count, name_folded, next_free_at)
    <> (NEW.listed, NEW.experience, NEW.rating_average, NEW.rating_count, NEW.name_folded,
      NEW.next_free_at);
END;
