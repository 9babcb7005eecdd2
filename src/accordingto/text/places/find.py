"""Finds where the named places of a text lie."""

import re
from collections.abc import Sequence

from accordingto.model.document import Span
from accordingto.model.event import Place
from accordingto.model.parse import Parse
from accordingto.text.places.choose import NOWHERE, Home, Name, choose_places
from accordingto.text.places.fold import fold_name
from accordingto.text.places.gazetteer import Candidate, Gazetteer, PlaceKind
from accordingto.text.places.lookup import find_candidates, is_kind_word
from accordingto.text.places.support import drop_strays

# What stands between a town and the region or country that it lies in: 'Ostrel, Kalvia', 'Ostrel (Kalvia)',
# 'the Kalvian town of Ostrel' is left to the text's other places.
_BESIDE = re.compile(r",\s{1,2}|\s?\(|,?\s{1,2}in\s(?:the\s)?")


# OntoNotes labels of names that lie somewhere.
_LABELS = frozenset({"GPE", "LOC", "FAC"})


def find_places(
    parse: Parse, text: str, gazetteer: Gazetteer, *, home: Home = NOWHERE, sure: Sequence[Candidate] = ()
) -> list[tuple[Span, Place]]:
    """The places that the recogniser found in a document, with the word for what they are, and where they lie."""
    spans = [_with_kind(text, Span(each.start, each.end)) for each in parse.entities if each.label in _LABELS]
    places = locate_places(text, spans, gazetteer, home=home, sure=sure)
    return list(zip(spans, places, strict=True))


_KIND_WORD = re.compile(r"\s(?:[a-z]+)\b")


def _with_kind(text: str, span: Span) -> Span:
    """The name and the word after it that says what it is: 'Ostrel region', where the recogniser has 'Ostrel'."""
    match = _KIND_WORD.match(text, span.end)
    if match is None or not is_kind_word(match.group().strip()):
        return span
    return Span(span.start, match.end())


def locate_places(
    text: str,
    spans: Sequence[Span],
    gazetteer: Gazetteer,
    *,
    home: Home = NOWHERE,
    sure: Sequence[Candidate] = (),
    strays: bool = True,
) -> list[Place]:
    """Where these names of one text lie, in the same order; a name that nothing bears keeps only its words.

    Args:
        text: the document's text.
        spans: where its place names stand, in text order.
        gazetteer: what is asked.
        home: where the outlet writes about, see ``make_home``.
        sure: places of the story's other documents.
        strays: keep the points of small towns far from all else that the text names.
    """
    chosen = choose_candidates(text, spans, gazetteer, home=home, sure=sure)
    if not strays:
        unknown = {_key(text, span) for span, each in zip(spans, chosen, strict=True) if each is None}
        chosen = drop_strays(chosen, sure, unknown=len(unknown), home=frozenset(home.regions))
    return [_place(text[span.start : span.end], each, gazetteer) for span, each in zip(spans, chosen, strict=True)]


def choose_candidates(
    text: str, spans: Sequence[Span], gazetteer: Gazetteer, *, home: Home = NOWHERE, sure: Sequence[Candidate] = ()
) -> list[Candidate | None]:
    """The gazetteer's entry for each name, ``None`` where nothing bears it."""
    names = find_names(text, spans, gazetteer)
    chosen = choose_places(names, home=home, sure=sure)
    return [chosen.get(_key(text, span)) for span in spans]


def find_names(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Name]:
    """Each name of the text once, with its candidates and the names that stand right after it."""
    beside: dict[str, list[str]] = {}
    inside: dict[str, list[str]] = {}
    for at, span in enumerate(spans):
        key = _key(text, span)
        beside.setdefault(key, [])
        if at + 1 < len(spans) and _BESIDE.fullmatch(text[span.end : spans[at + 1].start]) is not None:
            following = _key(text, spans[at + 1])
            beside[key].append(following)
            inside.setdefault(following, []).append(key)
    words = {_key(text, span): text[span.start : span.end] for span in reversed(spans)}
    return [
        Name(
            key,
            find_candidates(words[key], gazetteer),
            tuple(dict.fromkeys(after)),
            tuple(dict.fromkeys(inside.get(key, ()))),
        )
        for key, after in beside.items()
    ]


def _key(text: str, span: Span) -> str:
    return fold_name(text[span.start : span.end])


def _place(words: str, chosen: Candidate | None, gazetteer: Gazetteer) -> Place:
    if chosen is None:
        return Place(words)
    region = gazetteer.region(chosen.country, chosen.region) if chosen.region else None
    return Place(
        words,
        geonames=chosen.geonames if chosen.geonames > 0 else None,
        latitude=round(chosen.latitude, 4),
        longitude=round(chosen.longitude, 4),
        country=chosen.country or None,
        region=None if region is None or chosen.kind is PlaceKind.COUNTRY else region.name,
    )
