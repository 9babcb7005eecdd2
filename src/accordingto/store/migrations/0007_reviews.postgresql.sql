-- Numbered as judgements are.
CREATE TRIGGER reviews_are_numbered BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION number_line()
