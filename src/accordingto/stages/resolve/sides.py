"""Who belongs to or speaks for whom, with the words that show it: 'the group's commander, Tor Osrin'.

Comes after the walk through the document, when it is known whom 'the group' and 'its' mean.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from accordingto.model.actor import ActorKind
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Bond, Cast, Figure, current
from accordingto.stages.resolve.offices import LONGEST_BETWEEN, is_past
from accordingto.stages.resolve.phrases import NamePhrase
from accordingto.text.names import fold_name

# More words than these around an office show nothing that a reader could take in at a glance.
LONGEST_EVIDENCE = 160
# How many nouns of a description are looked at: 'one of the group's members'.
MOST_NOUNS = 4
Pair = tuple[Figure, Token]  # a described claimer and its head word

_OWNED = frozenset({"poss", "compound", "nmod"})
_BINDING = frozenset({"of", "for", "with", "at", "from", "in"})
_EMPLOYERS = frozenset({ActorKind.ORGANIZATION, ActorKind.OUTLET})


def bind_sides(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase], described: Sequence[Pair]) -> None:
    """Bind the holders of offices, those named with their body, and described members, to their bodies."""
    _bind_offices(cast, parse)
    _bind_names(cast, parse, phrases)
    _bind_described(cast, parse, described)


def _bind_offices(cast: Cast, parse: Parse) -> None:
    bodies = {fold: figure for figure in cast.living() if figure.kind is not ActorKind.PERSON for fold in figure.folds}
    short = _by_last_word(bodies)
    for held in cast.held:
        holder, noun = current(held.figure), parse.tokens[held.noun]
        if holder.kind is not ActorKind.PERSON or is_past(parse, noun):
            continue
        if 0 <= held.opening < held.noun:  # 'Legion Commander Tor Osrin'
            title = parse.span(held.opening, held.noun - 1)
            whole = bodies.get(fold_name(cast.document.quote(title)))
            if whole is not None and _may_own(whole, noun):
                _add(holder, whole, Span(title.start, held.name.end))
        for owner in _owners(cast, parse, noun):
            whole = cast.at(owner) or short.get(fold_name(parse.tokens[owner].text))
            if whole is not None and _may_own(whole, noun):
                _add(holder, whole, _evidence(cast, owner, parse.span(held.noun, held.noun), held.name))


def _by_last_word(bodies: Mapping[str, Figure]) -> dict[str, Figure]:
    """'Ministry spokesman': the one body of the document whose name ends so."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for fold, figure in bodies.items():
        if " " in fold:
            found[fold.rpartition(" ")[2]].append(figure)
    return {word: figures[0] for word, figures in found.items() if all(each is figures[0] for each in figures)}


def _bind_names(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase]) -> None:
    """'Tor Osrin of the Otar Directorate', "Otar Radio's Tor Osrin"."""
    for phrase in phrases:
        holder = cast.at(phrase.first)
        if holder is None or holder.kind is not ActorKind.PERSON:
            continue
        inside = range(phrase.first, phrase.last)
        for owner in (each for index in inside for each in _tied(parse, parse.tokens[index]) if each not in inside):
            whole = cast.at(owner)
            if whole is not None and whole.kind is not ActorKind.PERSON:
                _add(holder, whole, _evidence(cast, owner, phrase.span, phrase.span))


def _bind_described(cast: Cast, parse: Parse, described: Sequence[Pair]) -> None:
    """'a Legion spokesman', 'one of its members': an unnamed member belongs to the body named beside the word."""
    for figure, head in described:
        nouns = [head, *(parse.tokens[i] for i in parse.subtree(head.index) if parse.tokens[i].dep == "pobj")]
        for noun in nouns[:MOST_NOUNS]:
            if noun.text.lower() in words.nouns("members") and not is_past(parse, noun):
                for owner in _tied(parse, noun):
                    whole = cast.at(owner)
                    if whole is not None:
                        at = parse.span(noun.index, noun.index)
                        _add(current(figure), whole, _evidence(cast, owner, at, at), rule="resolve.member-of.v2")


def _owners(cast: Cast, parse: Parse, noun: Token) -> Iterator[int]:
    """Words that may name the body whose office a noun is, the one right before it last."""
    yield from _tied(parse, noun)
    first = parse.sentences[noun.sentence].first
    for index in reversed(range(max(first, noun.index - LONGEST_BETWEEN), noun.index)):
        pos = parse.tokens[index].pos
        if pos != "ADJ" and (cast.at(index) is not None or pos not in {"NOUN", "PART"}):
            yield index
            return


def _tied(parse: Parse, noun: Token) -> Iterator[int]:
    """'the Legion's', 'Legion', 'for the Legion', 'of the Legion', and of two bodies both."""
    for index in parse.children[noun.index]:
        child = parse.tokens[index]
        if child.dep in _OWNED:
            yield index
        elif child.dep == "prep" and child.lemma in _BINDING:
            for deeper in parse.children[index]:
                if parse.tokens[deeper].dep == "pobj":
                    yield deeper


def _may_own(whole: Figure, noun: Token) -> bool:
    """A body has members, but no critics or captives; analysts and reporters work for institutes and outlets."""
    if noun.lemma in words.nouns("outsiders"):
        return False
    if whole.kind is ActorKind.PERSON:
        return noun.lemma.startswith("spokes")
    return noun.lemma not in words.nouns("observers") or whole.kind in _EMPLOYERS


def _add(holder: Figure, whole: Figure, evidence: Span, rule: str = "resolve.role-of.v2") -> None:
    if whole is not holder and not whole.described and all(current(bond.figure) is not whole for bond in holder.bonds):
        holder.bonds.append(Bond(whole, evidence, rule))


def _evidence(cast: Cast, owner: int, at: Span, name: Span) -> Span:
    """From the body's name to the office, and to the holder's name where that is near."""
    body = cast.words_at(owner) or at
    short = Span(min(body.start, at.start), max(body.end, at.end))
    long = Span(min(short.start, name.start), max(short.end, name.end))
    return long if long.end - long.start <= LONGEST_EVIDENCE else short
