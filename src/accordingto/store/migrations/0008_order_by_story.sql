-- Which story a question belongs to, beside its place in the order.
ALTER TABLE question_order ADD COLUMN story TEXT;
CREATE INDEX question_order_story ON question_order (story, position);
CREATE INDEX story_documents_document ON story_documents (document);
UPDATE question_order SET story = (
  SELECT min(d.story)
  FROM answer_claims AS ac
  JOIN claims AS c ON c.id = ac.claim
  JOIN attributions AS t ON t.id = c.attribution
  JOIN story_documents AS d ON d.document = t.document
  WHERE ac.question = question_order.question
);
