-- Numbered as judgements are.
CREATE TRIGGER captures_are_numbered BEFORE INSERT ON captures FOR EACH ROW EXECUTE FUNCTION number_line()
