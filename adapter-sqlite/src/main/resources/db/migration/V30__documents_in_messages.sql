-- A message has a file: an image, or a document with a name.
ALTER TABLE message RENAME COLUMN image_id TO file_id;
ALTER TABLE message ADD COLUMN document_name TEXT;
ALTER TABLE message ADD COLUMN document_bytes INTEGER;
