-- How the bytes of each document were got, and which documents revise earlier ones of the same address.
CREATE TABLE captures (
  number INTEGER NOT NULL,
  document TEXT NOT NULL,
  digest TEXT NOT NULL,
  length INTEGER NOT NULL,
  form TEXT NOT NULL,
  channel TEXT NOT NULL,
  place TEXT NOT NULL,
  text_digest TEXT NOT NULL,
  rules TEXT NOT NULL,
  address TEXT,
  time TEXT,
  record TEXT,
  payload TEXT,
  headers TEXT NOT NULL,
  kept BOOLEAN NOT NULL,
  PRIMARY KEY (number)
);
CREATE INDEX captures_document ON captures (document);
CREATE TABLE revisions (
  document TEXT NOT NULL,
  earlier TEXT NOT NULL,
  address TEXT NOT NULL,
  known_by TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(earlier) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
