-- Reference data that actors are linked to: 'build --reference'.
CREATE TABLE reference_entities (
  id TEXT NOT NULL,
  caption TEXT NOT NULL,
  schema TEXT NOT NULL,
  names TEXT NOT NULL,
  weak_names TEXT NOT NULL,
  countries TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE actor_references (
  actor TEXT NOT NULL,
  entity TEXT NOT NULL,
  caption TEXT NOT NULL,
  schema TEXT NOT NULL,
  score FLOAT NOT NULL,
  reasons TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (actor),
  FOREIGN KEY(actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED
);
