-- Lines are numbered without gaps, as SQLite does it; only one writer works at a time.
CREATE FUNCTION number_line() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number IS NULL THEN
    EXECUTE 'SELECT coalesce(max(number), 0) + 1 FROM ' || TG_RELID::regclass INTO NEW.number;
  END IF;
  RETURN NEW;
END $$

CREATE TRIGGER judgements_are_numbered BEFORE INSERT ON judgements FOR EACH ROW EXECUTE FUNCTION number_line()
