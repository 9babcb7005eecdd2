"""Names of one document that are one someone: acronyms, parts of names, names with and without their head noun."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.document import Span
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Bond, Cast, Figure, add_name, current
from accordingto.stages.resolve.phrases import NamePhrase
from accordingto.text.names import fold_name, is_acronym, is_acronym_of

# A word that more persons of one document bear than this tells nothing.
MOST_BEARERS = 20
# Reports name a person in full before they shorten the name; headlines, summaries and captions come earlier.
OFTEN_BEFORE = 4
_BRACKETS = frozenset({"(", "(the", "(“", '("', "[", "(@"})
_DASHES = frozenset({"-", "–", "—"})
_OPENINGS = (*sorted(_BRACKETS), *sorted(_DASHES))
_ORGANISED = (ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.OUTLET, ActorKind.GOVERNMENT)


def join_names(cast: Cast, phrases: Sequence[NamePhrase]) -> None:
    """Names of one document that are one someone: acronyms, parts of names, names with and without their head noun."""
    _join_brackets(cast, phrases)
    _join_glosses(cast, phrases)
    _join_initials(cast)
    _join_compact(cast)
    _join_parts(cast)
    _join_short_organisations(cast)
    _join_short_outlets(cast)


def _join_brackets(cast: Cast, phrases: Sequence[NamePhrase]) -> None:
    """'Otar Volunteer Corps (OVC)', 'Tor Osrin (@TorOsrin)': what stands in brackets after a name names the same."""
    text = cast.document.text
    for left, right in pairwise(phrases):
        if not text[left.span.end : right.span.start].rstrip().endswith(_OPENINGS):
            continue
        handle = text[right.span.start : right.span.start + 1] == "@"
        acronym = right.text if is_acronym(right.text) else _branch(right.text, left.text)
        one, other = cast.at(left.first), cast.at(right.first)
        # 'KELL (Marsh)': capitals of a dateline are no initials of the state behind it.
        spelled = is_acronym(left.text) and (" " in right.text or is_acronym_of(left.text, right.text))
        if one is None or not (handle or acronym or spelled) or not _is_bracketed(text, left, right):
            continue
        if acronym and _is_known_person(one) and not is_acronym_of(acronym, left.text):
            _bind_bracketed(one, other, Span(left.span.start, right.span.end))
            continue
        if other is None:
            add_name(one, right.text)
            cast.mention(one, right.span, MentionForm.NAME, range(right.first, right.last))
            other = one
        if acronym:
            one.acronyms.add(fold_name(acronym))
            add_name(one, acronym, 0)
        _same_kind(cast, one, other, f"'{right.text}' in brackets after '{left.text}'")


def _is_bracketed(text: str, left: NamePhrase, right: NamePhrase) -> bool:
    """Whether a name stands in brackets, or between dashes as initials, after another; 'Kell Dawn militants (KD)'."""
    gap = text[left.span.end : right.span.start].strip()
    noun, _, rest = gap.partition(" ")
    if noun.lower() in words.nouns("group_beside_name") and is_acronym(right.text):
        gap = rest
    after = text[right.span.end : right.span.end + 1]
    if gap in _DASHES:
        return is_acronym_of(right.text, left.text)
    return gap in _BRACKETS and after in {")", "]", ",", "”", '"', ";"}


def _is_known_person(figure: Figure) -> bool:
    return figure.kind is ActorKind.PERSON and (figure.sure or bool(figure.gender))


def _bind_bracketed(person: Figure, body: Figure | None, words_of: Span) -> None:
    """'Tor Osrin (UFR)': the party of a politician, not another name of his."""
    if body is not None and body.kind is not ActorKind.PERSON:
        person.bonds.append(Bond(body, words_of, "resolve.brackets.v1"))


def _join_glosses(cast: Cast, phrases: Sequence[NamePhrase]) -> None:
    """'FAK (Korvan army)': a country's body in brackets after an acronym explains it."""
    text = cast.document.text
    for phrase in phrases:
        one = cast.at(phrase.first)
        opening = phrase.last + 1
        if one is None or not is_acronym(phrase.text) or text[phrase.span.end : phrase.span.end + 2].strip() != "(":
            continue
        words_of, other = cast.words_at(opening), cast.at(opening)
        if words_of is not None and other is not None and other.code and text[words_of.end : words_of.end + 1] == ")":
            one.acronyms.add(fold_name(phrase.text))
            cast.join(
                other, one, f"'{cast.document.quote(words_of)}' in brackets after '{phrase.text}'"
            ).kind = other.kind


def _branch(text: str, name: str) -> str:
    """The acronym of a name with the name of a branch: 'OVC' in 'Otar Volunteer Corps (OVC-West)'; else ''."""
    acronym, dash, _ = text.partition("-")
    return acronym if dash and is_acronym(acronym) and is_acronym_of(acronym, name) else ""


def _same_kind(cast: Cast, left: Figure, right: Figure, reason: str) -> None:
    left, right = current(left), current(right)
    kind = max((left, right), key=lambda figure: len(figure.full_name)).kind
    cast.join(left, right, reason).kind = kind


def _join_initials(cast: Cast) -> None:
    """An acronym and the only name of the document with these initials."""
    organised = [figure for figure in cast.living() if figure.kind in _ORGANISED]
    by_initial: dict[str, list[Figure]] = defaultdict(list)
    for figure in organised:
        for initial in sorted({fold[0] for fold in figure.folds if " " in fold}):
            by_initial[initial].append(figure)
    for figure in organised:
        names = [name for name in figure.names if is_acronym(name)]
        if len(names) != len(figure.names) or not names:
            continue
        full = [
            f
            for f in by_initial[fold_name(names[0])[:1]]
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
                and len(parts) > 2  # noqa: PLR2004
                and parts[-1] in words.organisation_words("lower_heads")
                and name.split()[-1].islower()
            ):
                keys.add("".join(parts[:-1]))
                add_name(figure, " ".join(name.split()[:-1]), 0)
            for key in sorted(keys):
                other = seen.setdefault(key, figure)
                if len(key) > 3 and current(other) is not current(figure):  # noqa: PLR2004
                    _same_kind(cast, other, figure, f"'{name}' is '{other.full_name}' written otherwise")


def _join_parts(cast: Cast) -> None:
    """'Osrin' and 'Tor Osrin', 'Tor Osrin' and 'Tor Osrin Vale', where only one person of the document fits."""
    people = [figure for figure in cast.living() if figure.kind is ActorKind.PERSON]
    by_word: dict[str, list[Figure]] = defaultdict(list)
    for figure in people:
        for word in sorted({word for fold in figure.folds for word in fold.split()}):
            by_word[word].append(figure)
    for several in (True, False):
        for figure in people:
            part = fold_name(figure.full_name).split()
            if figure.merged_into is None and part and (len(part) > 1) is several:
                parts = [part] if several else [[fold] for fold in sorted(figure.folds) if fold and " " not in fold]
                _join_part(cast, figure, parts, [each for one in parts for each in by_word[one[-1]]])


def _join_part(cast: Cast, figure: Figure, parts: Sequence[Sequence[str]], bearers: Sequence[Figure]) -> None:
    others = [current(each) for each in bearers[:MOST_BEARERS] if not _differ(figure, current(each))]
    whole = {id(each): each for each in others if each is not figure and any(_is_part(part, each) for part in parts)}
    if len(whole) == 1:
        (other,) = whole.values()
        cast.join(other, figure, f"'{figure.full_name}' is part of '{other.full_name}', and of no other name")
    elif whole:
        first = _alone_before(figure, list(whole.values()))
        if first is not None:
            cast.join(first, figure, f"'{figure.full_name}' is part of '{first.full_name}', the only one named so far")


def _alone_before(figure: Figure, bearers: Sequence[Figure]) -> Figure | None:
    """Whose the name is when it is first used: 'Osrin' after 'Lena Osrin', her husband 'Tor Osrin' only later.

    Most of the times that it stands alone it has to stand before anybody else who bears it is named.
    """
    ordered = sorted((each for each in bearers if each.mentions), key=lambda each: min(each.mentions))
    if len(ordered) < len(bearers) or not figure.mentions:
        return None
    first, second = (min(each.mentions) for each in ordered[:2])
    before = sum(span < second for span in figure.mentions)
    return ordered[0] if first < min(figure.mentions) and 2 * before > len(figure.mentions) else None


def _differ(left: Figure, right: Figure) -> bool:
    """'Mr. Osrin' is not Lena Osrin; nor is he who is 'Osrin' over and over before Lena Osrin is first named."""
    if {left.gender, right.gender} == {"f", "m"}:
        return True
    first = min(right.mentions, default=None)
    return first is not None and sum(span < first for span in left.mentions) >= OFTEN_BEFORE


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
    heads = words.organisation_words("armed", "civil", "outlet")
    longer: dict[str, list[Figure]] = defaultdict(list)
    short: list[tuple[str, Figure]] = []
    for figure in cast.living():
        fold = fold_name(figure.full_name)
        if " " in fold and figure.kind in _ORGANISED and not figure.code:
            longer[fold.split()[-1]].append(figure)
        elif fold in heads and not figure.code:
            short.append((fold, figure))
    for fold, figure in short:
        if len(longer[fold]) == 1:
            (other,) = longer[fold]
            _same_kind(cast, other, figure, f"'{figure.full_name}' is short for '{other.full_name}'")


def _join_short_outlets(cast: Cast) -> None:
    """'the Daily Post' is the 'Otar Daily Post' that the same document names, or that published it."""
    outlets = [figure for figure in cast.living() if figure.kind is ActorKind.OUTLET and not figure.code]
    for figure in outlets:
        short = fold_name(figure.full_name)
        fuller = [each for each in outlets if any(fold.endswith(f" {short}") for fold in each.folds)]
        if " " in short and len({id(current(each)) for each in fuller}) == 1:
            _same_kind(cast, fuller[0], figure, f"'{figure.full_name}' is short for '{fuller[0].full_name}'")
