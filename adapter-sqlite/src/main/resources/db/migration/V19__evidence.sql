-- What doctors show admins in order to be approved: a licence number, and images of documents.
CREATE TABLE evidence (
  doctor_id      TEXT PRIMARY KEY NOT NULL REFERENCES doctor (id),
  licence_number TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_document (
  doctor_id TEXT NOT NULL REFERENCES doctor (id),
  position  INTEGER NOT NULL,
  media_id  TEXT NOT NULL,
  PRIMARY KEY (doctor_id, position)
) STRICT, WITHOUT ROWID;

-- Nobody but the owner and admins sees these images.
ALTER TABLE media ADD COLUMN document INTEGER NOT NULL DEFAULT 0;
