"""Outlets that no list has, known by the shape of their names where somebody 'told' them: 'told the Orlec Herald'."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.model.document import Span
from accordingto.text.phrases import begins_with, join_phrases, words

RULE = "lineage.told-unlisted.v1"


def find_unlisted(text: str, known: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, str]]]:
    """Names of outlets with the credit that each stands in and its rule; what is known already is left out.

    Only words of telling make a name an outlet here: 'told NY1', never 'NY1 is a street'.
    """
    for credit in _told().finditer(text):
        name = Span(*credit.span("name"))
        if not any(name.overlaps(each) for each in known):
            yield name, (Span(credit.start(), name.end), RULE)


@cache
def _told() -> re.Pattern[str]:
    """'told the Orlec Herald', 'described it to KXRN': a paper's word in the name, or a station's letters."""
    cue = join_phrases(words("credits", "told_outlet"))
    paper = (
        rf"(?:[A-Z][\w&.’'-]*\s){{1,3}}(?:{join_phrases(words('credits', 'outlet_words'))})(?:\s(?:of|de)\s[A-Z]\w+)?"
    )
    station = r"[KW][A-Z]{3}(?:-(?:TV|FM|AM))?|[A-Z]{2,4}\d{1,2}|(?:Channel|Radio|TV|Canal)\s[A-Z0-9]\w*"
    before = r"(?:(?i:the|local|station|newspaper|broadcaster)\s){0,3}"
    begins = begins_with(words("credits", "told_outlet"))
    return re.compile(rf"\b{begins}(?i:{cue})\s{before}(?P<name>{station}|{paper})(?![\w@-]|\s[A-Z])")
