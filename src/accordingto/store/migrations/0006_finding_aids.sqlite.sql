-- Full-text search with FTS5: the documents by triggers, the names as they are written.
CREATE VIRTUAL TABLE search_name_words USING fts5 (
  name, content = 'search_names', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE VIRTUAL TABLE search_texts USING fts5 (
  title, text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_are_searched AFTER INSERT ON documents
BEGIN
  INSERT INTO search_documents (document) VALUES (NEW.id);
  INSERT INTO search_texts (rowid, title, text)
  SELECT number, coalesce(NEW.title, ''), NEW.text FROM search_documents WHERE document = NEW.id;
END;
CREATE TRIGGER documents_are_forgotten BEFORE DELETE ON documents
BEGIN
  INSERT INTO search_texts (search_texts, rowid, title, text)
  SELECT 'delete', number, coalesce(OLD.title, ''), OLD.text FROM search_documents WHERE document = OLD.id;
  DELETE FROM search_documents WHERE document = OLD.id;
END;
INSERT INTO search_documents (document) SELECT id FROM documents;
INSERT INTO search_texts (rowid, title, text)
SELECT search_documents.number, coalesce(documents.title, ''), documents.text
FROM search_documents JOIN documents ON documents.id = search_documents.document;
INSERT INTO search_name_words (search_name_words) VALUES ('rebuild');
