-- The same claimer's quoted words, given differently in two documents.
CREATE TABLE variants (
  attribution TEXT NOT NULL,
  position INTEGER NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  other TEXT NOT NULL,
  other_begins INTEGER NOT NULL,
  other_ends INTEGER NOT NULL,
  likeness FLOAT NOT NULL,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (attribution, position),
  FOREIGN KEY(attribution) REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(other) REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED
);
