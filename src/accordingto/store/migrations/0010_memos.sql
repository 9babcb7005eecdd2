-- What comparing worked out of single documents and stories, so that the next build need not do it again.
CREATE TABLE memos (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  made BLOB NOT NULL,
  PRIMARY KEY (kind, name)
);
