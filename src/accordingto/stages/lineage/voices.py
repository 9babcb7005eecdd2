"""Credits inside the report's sentences: 'told the BBC', 'the AP reports', 'The BBC could not confirm'."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from accordingto.model.document import Document, Span
from accordingto.model.lineage import Derivation, DerivationKind
from accordingto.model.trace import Trace
from accordingto.stages.lineage.introduced import find_introduced
from accordingto.stages.lineage.own import ELSEWHERE, find_own_outlets
from accordingto.stages.lineage.unlisted import find_unlisted
from accordingto.text.outlets import find_outlet, outlet_names, outlet_pattern
from accordingto.text.phrases import join_phrases, words

_NAME = re.compile(r"(?<![\w@#])[A-Za-z](?:[\w.]*\w)?")
_WORD = re.compile(r"[\w@#]+")
_MARK = re.compile("[@#]")
_ARTICLES = frozenset({"the", "The"})
_BETWEEN = re.compile(r"[\s'’]+")  # what a text may write otherwise than the list
_BEFORE = 120  # characters before a name in which 'according to a report by the newspaper' must stand


def find_voices(document: Document, publishers: frozenset[str] = frozenset()) -> Iterator[Derivation]:
    """Passages that another outlet's report is behind; never the whole document.

    Args:
        document: the one to read.
        publishers: outlets of the other documents, known beside those of the general list.
    """
    own = find_own_outlets(document)
    known = list(_find_names(document.text, publishers))
    unlisted = [*find_unlisted(document.text, known), *find_introduced(document.text, known)]
    for name, found in sorted([*_credit(document.text, known), *unlisted]):
        outlet = find_outlet(document.quote(name))
        if outlet.lower() not in own and document.zone_at(name.start) not in ELSEWHERE:
            span, rule = found
            yield Derivation(document.id, None, outlet, DerivationKind.CREDIT, span, whole=False, trace=Trace(rule))


def find_mentioned(text: str, publishers: frozenset[str]) -> tuple[str, ...]:
    """Those of the outlets that a text may name, sorted: it holds the first word of each that is no article."""
    known = _by_beginning(publishers)
    met = set(_WORD.findall(text))
    if "@" in text or "#" in text:  # the name ends before a mark, and does not begin with one
        met |= {_MARK.split(word, 1)[0] for word in met}
    here = {word.lower() for word in met}
    return tuple(sorted(name for word in here & known.keys() for name in known[word]))


@cache
def _by_beginning(publishers: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Names of outlets by the word that they begin with."""
    known: defaultdict[str, list[str]] = defaultdict(list)
    for name in publishers:
        words_of = [word for word in _NAME.findall(name) if word not in _ARTICLES] or _NAME.findall(name)
        if words_of:
            known[words_of[0].lower().partition(".")[0]].append(name)
    return {word: tuple(names) for word, names in known.items()}


def _credit(text: str, names: Iterable[Span]) -> Iterator[tuple[Span, tuple[Span, str]]]:
    found = ((name, _find_cue(text, name)) for name in names)
    return ((name, cue) for name, cue in found if cue is not None)


def _find_names(text: str, publishers: frozenset[str]) -> Iterator[Span]:
    """Where an outlet is named. A look at each word's beginning first: the alternation of all names is slow."""
    pattern, pieces = _names(publishers)
    here = {
        word for word in pieces.keys() & set(_NAME.findall(text)) if any(_has_all(text, name) for name in pieces[word])
    }
    end = 0
    for word in _NAME.finditer(text) if here else ():
        if word.group() in here and word.start() >= end:
            found = pattern.match(text, word.start())
            if found is not None:
                end = found.end()
                yield Span(*found.span())


def _has_all(text: str, pieces: Iterable[str]) -> bool:
    return all(each in text for each in pieces)


def _find_cue(text: str, name: Span) -> tuple[Span, str] | None:
    """The credit that stands round a name, and the rule."""
    after = _reports().match(text, name.end)
    if after is not None:
        return Span(name.start, after.end()), "lineage.outlet-reports.v1"
    before = told_pattern().search(text, max(0, name.start - _BEFORE), name.start)
    return None if before is None else (Span(before.start(), name.end), "lineage.told-outlet.v1")


@cache
def _names(publishers: frozenset[str]) -> tuple[re.Pattern[str], Mapping[str, tuple[tuple[str, ...], ...]]]:
    """A pattern of all names, and the pieces of those that may stand at a word which one of them begins with."""
    named: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted({*outlet_names(), *publishers}):
        if found := _NAME.match(name):
            named[found.group()].append(tuple(_BETWEEN.split(name)))
    # Where 'rell.news' is an outlet's, 'rell' may be another's.
    heads = {word: [word[:at] for at in range(len(word)) if word[at] == "."] for word in named}
    pieces = {word: tuple(each for one in (word, *heads[word]) for each in named.get(one, ())) for word in named}
    return re.compile(rf"(?:{outlet_pattern(publishers)})(?![\w@])"), pieces


@cache
def told_pattern() -> re.Pattern[str]:
    """'according to a report by the …', 'told the …', up to the name."""
    cue = join_phrases(words("credits", "outlet_after"))
    article = r"(?:(?:the|a|an|its|to|by|by the)\s)?"
    kind = r"(?:(?:state|broadcaster|newspaper|news|agency|local|state-run|private|channel|daily|website)\s){0,3}"
    report = r"(?:(?:an?|reports?)\s(?:\w+\s){0,3}?(?:by|from|in|on)\s)?"
    return re.compile(rf"\b(?:{cue})\s{article}{report}{article}{kind}{article}$", re.IGNORECASE)


@cache
def _reports() -> re.Pattern[str]:
    """'… reports', '…'s correspondent said', '… has been unable to', from the name on."""
    between = r"(?:(?:has|have|had|also|later|earlier|first|news agency|agency|newspaper)\s){0,2}"
    said = rf"{between}(?:{join_phrases(words('credits', 'report_verbs'))})"
    unable = join_phrases(words("credits", "unable"))
    return re.compile(rf"(?:['’]s\s(?:[\w-]+\s){{1,5}}?|\s)(?:{said}|{unable})\b", re.IGNORECASE)
