-- What a person wants to see who opens the ledger with a program for databases.
CREATE VIEW who_says_what AS
SELECT
  questions.id AS question,
  questions.status AS status,
  coalesce(events.label, subjects.name) AS subject,
  claims.attribute AS attribute,
  CASE claims.value_kind
    WHEN 'number' THEN
      CASE
        WHEN claims.number_low = claims.number_high THEN CAST(claims.number_low AS TEXT)
        ELSE coalesce(CAST(claims.number_low AS TEXT), '') || '-' || coalesce(CAST(claims.number_high AS TEXT), '')
      END
    WHEN 'date' THEN claims.date_start || '/' || claims.date_end
    WHEN 'actor' THEN valued.name
    WHEN 'place' THEN claims.value_place
    ELSE claims.value_text
  END AS value,
  claims.scope_who AS who_is_counted,
  claims.stance AS stance,
  claimers.name AS claimer,
  substr(documents.text, claims.begins + 1, claims.ends - claims.begins) AS words,
  documents.outlet AS outlet,
  documents.published_start AS published,
  documents.uri AS uri,
  claims.id AS claim
FROM claims
JOIN attributions ON attributions.id = claims.attribution
JOIN documents ON documents.id = attributions.document
LEFT JOIN actors AS claimers ON claimers.id = attributions.claimer
LEFT JOIN actors AS valued ON valued.id = claims.value_actor
LEFT JOIN actors AS subjects ON subjects.id = claims.actor
LEFT JOIN events ON events.id = claims.event
LEFT JOIN answer_claims ON answer_claims.claim = claims.id
LEFT JOIN questions ON questions.id = answer_claims.question
ORDER BY questions.status, subject, claims.attribute, claims.number_low, value;
