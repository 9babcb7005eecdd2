"""Until when a figure counts: 'had put the toll at nine on Tuesday', 'said in September', 'as of Friday'.

Only a day before the report's own is kept. The day of the deed itself ('killed on Tuesday') is none of this.
"""

import re

from accordingto.model.attribution import Attribution
from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.parse import Token
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.words import load_attributes

_AS_OF = re.compile(r"\b(?:as of|as at|by|until|up to)\s+(?:(?:early|late|mid)\s+)?$", re.IGNORECASE)
# A vaguer date than a month says too little to order figures by.
LONGEST = 31


def find_as_of(page: Page, attribution: Attribution, predicate: Token) -> DateRange | None:
    """The day until which a count is given, where the words name one before the report's own."""
    published = page.reading.document.published
    if published is None:
        return None
    sentence = page.parse.sentences[predicate.sentence]
    saying = {token.index for span in attribution.cue for token in page.parse.covered(span)}
    if not _happens(predicate):
        saying.add(predicate.index)
    for span, days in page.dates_in(Span(sentence.start, sentence.end)):
        earlier = days.end < published.date.start and days.days <= LONGEST
        if earlier and (_verb_before(page, span) in saying or _AS_OF.search(page.text[sentence.start : span.start])):
            return days
    return None


def _happens(predicate: Token) -> bool:
    """Whether the word says what happened, so that its date is the deed's: 'killed on Tuesday'."""
    words = load_attributes()
    return any(predicate.lemma in table for table in (words.done_to, words.does, words.of, words.phrases))


def _verb_before(page: Page, span: Span) -> int | None:
    """The first verb above a date expression that follows it; dates at the head of a sentence are the deed's."""
    for token in page.parse.covered(span)[:1]:
        for at in page.parse.ancestors(token.index):
            if page.parse.tokens[at].pos in {"VERB", "AUX"}:
                return at if page.parse.tokens[at].start < span.start else None
    return None
