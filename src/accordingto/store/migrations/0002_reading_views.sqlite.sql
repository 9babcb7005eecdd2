-- Persons' judgements cannot be undone in SQL.
CREATE TRIGGER judgements_of_persons_stay BEFORE DELETE ON judgements WHEN OLD.made IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a judgement of a person is never deleted; a later one overrules it'); END;
CREATE TRIGGER judgements_of_persons_stand BEFORE UPDATE ON judgements WHEN OLD.made IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a judgement of a person is never changed; a later one overrules it'); END;
