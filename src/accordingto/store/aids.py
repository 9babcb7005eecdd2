"""What is made from a ledger's lines so that its pages are found at once: the questions' order, the names to search.

Documents are taken into the full-text index by triggers of the database, one by one.
"""

from sqlalchemy import Connection

from accordingto.store.dialects.search import search_of

# The order in which a reader should meet questions; the same as in ``query.ask``.
_ORDER = """
INSERT INTO question_order (position, question, story)
SELECT row_number() OVER (
  ORDER BY
    CASE q.status WHEN 'contested' THEN 0 WHEN 'unverified' THEN 1 WHEN 'agreed' THEN 2 ELSE 3 END,
    coalesce(o.origins, 0) DESC, coalesce(c.claims, 0) DESC, q.id
), q.id, w.story
FROM questions AS q
LEFT JOIN (SELECT question, sum(origins) AS origins FROM answers GROUP BY question) AS o ON o.question = q.id
LEFT JOIN (SELECT question, count(*) AS claims FROM answer_claims GROUP BY question) AS c ON c.question = q.id
LEFT JOIN (
  SELECT ac.question, min(d.story) AS story
  FROM answer_claims AS ac
  JOIN claims ON claims.id = ac.claim
  JOIN attributions AS t ON t.id = claims.attribution
  JOIN story_documents AS d ON d.document = t.document
  GROUP BY ac.question
) AS w ON w.question = q.id
"""

_NAMES = """
INSERT INTO search_names (number, kind, line, name)
SELECT row_number() OVER (ORDER BY kind, line, name), kind, line, name FROM (
  SELECT 'actor' AS kind, actor AS line, name FROM actor_names
  UNION SELECT 'actor', id, name FROM actors
  UNION ALL SELECT 'event', id, label FROM events
) AS named
"""


def make_finding_aids(connection: Connection) -> None:
    """Write the questions' order and the names anew; the tables are empty."""
    connection.exec_driver_sql(_ORDER)
    make_names(connection)


def make_names(connection: Connection) -> None:
    """Write the names anew; their table is empty."""
    connection.exec_driver_sql(_NAMES)
    for statement in search_of(connection).renew_names:
        connection.exec_driver_sql(statement)
