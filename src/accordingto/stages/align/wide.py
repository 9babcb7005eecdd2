"""Words that tell of several towns at once, or only of what the news is measured by."""

import re
from collections.abc import Sequence
from itertools import pairwise

from accordingto.model.document import Span
from accordingto.model.parse import Parse
from accordingto.stages.align.families import Words
from accordingto.stages.align.tellings import Telling
from accordingto.stages.align.triggers import Trigger

# 'X, Y and Z': what stands between names that are strung together.
BETWEEN = 6
_AND_NAME = re.compile(r",? and [A-Z]")
PLURAL = frozenset({"NNS", "NNPS"})
NUMBERED = frozenset({"nummod", "amod"})


def is_strung(text: str, spans: Sequence[Span]) -> bool:
    """Whether places are strung together by 'and': words for several events, or for one in several towns."""
    if len(spans) < 2:  # noqa: PLR2004  most often there is nothing to string
        return False
    ordered = sorted(spans)
    between = [text[a.end : b.start].strip() for a, b in pairwise(ordered) if 0 <= b.start - a.end <= BETWEEN]
    more = len(between) > 0 and _AND_NAME.match(text, ordered[-1].end) is not None
    return more or any(words in {"and", ", and", "&"} for words in between)


def is_wide(parse: Parse, telling: Telling, words: Words) -> bool:
    """'Raids on three rebel-held towns': whether a number of places is done to; one raid may go through 'several'."""
    return any(
        parse.tokens[i].tag in PLURAL
        and parse.tokens[i].lemma.lower() in words.sets["centres"]
        and any(parse.tokens[c].dep in NUMBERED and parse.tokens[c].pos == "NUM" for c in parse.children[i])
        for i in telling.tokens
    )


def is_background(parse: Parse, main: Trigger) -> bool:
    """Whether it stands in a clause or phrase after 'since'."""
    at = main.clause
    for _ in range(3):
        token = parse.tokens[at]
        marks = {parse.tokens[c].lemma.lower() for c in parse.children[at] if parse.tokens[c].dep in {"mark", "advmod"}}
        if "since" in marks or token.lemma.lower() == "since":
            return True
        if token.dep not in {"pobj", "dobj", "nsubj", "nsubjpass", "prep"}:
            return False
        at = token.head
    return False
