"""The named figures of a document: from name phrases to figures, and which of their names are one."""

import re
from collections import defaultdict
from collections.abc import Iterable, KeysView, Sequence
from functools import lru_cache
from itertools import pairwise

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Parse
from accordingto.stages.resolve import bodies, words
from accordingto.stages.resolve.cast import Cast, Figure, add_name
from accordingto.stages.resolve.kinds import PLACE, decide_kind
from accordingto.stages.resolve.phrases import NamePhrase
from accordingto.text.countries import CountryWord
from accordingto.text.names import fold_name

_CREDIT = re.compile(r"^\s*(?:sources?|via|credit)\s*:\s*(?P<name>[^\n,;|]{2,60}?)\s*$", re.IGNORECASE | re.MULTILINE)


def cast_outlets(cast: Cast, document: Document) -> None:
    """The outlet of the metadata and those of the credit lines."""
    if document.outlet:
        figure = cast.add(Figure(ActorKind.OUTLET, kept=True))
        figure.names[document.outlet] = 1
        add_name(figure, document.outlet, 0)
    for match in _CREDIT.finditer(document.text):
        if document.zone_at(match.start("name")) in (None, Zone.CREDIT) and match["name"][0].isupper():
            figure = cast.add(Figure(ActorKind.OUTLET, kept=True))
            add_name(figure, match["name"])
            cast.mention(figure, Span(*match.span("name")), MentionForm.NAME, ())


def cast_bodies(cast: Cast, found: Sequence[bodies.BodyPhrase]) -> None:
    """One figure a country and class of body."""
    figures: dict[tuple[str, str], Figure] = {}
    for phrase in found:
        figure = _body_figure(cast, figures, phrase.code, phrase.body)
        form = MentionForm.DESCRIPTION if phrase.bare and phrase.text.islower() else MentionForm.NAME
        add_name(figure, phrase.text, 0 if phrase.bare else 1)
        cast.mention(figure, phrase.span, form, range(phrase.first, phrase.last))


def _body_figure(cast: Cast, figures: dict[tuple[str, str], Figure], code: str, body: str) -> Figure:
    if (code, body) not in figures:
        known = next((f for f in cast.living() if (f.code, f.body) == (code, body)), None)
        kind = bodies.bodies()[body].kind
        plural = body in {"officials", "security forces", "police"}
        figures[code, body] = known or cast.add(Figure(kind, code=code, body=body, kept=True, plural=plural))
    return figures[code, body]


def cast_countries(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase]) -> list[NamePhrase]:
    """Countries, capitals and seats that speak or act join their governments; returns the phrases left over."""
    rest: list[NamePhrase] = []
    figures: dict[tuple[str, str], Figure] = {}
    halves = _halves(cast, parse)
    for phrase in phrases:
        found = cast.nations.find(phrase.text) or halves.get(phrase.text)
        if found is None:
            rest.append(phrase)
        elif found.use != "demonym" and bodies.acts(parse, phrase.first, phrase.last, use=found.use):
            figure = _body_figure(cast, figures, found.code, bodies.GOVERNMENT)
            add_name(figure, phrase.text)
            if found.use != "name":
                add_name(figure, cast.nations.name(found.code), 0)
            cast.mention(figure, phrase.span, MentionForm.NAME, range(phrase.first, phrase.last))
    return rest


def _halves(cast: Cast, parse: Parse) -> dict[str, CountryWord]:
    """'the North' is the one country of the report whose name begins so."""
    found: dict[str, set[CountryWord]] = defaultdict(set)
    if "North" not in cast.document.text and "South" not in cast.document.text:
        return {}
    for before, token in pairwise(parse.tokens):
        if before.text in {"North", "South"}:
            country = cast.nations.find(f"{before.text} {token.text}")
            if country is not None and country.use == "name":
                found[before.text].add(country)
    return {word: min(countries, key=str) for word, countries in found.items() if len(countries) == 1}


def cast_names(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase], sources: KeysView[int]) -> None:
    """One figure a spelling, where it names someone; then the spellings that are one someone joined."""
    by_fold: dict[str, list[NamePhrase]] = defaultdict(list)
    for phrase in phrases:
        by_fold[fold_name(phrase.text)].append(phrase)
    decided = {fold: decide_kind(group, parse, sources) for fold, group in by_fold.items() if fold}
    kinds = {fold: each.kind for fold, each in decided.items()}
    _learn_from_surnames(kinds)
    surnames = _surnames(kinds)
    for fold, group in by_fold.items():
        kind = ActorKind.PERSON if fold in surnames and kinds.get(fold) != ActorKind.GROUP else kinds.get(fold, "")
        if isinstance(kind, ActorKind) and (
            fold in surnames or len(group) > 1 or _is_sure(group[0], kind, sources, by_fold)
        ):
            _cast_one(cast, parse, group, kind).sure |= fold in surnames or decided[fold].sure


def _learn_from_surnames(kinds: dict[str, ActorKind | str]) -> None:
    """'Tor Osrin', of which nothing is known, is a person when 'Osrin' alone is one."""
    alone = {fold for fold, kind in kinds.items() if kind == ActorKind.PERSON and " " not in fold}
    for fold, kind in kinds.items():
        if kind == "" and " " in fold and fold.split()[-1] in alone:
            kinds[fold] = ActorKind.PERSON


def _is_sure(phrase: NamePhrase, kind: ActorKind, sources: KeysView[int], folds: Iterable[str]) -> bool:
    """Whether one mention is enough: capitals at a sentence start or in a headline prove nothing by themselves."""
    if phrase.firm or kind is ActorKind.OUTLET:
        return True
    speaks = any(index in sources for index in range(phrase.first, phrase.last))
    if speaks and phrase.text.lower() in words.organisation_words(
        "civil", "armed"
    ):  # 'Ministry: toll rises' needs a ministry whose name ends so
        speaks = any(fold.endswith(f" {phrase.text.lower()}") for fold in folds)
    return speaks


def _surnames(kinds: dict[str, ActorKind | str]) -> set[str]:
    """Single words that end, or alone begin, the full name of a person of the document."""
    full = [fold.split() for fold, kind in kinds.items() if kind == ActorKind.PERSON and " " in fold]
    firsts = [parts[0] for parts in full]
    alone = {first for first in firsts if firsts.count(first) == 1 and kinds.get(first) != PLACE}
    return alone | {parts[-1] for parts in full} | {" ".join(parts[-2:]) for parts in full if len(parts) > 2}  # noqa: PLR2004


def _cast_one(cast: Cast, parse: Parse, group: Sequence[NamePhrase], kind: ActorKind) -> Figure:
    figure = Figure(kind)
    if group[0].text.lower() in words.platforms():
        return figure
    cast.add(figure)
    for phrase in group:
        add_name(figure, phrase.text)
        if phrase.titled != phrase.text:
            add_name(figure, phrase.titled, 0)
        figure.gender = figure.gender or _gender(phrase.text, phrase.titled, phrase.title)
        cast.mention(figure, phrase.span, MentionForm.NAME, range(phrase.first, phrase.last))
        if phrase.title and kind is ActorKind.PERSON:
            title = parse.span(phrase.opening, phrase.first - 1)
            cast.mention(figure, title, MentionForm.DESCRIPTION, range(phrase.opening, phrase.first))
    return figure


@lru_cache(maxsize=50_000)
def _gender(name: str, titled: str, title: str) -> str:
    """What a name, with its form of address and the office before it, tells."""
    first = fold_name(name).split()[0]
    clues = {*title.replace(".", "").split(), fold_name(titled).split()[0], title}
    feminine = bool(clues & words.nouns("feminine")) or first in words.given_names("feminine")
    masculine = bool(clues & words.nouns("masculine")) or first in words.given_names("masculine")
    if feminine == masculine:
        return ""
    return "f" if feminine else "m"


def cast_peoples(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase]) -> None:
    """'the Kell miners', named more than once after their place: people whom reports treat as one."""
    found: dict[str, list[tuple[NamePhrase, int]]] = defaultdict(list)
    for phrase in phrases:
        after = parse.tokens[phrase.last] if phrase.last < len(parse.tokens) else None
        figure = cast.at(phrase.last - 1)
        follows = after is not None and after.sentence == parse.tokens[phrase.first].sentence
        if after is None or not follows or figure is not None or cast.nations.find(phrase.text) is not None:
            continue
        if after.tag in {"NNS", "NNPS"} and after.text.lower() in words.people_plurals():
            found[fold_name(phrase.text)].append((phrase, after.index))
    for group in found.values():
        if len(group) > 1:
            _cast_people(cast, parse, group)


def _cast_people(cast: Cast, parse: Parse, group: Sequence[tuple[NamePhrase, int]]) -> None:
    """'Kell girls' and 'Kell schoolgirls' are the same people: one noun ends with the other."""
    figures: dict[str, Figure] = {}
    for phrase, noun in sorted(group, key=lambda pair: len(parse.tokens[pair[1]].text)):
        lower = parse.tokens[noun].text.lower()
        figure = next((figures[each] for each in sorted(figures) if lower.endswith(each)), None)
        if figure is None:
            figure = figures[lower] = cast.add(Figure(ActorKind.GROUP, plural=True))
        add_name(figure, f"{phrase.text} {lower}")
        cast.mention(
            figure, Span(phrase.span.start, parse.tokens[noun].end), MentionForm.NAME, range(phrase.first, noun + 1)
        )
