"""Whose figure a sentence hands on: 'Vardany raised the number of dead to 14', '41 had died, citing the Red Aid'.

The passage is the report's, or somebody else's; the figure is theirs whom the words name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.actor import Actor
from accordingto.model.claim import Claim, NumberValue
from accordingto.model.document import Document, Span
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse, Token

SUBJECTS = frozenset({"nsubj"})
# How far behind a figure 'citing the Red Aid' may begin, and how long the name may be.
REACH, LONGEST_NAME = 160, 80


class Handed:
    """Looks up, sentence by sentence, whose figure is told."""

    def __init__(self, readings: Sequence[Reading], actors: Iterable[Actor]) -> None:
        self._parses = {reading.document.id: reading.parse for reading in readings}
        mentions = sorted((mention.document, mention.span, actor.id) for actor in actors for mention in actor.mentions)
        self._by_document: dict[str, list[tuple[Span, str]]] = {}
        for document, span, actor in mentions:
            self._by_document.setdefault(document, []).append((span, actor))

    def giver(self, claim: Claim, document: Document) -> str | None:
        """The actor whose figure it is: the subject of the verb that puts the number at, or raises it to, so many."""
        parse = self._parses.get(document.id)
        if parse is None or not isinstance(claim.value, NumberValue):
            return None
        for token in parse.covered(claim.evidence):
            verb = parse.tokens[token.head]
            if token.lemma in _words("figures") and verb.lemma in _words("putting") and token.dep == "dobj":
                return self._subject(parse, verb, document)
        return None

    def _subject(self, parse: Parse, verb: Token, document: Document) -> str | None:
        for child in parse.children[verb.index]:
            subject = parse.tokens[child]
            if subject.dep in SUBJECTS:
                inside = (
                    (span.end - span.start, actor)
                    for span, actor in self._by_document.get(document.id, ())
                    if span.contains(Span(subject.start, subject.end))
                )
                return min(inside, default=(0, None))[1]
        return None


def is_cited_after(claim: Claim, document: Document, names: Iterable[str]) -> bool:
    """Whether the rest of the claim's sentence says that it has its figure from one of these names."""
    rest = re.split(r"\n|(?<=[.!?])\s", document.text[claim.evidence.end : claim.evidence.end + REACH])[0].casefold()
    found = _citing().search(rest)
    behind = "" if found is None else rest[found.end() : found.end() + LONGEST_NAME]
    return any(re.search(rf"\b{re.escape(name.casefold())}\b", behind) for name in names if name)


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(_words("citing")))) + r")\b")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("en", "corrections")[name])
