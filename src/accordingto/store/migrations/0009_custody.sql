-- How the bytes of each document were got.
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
  asked TEXT,
  time TEXT,
  record TEXT,
  payload TEXT,
  headers TEXT NOT NULL,
  kept BOOLEAN NOT NULL,
  PRIMARY KEY (number)
);
CREATE INDEX captures_document ON captures (document);
