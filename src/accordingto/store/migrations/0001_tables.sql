-- Every table of the first ledger. Frozen: a later change is a later file.
CREATE TABLE actors (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  described BOOLEAN NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE documents (
  id TEXT NOT NULL,
  uri TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  title TEXT,
  author TEXT,
  language TEXT,
  published_start TEXT,
  published_end TEXT,
  published_basis TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE events (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  date_start TEXT,
  date_end TEXT,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (id)
);
CREATE TABLE judgements (
  number INTEGER NOT NULL,
  left_key TEXT NOT NULL,
  right_key TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score FLOAT NOT NULL,
  reasons TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  made TEXT,
  PRIMARY KEY (number)
);
CREATE TABLE meta (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name)
);
CREATE TABLE origins (
  id TEXT NOT NULL,
  outlet TEXT,
  PRIMARY KEY (id)
);
CREATE TABLE actor_names (
  actor TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (actor, position),
  FOREIGN KEY(actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE affiliations (
  actor TEXT NOT NULL,
  position INTEGER NOT NULL,
  other TEXT NOT NULL,
  document TEXT,
  begins INTEGER,
  ends INTEGER,
  rule TEXT NOT NULL,
  PRIMARY KEY (actor, position),
  FOREIGN KEY(actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(other) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE attributions (
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  claimer TEXT,
  claimer_settled BOOLEAN NOT NULL,
  form TEXT NOT NULL,
  stance TEXT NOT NULL,
  hedged BOOLEAN NOT NULL,
  parent TEXT,
  score FLOAT NOT NULL,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (id),
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(claimer) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(parent) REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX attributions_parent ON attributions (parent);
CREATE TABLE derivations (
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  source TEXT,
  outlet TEXT,
  kind TEXT NOT NULL,
  whole BOOLEAN NOT NULL,
  begins INTEGER,
  ends INTEGER,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (position),
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE issues (
  position INTEGER NOT NULL,
  document TEXT,
  stage TEXT NOT NULL,
  message TEXT NOT NULL,
  while_reading BOOLEAN NOT NULL,
  PRIMARY KEY (position),
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE mentions (
  actor TEXT NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  text TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (actor, position),
  FOREIGN KEY(actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE origin_documents (
  origin TEXT NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (origin, position),
  FOREIGN KEY(origin) REFERENCES origins (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE participants (
  event TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (event, position),
  FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE places (
  event TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  geonames INTEGER,
  latitude FLOAT,
  longitude FLOAT,
  country TEXT,
  region TEXT,
  PRIMARY KEY (event, position),
  FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE questions (
  id TEXT NOT NULL,
  event TEXT,
  actor TEXT,
  attribute TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (id),
  FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE readings (
  document TEXT NOT NULL,
  model TEXT NOT NULL,
  rules TEXT NOT NULL,
  parse BLOB NOT NULL,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE segments (
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  zone TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (document, position),
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE answers (
  question TEXT NOT NULL,
  position INTEGER NOT NULL,
  value_kind TEXT NOT NULL,
  number_low INTEGER,
  number_high INTEGER,
  date_start TEXT,
  date_end TEXT,
  value_actor TEXT,
  value_place TEXT,
  value_text TEXT,
  scope_who TEXT,
  scope_place TEXT,
  as_of_start TEXT,
  as_of_end TEXT,
  origins INTEGER NOT NULL,
  PRIMARY KEY (question, position),
  FOREIGN KEY(question) REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(value_actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE attribution_spans (
  attribution TEXT NOT NULL,
  part TEXT NOT NULL,
  position INTEGER NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  PRIMARY KEY (attribution, part, position),
  FOREIGN KEY(attribution) REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE attribution_via (
  attribution TEXT NOT NULL,
  position INTEGER NOT NULL,
  relay TEXT NOT NULL,
  PRIMARY KEY (attribution, position),
  FOREIGN KEY(attribution) REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE claims (
  id TEXT NOT NULL,
  attribution TEXT NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  event TEXT,
  actor TEXT,
  attribute TEXT NOT NULL,
  value_kind TEXT NOT NULL,
  number_low INTEGER,
  number_high INTEGER,
  date_start TEXT,
  date_end TEXT,
  value_actor TEXT,
  value_place TEXT,
  value_text TEXT,
  scope_who TEXT,
  scope_place TEXT,
  as_of_start TEXT,
  as_of_end TEXT,
  stance TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_inputs TEXT,
  rule_note TEXT,
  PRIMARY KEY (id),
  FOREIGN KEY(attribution) REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(value_actor) REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE event_mentions (
  event TEXT NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  trigger_begins INTEGER NOT NULL,
  trigger_ends INTEGER NOT NULL,
  attribution TEXT,
  PRIMARY KEY (event, position),
  FOREIGN KEY(event) REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(attribution) REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE answer_claims (
  question TEXT NOT NULL,
  answer INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL,
  PRIMARY KEY (question, answer, position),
  FOREIGN KEY(question) REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(claim) REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE claim_supersedes (
  claim TEXT NOT NULL,
  position INTEGER NOT NULL,
  superseded TEXT NOT NULL,
  PRIMARY KEY (claim, position),
  FOREIGN KEY(claim) REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(superseded) REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED
);
