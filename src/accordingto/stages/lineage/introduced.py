"""Outlets that no list has and that the text itself calls so: 'the daily Ostra Voce reported', 'the station Rellan'."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.model.document import Span
from accordingto.text.countries import find_country
from accordingto.text.phrases import begins_with, join_phrases, words

RULE = "lineage.introduced-outlet.v1"
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_CAPITAL}[\w&’'-]*(?:\s(?:(?:of|de|del|la|al)\s)?{_CAPITAL}[\w&’'-]*){{0,3}}"
_BEFORE_KIND = ("the", "a", "an", "local", "state", "private")
_MOST = 20  # outlets that one document introduces


def find_introduced(text: str, known: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, str]]]:
    """Names of outlets with the credit that each stands in and its rule; what is known already is left out.

    The first time the text says what the outlet is, or the name ends as papers' names do and it 'reported'; then
    every 'citing Ostra Voce' of the same text is a credit too.
    """
    kinds, endings = (any(sign in text and shape.search(text) for sign, shape in signs) for signs in _signs())
    if not (kinds or endings):
        return
    names: dict[str, None] = {}
    for found in _introduced(kinds=kinds, endings=endings).finditer(text):
        group = str(found.lastgroup)
        name = Span(*found.span(group))
        if not _is_plain(found[group]) and not any(name.overlaps(each) for each in known):
            names.setdefault(found[group])
            yield name, (Span(found.start(), found.end()), RULE)
    if names:
        yield from _again(text, list(names)[:_MOST])


def _is_plain(name: str) -> bool:
    """'Ostran TV', 'State Radio': one of several, told by its country or its owner; no name."""
    before, _, _ = name.rpartition(" ")
    return find_country(before) is not None or before.lower() in words("credits", "outlet_owners")


def _again(text: str, names: Sequence[str]) -> Iterator[tuple[Span, tuple[Span, str]]]:
    """'citing Ostra Voce', once the text has said that this is a paper."""
    cue = join_phrases(words("credits", "outlet_after"))
    for found in re.finditer(rf"\b(?i:{cue})\s(?:the\s)?(?P<name>{join_phrases(names)})(?!\w)", text):
        yield Span(*found.span("name")), (Span(*found.span()), RULE)


@cache
def _signs() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    """Words without which nothing in a text is introduced, and what stands beside them then: kinds, and endings.

    Most texts have none, and the pattern of the whole is slow.
    """
    kinds = sorted({each.split()[-1] for each in words("credits", "outlet_kinds")})
    endings = sorted({"Radio", *(each.split()[-1] for each in words("credits", "paper_endings"))})
    return (
        tuple((each, re.compile(rf"{re.escape(each)}\s{_CAPITAL}")) for each in kinds),
        tuple((each, re.compile(rf"{re.escape(each)}[,\s]")) for each in endings),
    )


@cache
def _introduced(*, kinds: bool, endings: bool) -> re.Pattern[str]:
    """Outlets that are told by their kind, by how their names end, or both."""
    kind = rf"(?:{join_phrases(words('credits', 'outlet_kinds'))})"
    cue = f"{begins_with(words('credits', 'outlet_after'))}(?i:{join_phrases(words('credits', 'outlet_after'))})"
    verb = rf"(?:{join_phrases(words('credits', 'report_verbs'))})\b"
    relays = r",\s(?:which\s)?(?:citing|quoting|cites|quotes|cited|quoted)\s"
    # 'The Orlec Times, citing a driver, said': what stands between two commas may name somebody else.
    goes_on = rf"(?:{relays}|(?:,\s[^,.\n]{{3,80}},)?\s(?:also\s)?{verb})"
    paper = (
        rf"(?:{_CAPITAL}[\w&’'-]*\s){{1,3}}(?:{join_phrases(words('credits', 'paper_endings'))})"
        rf"|(?:{join_phrases(words('credits', 'paper_endings'))})\sof\s{_CAPITAL}\w+"
        rf"|Radio\s{_CAPITAL}\w+"
    )
    told = rf"\b{cue}\s(?i:(?:the|a|an|local|state|private)\s){{0,2}}(?:[\w-]+\s)?{kind}\s(?P<told>{_NAME})"
    first = f"{begins_with(_BEFORE_KIND)}(?i:{'|'.join(_BEFORE_KIND)})"
    reports = rf"\b{first}\s(?:[\w-]+\s)?{kind}\s(?P<kind>{_NAME}){goes_on}"
    shaped = rf"(?<![\w-])(?P<shape>{paper}){goes_on}"
    return re.compile("|".join([*((told, reports) if kinds else ()), *((shaped,) if endings else ())]))
