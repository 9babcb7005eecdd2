-- Pages of large ledgers are found at once: indexes, the questions in order, and full-text search.
CREATE INDEX attributions_document ON attributions (document, position);
CREATE INDEX attributions_claimer ON attributions (claimer, document);
CREATE INDEX attribution_via_relay ON attribution_via (relay);
CREATE INDEX claims_attribution ON claims (attribution);
CREATE INDEX claims_event ON claims (event);
CREATE INDEX claims_actor ON claims (actor);
CREATE INDEX claims_value_actor ON claims (value_actor);
CREATE INDEX answer_claims_claim ON answer_claims (claim);
CREATE INDEX answers_value_actor ON answers (value_actor);
CREATE INDEX claim_supersedes_superseded ON claim_supersedes (superseded);
CREATE INDEX questions_status ON questions (status);
CREATE INDEX questions_event ON questions (event);
CREATE INDEX questions_actor ON questions (actor);
CREATE INDEX mentions_document ON mentions (document, begins);
CREATE INDEX event_mentions_document ON event_mentions (document, begins);
CREATE INDEX event_mentions_attribution ON event_mentions (attribution);
CREATE INDEX events_date ON events (date_start, id);
CREATE INDEX places_point ON places (latitude, longitude);
CREATE INDEX participants_actor ON participants (actor);
CREATE INDEX affiliations_other ON affiliations (other);
CREATE INDEX affiliations_document ON affiliations (document);
CREATE INDEX derivations_document ON derivations (document);
CREATE INDEX derivations_source ON derivations (source);
CREATE INDEX origin_documents_document ON origin_documents (document);
CREATE INDEX variants_other ON variants (other);
CREATE INDEX issues_document ON issues (document);
CREATE INDEX judgements_left ON judgements (left_key);
CREATE INDEX judgements_right ON judgements (right_key);
CREATE INDEX documents_published ON documents (published_start, id);
CREATE INDEX documents_outlet ON documents (outlet);
CREATE TABLE question_order (
  position INTEGER NOT NULL,
  question TEXT NOT NULL,
  PRIMARY KEY (position),
  FOREIGN KEY(question) REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX question_order_question ON question_order (question);
CREATE TABLE search_names (
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  line TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (number)
);
CREATE TABLE search_documents (
  number INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (number)
);
CREATE UNIQUE INDEX search_documents_document ON search_documents (document);
INSERT INTO question_order (position, question)
SELECT row_number() OVER (
  ORDER BY
    CASE q.status WHEN 'contested' THEN 0 WHEN 'unverified' THEN 1 WHEN 'agreed' THEN 2 ELSE 3 END,
    coalesce(o.origins, 0) DESC, coalesce(c.claims, 0) DESC, q.id
), q.id
FROM questions AS q
LEFT JOIN (SELECT question, sum(origins) AS origins FROM answers GROUP BY question) AS o ON o.question = q.id
LEFT JOIN (SELECT question, count(*) AS claims FROM answer_claims GROUP BY question) AS c ON c.question = q.id;
INSERT INTO search_names (number, kind, line, name)
SELECT row_number() OVER (ORDER BY kind, line, name), kind, line, name FROM (
  SELECT 'actor' AS kind, actor AS line, name FROM actor_names
  UNION SELECT 'actor', id, name FROM actors
  UNION ALL SELECT 'event', id, label FROM events
) AS named;
