-- Persons' judgements cannot be undone in SQL. Statements are separated by empty lines.
CREATE FUNCTION keep_judgements_of_persons() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a judgement of a person is never deleted or changed; a later one overrules it';
END $$

CREATE TRIGGER judgements_of_persons_stay BEFORE DELETE OR UPDATE ON judgements
FOR EACH ROW WHEN (OLD.made IS NOT NULL) EXECUTE FUNCTION keep_judgements_of_persons()
