-- Full-text search with tsvector: words without accents and case, of any script; those of texts by their English stems.
CREATE TEXT SEARCH DICTIONARY search_stems (TEMPLATE = snowball, LANGUAGE = english)

CREATE TEXT SEARCH CONFIGURATION search_english (COPY = pg_catalog.simple)

ALTER TEXT SEARCH CONFIGURATION search_english ALTER MAPPING FOR asciiword, word, numword WITH search_stems

-- Punctuation goes, or PostgreSQL would take 'and/or' for a path and 'a.b' for a host.
CREATE FUNCTION search_fold(words TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
SELECT regexp_replace(
  regexp_replace(lower(normalize(words, NFD) COLLATE "default"), '[\u0300-\u036f]+', '', 'g'),
  '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u3000-\u303f]+',
  ' ', 'g')
$$

-- A text of a million different words is too long for PostgreSQL; its beginning is found.
CREATE FUNCTION search_words(configuration REGCONFIG, words TEXT) RETURNS TSVECTOR LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN to_tsvector(configuration, search_fold(words));
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN to_tsvector(configuration, left(search_fold(words), 100000));
END $$

ALTER FUNCTION search_words SET search_path FROM CURRENT

CREATE TABLE search_name_words (number INTEGER NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)

CREATE INDEX search_name_words_words ON search_name_words USING gin (words)

CREATE TABLE search_texts (number INTEGER NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)

CREATE INDEX search_texts_words ON search_texts USING gin (words)

CREATE TRIGGER search_documents_are_numbered BEFORE INSERT ON search_documents
FOR EACH ROW EXECUTE FUNCTION number_line()

CREATE FUNCTION search_document() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_documents (document) VALUES (NEW.id);
  INSERT INTO search_texts (number, words)
  SELECT number,
    setweight(search_words('search_english', coalesce(NEW.title, '')), 'A')
    || search_words('search_english', NEW.text)
  FROM search_documents WHERE document = NEW.id;
  RETURN NEW;
END $$

ALTER FUNCTION search_document SET search_path FROM CURRENT

CREATE FUNCTION forget_document() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_texts WHERE number IN (SELECT number FROM search_documents WHERE document = OLD.id);
  DELETE FROM search_documents WHERE document = OLD.id;
  RETURN OLD;
END $$

ALTER FUNCTION forget_document SET search_path FROM CURRENT

CREATE TRIGGER documents_are_searched AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION search_document()

CREATE TRIGGER documents_are_forgotten BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION forget_document()
