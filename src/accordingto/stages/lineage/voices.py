"""Credits inside the report's sentences: 'told the BBC', 'the AP reports', 'The BBC could not confirm'."""

import re
from collections.abc import Iterator
from functools import cache

from accordingto.model.document import Document, Span
from accordingto.model.lineage import Derivation, DerivationKind
from accordingto.model.trace import Trace
from accordingto.stages.lineage.own import ELSEWHERE, find_own_outlets
from accordingto.text.outlets import find_outlet, outlet_pattern
from accordingto.text.phrases import join_phrases, words


def find_voices(document: Document, publishers: frozenset[str] = frozenset()) -> Iterator[Derivation]:
    """Passages that another outlet's report is behind; never the whole document.

    Args:
        document: the one to read.
        publishers: outlets of the other documents, known beside those of the general list.
    """
    own = find_own_outlets(document)
    for found in _voice(publishers).finditer(document.text):
        outlet = find_outlet(next(name for name in found.group("after", "before") if name))
        if outlet.lower() in own or document.zone_at(found.start()) in ELSEWHERE:
            continue
        rule = "lineage.told-outlet.v1" if found["after"] else "lineage.outlet-reports.v1"
        span = Span(*found.span())
        yield Derivation(document.id, None, outlet, DerivationKind.CREDIT, span, whole=False, trace=Trace(rule))


@cache
def _voice(publishers: frozenset[str]) -> re.Pattern[str]:
    """'according to OUTLET', 'told OUTLET'; 'OUTLET reports', 'OUTLET has been unable to'."""
    names = outlet_pattern(publishers)
    article = r"(?:(?:the|The|a|an|its|to|by|by the)\s)?"
    cue = rf"(?i:{join_phrases(words('credits', 'outlet_after'))})"
    kind = r"(?:(?:state|broadcaster|newspaper|news|agency|local|state-run|private|channel|daily|website)\s){0,3}"
    report = r"(?i:(?:a|an|reports?)\s(?:\w+\s){0,3}?(?:by|from|in|on)\s)?"
    after = rf"{cue}\s{article}{report}{article}{kind}{article}(?P<after>{names})(?![\w@])"
    between = r"(?:(?:has|have|had|also|later|earlier|first|news agency|agency|newspaper)\s){0,2}"
    said = rf"(?i:{between}(?:{join_phrases(words('credits', 'report_verbs'))}))"
    unable = rf"(?:{join_phrases(words('credits', 'unable'))})"
    before = rf"(?<![\w@])(?P<before>{names})(?:['’]s\s(?:[\w-]+\s){{1,5}}?|\s)(?:{said}|{unable})\b"
    return re.compile(rf"(?:\b{after}|{before})")
