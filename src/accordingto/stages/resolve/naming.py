"""The named figures of a document: from name phrases to figures, and which of their names are one."""

import re
from collections import defaultdict
from collections.abc import Sequence

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Parse
from accordingto.stages.resolve import bodies, words
from accordingto.stages.resolve.cast import Cast, Figure, add_name, current
from accordingto.stages.resolve.kinds import PLACE, decide_kind
from accordingto.stages.resolve.phrases import NamePhrase
from accordingto.text.countries import country_name, find_country
from accordingto.text.names import fold_name, is_acronym, is_acronym_of

_ORGANISED = (ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.OUTLET, ActorKind.GOVERNMENT)
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


def cast_bodies(cast: Cast, parse: Parse, found: Sequence[bodies.BodyPhrase]) -> None:
    """One figure a country and class of body."""
    figures: dict[tuple[str, str], Figure] = {}
    for phrase in found:
        figure = _body_figure(cast, figures, phrase.code, phrase.body)
        add_name(figure, phrase.text)
        cast.mention(figure, phrase.span, MentionForm.NAME, range(phrase.first, phrase.last))


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
    for phrase in phrases:
        found = find_country(phrase.text)
        if found is None:
            rest.append(phrase)
        elif found.use != "demonym" and bodies.acts(parse, phrase.first, phrase.last, use=found.use):
            figure = _body_figure(cast, figures, found.code, bodies.GOVERNMENT)
            add_name(figure, phrase.text)
            if found.use != "name":
                add_name(figure, country_name(found.code), 0)
            cast.mention(figure, phrase.span, MentionForm.NAME, range(phrase.first, phrase.last))
    return rest


def cast_names(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase], sources: frozenset[int]) -> None:
    """One figure a spelling, where it names someone; then the spellings that are one someone joined."""
    by_fold: dict[str, list[NamePhrase]] = defaultdict(list)
    for phrase in phrases:
        by_fold[fold_name(phrase.text)].append(phrase)
    kinds = {fold: decide_kind(group, parse, sources) for fold, group in by_fold.items() if fold}
    surnames = _surnames(by_fold, kinds)
    for fold, group in by_fold.items():
        kind = ActorKind.PERSON if fold in surnames and kinds.get(fold) != ActorKind.GROUP else kinds.get(fold, "")
        if isinstance(kind, ActorKind) and (fold in surnames or any(phrase.firm for phrase in group) or len(group) > 1):
            _cast_one(cast, group, kind)


def _surnames(by_fold: dict[str, list[NamePhrase]], kinds: dict[str, ActorKind | str]) -> set[str]:
    """Single words that end, or alone begin, the full name of a person of the document."""
    full = [fold.split() for fold, kind in kinds.items() if kind == ActorKind.PERSON and " " in fold]
    firsts = [parts[0] for parts in full]
    alone = {first for first in firsts if firsts.count(first) == 1 and kinds.get(first) != PLACE}
    return alone | {parts[-1] for parts in full} | {" ".join(parts[-2:]) for parts in full if len(parts) > 2}  # noqa: PLR2004


def _cast_one(cast: Cast, group: Sequence[NamePhrase], kind: ActorKind) -> None:
    if group[0].text.lower() in words.platforms():
        return
    figure = cast.add(Figure(kind))
    for phrase in group:
        add_name(figure, phrase.text)
        if phrase.titled != phrase.text:
            add_name(figure, phrase.titled, 0)
        figure.gender = figure.gender or _gender(phrase)
        cast.mention(figure, phrase.span, MentionForm.NAME, range(phrase.first, phrase.last))


def _gender(phrase: NamePhrase) -> str:
    first = fold_name(phrase.text).split()[0]
    clues = {*phrase.title.replace(".", "").split(), fold_name(phrase.titled).split()[0], phrase.title}
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
        if after is None or not follows or figure is not None or find_country(phrase.text) is not None:
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


def join_names(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase]) -> None:
    """Names of one document that are one someone: acronyms, parts of names, names with and without their head noun."""
    _join_brackets(cast, parse, phrases)
    _join_initials(cast)
    _join_compact(cast)
    _join_parts(cast)
    _join_short_organisations(cast)


def _join_brackets(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase]) -> None:
    """'Otar Volunteer Corps (OVC)', 'Tor Osrin (@TorOsrin)': what stands in brackets after a name names the same."""
    for left, right in zip(phrases, phrases[1:], strict=False):
        gap = cast.document.text[left.span.end : right.span.start]
        after = cast.document.text[right.span.end : right.span.end + 1]
        handle = cast.document.text[right.span.start : right.span.start + 1] == "@"
        if gap.strip() not in {"(", "(the", "(“", '("', "[", "(@"} or after not in {")", "]", ",", "”", '"', ";"}:
            continue
        one, other = cast.at(left.first), cast.at(right.first)
        if one is not None and (handle or is_acronym(right.text) or is_acronym(left.text)):
            if other is None:
                add_name(one, right.text)
                cast.mention(one, right.span, MentionForm.NAME, range(right.first, right.last))
                other = one
            if is_acronym(right.text):
                one.acronyms.add(fold_name(right.text))
            _same_kind(cast, one, other, f"'{right.text}' in brackets after '{left.text}'")


def _same_kind(cast: Cast, left: Figure, right: Figure, reason: str) -> None:
    left, right = current(left), current(right)
    kind = max((left, right), key=lambda figure: len(figure.full_name)).kind
    cast.join(left, right, reason).kind = kind


def _join_initials(cast: Cast) -> None:
    """An acronym and the only name of the document with these initials."""
    organised = [figure for figure in cast.living() if figure.kind in _ORGANISED]
    for figure in organised:
        names = [name for name in figure.names if is_acronym(name)]
        if len(names) != len(figure.names) or not names:
            continue
        full = [
            f
            for f in organised
            if f is not figure and any(is_acronym_of(names[0], name) for name in f.names if " " in name)
        ]
        if len({id(current(each)) for each in full}) == 1:
            full[0].acronyms.add(fold_name(names[0]))
            _same_kind(cast, full[0], figure, f"'{names[0]}' are the initials of '{full[0].full_name}'")


def _join_compact(cast: Cast) -> None:
    """Hashtags and names with a head noun: '#FreeTheMiners', 'Free The Miners', 'Free The Miners campaign'."""
    seen: dict[str, Figure] = {}
    for figure in cast.living():
        for name in sorted(figure.names):
            parts = fold_name(name).split()
            keys = {"".join(parts)}
            if (
                not figure.code
                and len(parts) > 2
                and parts[-1] in words.organisation_words("lower_heads")
                and name.split()[-1].islower()
            ):  # noqa: PLR2004
                keys.add("".join(parts[:-1]))
                add_name(figure, " ".join(name.split()[:-1]), 0)
            for key in sorted(keys):
                other = seen.setdefault(key, figure)
                if len(key) > 3 and current(other) is not current(figure):  # noqa: PLR2004
                    _same_kind(cast, other, figure, f"'{name}' is '{other.full_name}' written otherwise")


def _join_parts(cast: Cast) -> None:
    """'Osrin' and 'Tor Osrin', 'Tor Osrin' and 'Tor Osrin Vale', where only one person of the document fits."""
    for least in (2, 1):
        people = [figure for figure in cast.living() if figure.kind is ActorKind.PERSON]
        for figure in people:
            part = fold_name(figure.full_name).split()
            if len(part) != least and not (least == 2 and len(part) > 2):  # noqa: PLR2004
                continue
            whole = {id(current(each)): each for each in people if each is not figure and _is_part(part, each)}
            if len(whole) == 1:
                (other,) = whole.values()
                cast.join(other, figure, f"'{figure.full_name}' is part of '{other.full_name}', and of no other name")


def _is_part(part: Sequence[str], figure: Figure) -> bool:
    for name in figure.folds:
        whole = name.split()
        if len(whole) <= len(part):
            continue
        if len(part) == 1 and part[0] in {whole[0], whole[-1]}:
            return True
        if any(whole[at : at + len(part)] == list(part) for at in range(len(whole) - len(part) + 1)):
            return True
    return False


def _join_short_organisations(cast: Cast) -> None:
    """'the Legion' and 'Otar Volunteer Legion', where only one name of the document ends so."""
    organised = [figure for figure in cast.living() if figure.kind in _ORGANISED and not figure.code]
    heads = words.organisation_words("armed") | words.organisation_words("civil")
    for name_list in (cast.living(),):
        for figure in name_list:
            parts = fold_name(figure.full_name).split()
            if len(parts) == 1 and parts[0] in heads:
                longer = [
                    f
                    for f in organised
                    if f is not figure and any(n.split()[-1:] == parts and " " in n for n in f.folds)
                ]
                if len(longer) == 1:
                    _same_kind(cast, longer[0], figure, f"'{figure.full_name}' is short for '{longer[0].full_name}'")
