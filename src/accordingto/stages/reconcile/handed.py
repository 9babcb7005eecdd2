"""Whose figure a sentence hands on: 'Vardany raised the number of dead to 14', '41 had died, citing the Red Aid'.

The passage is the report's, or somebody else's; the figure is theirs whom the words name.
"""

import re
from collections.abc import Iterable
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.actor import Actor
from accordingto.model.claim import Claim, NumberValue
from accordingto.model.document import Document, Span

# How far behind a figure 'citing the Red Aid' may begin, and how long the name may be.
REACH, LONGEST_NAME = 160, 80
# How far before a figure its sentence may begin.
LONGEST_SENTENCE = 400
_SENTENCE_END = re.compile(r"\n|(?<=[.!?])\s")


class Handed:
    """Looks up, by the words of its sentence alone, whose figure is told; a ledger is read without its grammar."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._mentions: dict[str, list[tuple[Span, str]]] = {}
        for actor in actors:
            for mention in actor.mentions:
                self._mentions.setdefault(mention.document, []).append((mention.span, actor.id))

    def giver(self, claim: Claim, document: Document) -> str | None:
        """The actor whose figure it is: the first that the sentence names before it raises the number to so many."""
        if not isinstance(claim.value, NumberValue):
            return None
        start = find_sentence_start(document.text, claim.evidence.start)
        verb = _putting().search(document.text, start, claim.evidence.end)
        if verb is None:
            return None
        before = (
            (span, actor)
            for span, actor in self._mentions.get(document.id, ())
            if start <= span.start and span.end <= verb.start()
        )
        return min(before, default=(None, None))[1]


def find_sentence_start(text: str, at: int) -> int:
    """Where the sentence of a place begins, as far as marks tell."""
    first = max(0, at - LONGEST_SENTENCE)
    return max((found.end() for found in _SENTENCE_END.finditer(text, first, at)), default=first)


def is_one_sentence(text: str, left: Span, right: Span) -> bool:
    """Whether two places stand in one sentence, as far as marks tell."""
    first, last = sorted((left, right))
    return _SENTENCE_END.search(text, min(first.end, last.start), last.start) is None


def find_cited(claim: Claim, document: Document) -> str:
    """What stands behind 'citing' in the rest of a claim's sentence, in small letters; '' where nobody is cited."""
    rest = _SENTENCE_END.split(document.text[claim.evidence.end : claim.evidence.end + REACH])[0].casefold()
    found = _citing().search(rest)
    return "" if found is None else rest[found.end() : found.end() + LONGEST_NAME]


def is_cited_after(cited: str, names: Iterable[str]) -> bool:
    """Whether words behind 'citing' have one of these names."""
    known = (name.casefold() for name in names if name) if cited else ()
    return any(re.search(rf"\b{re.escape(name)}\b", cited) for name in known)


@cache
def _putting() -> re.Pattern[str]:
    """'Raised the number', 'put its latest toll'."""
    verbs, figures = ("|".join(map(re.escape, sorted(_words(name)))) for name in ("putting", "figures"))
    return re.compile(rf"\b(?:{verbs})\s+(?:the|its|their|a)\s+(?:\w+\s+){{0,3}}(?:{figures})\b", re.IGNORECASE)


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(_words("citing")))) + r")\b")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("en", "corrections")[name])
