-- What persons say of claims, events and derivations, and what the rules had said of them.
CREATE TABLE reviews (
  number INTEGER NOT NULL,
  act TEXT NOT NULL,
  person TEXT NOT NULL,
  made TEXT NOT NULL,
  reason TEXT NOT NULL,
  said TEXT NOT NULL,
  undoes INTEGER,
  moved INTEGER,
  PRIMARY KEY (number)
);
CREATE TABLE overruled (
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (kind, position)
);
