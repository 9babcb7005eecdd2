-- What the documents tell of: 'build' groups them before anything is compared.
CREATE TABLE stories (
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  days_start TEXT,
  days_end TEXT,
  places TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (id)
);
CREATE TABLE story_documents (
  story TEXT NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (story, position),
  FOREIGN KEY(story) REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
