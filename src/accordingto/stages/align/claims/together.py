"""People counted together: 'four nurses and two drivers' are six, 'five men and a woman' are six."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accordingto.model.document import Span
from accordingto.model.parse import Parse
from accordingto.stages.align.claims.count import HARMED, Count
from accordingto.stages.align.claims.singles import is_listed

# 'Ten people, including two children and a teacher': some of those counted before.
AMONG = frozenset({"include", "including", "among", "like", "of"})
LONGEST = 8
TWICE = frozenset({"nsubj", "nsubjpass", "dobj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def find_together(parse: Parse, counts: Sequence[Count]) -> Iterator[Count]:
    """A count for each string of people joined by 'and' to whom the same happened."""
    strings: dict[tuple[str, int], dict[int, Count]] = {}
    for count in counts:
        if count.attribute in HARMED and not count.denied and not count.anyone and count.about is None:
            key = (count.attribute, _first_of(parse, count.counted))
            strings.setdefault(key, {}).setdefault(count.counted, count)
    for (_, first), members in sorted(strings.items()):
        joined = _joined(parse, first)
        if len(members) > 1 and set(members) == joined and not _is_part(parse, first):
            yield from _sum([members[at] for at in sorted(members)])


def _first_of(parse: Parse, index: int) -> int:
    for _ in range(LONGEST):
        token = parse.tokens[index]
        if token.dep != "conj" and not (token.dep == "appos" and is_listed(parse, token)):
            break
        index = token.head
    return min([index, *_beside(parse, index)])


def _beside(parse: Parse, index: int) -> list[int]:
    """'Six children and two adults were killed', of which parsers make two subjects."""
    token = parse.tokens[index]
    if token.dep not in TWICE:
        return []
    others = (c for c in parse.children[token.head] if c != index and parse.tokens[c].dep == token.dep)
    return [other for other in others if _has_and(parse, index, other)]


def _has_and(parse: Parse, one: int, other: int) -> bool:
    """'One of the victims, Anton Osrin, died': two subjects without 'and' are one person."""
    between = parse.tokens[min(one, other) : max(one, other)]
    return any(token.lemma in {"and", "&"} for token in between)


def _joined(parse: Parse, first: int) -> set[int]:
    """The nouns joined by 'and' to the first; nothing where 'or' joins them."""
    found = {first, *_beside(parse, first)}
    todo = sorted(found)
    while todo:
        at = todo.pop()
        children = [parse.tokens[c] for c in parse.children[at]]
        if any(c.dep == "cc" and c.lemma not in {"and", "&"} for c in children):
            return set()
        new = [c.index for c in children if c.dep == "conj" and c.pos in NOMINAL]
        new += [c.index for c in children if c.dep == "appos" and is_listed(parse, c)]
        found.update(new)
        todo.extend(new)
    return found


def _is_part(parse: Parse, first: int) -> bool:
    token = parse.tokens[first]
    return token.dep == "pobj" and parse.tokens[token.head].lemma.lower() in AMONG - {"of"}


def _sum(members: Sequence[Count]) -> Iterator[Count]:
    values = [count.low if count.low is not None and count.high in {count.low, None} else None for count in members]
    numbers = [value for value in values if value is not None]
    if len(numbers) < len(members):
        return
    exact = any(count.person is None and count.high == count.low for count in members)
    last = members[-1]
    yield replace(
        last,
        low=sum(numbers),
        high=sum(numbers) if exact else None,
        who=None,
        evidence=Span(min(c.evidence.start for c in members), max(c.evidence.end for c in members)),
        person=None,
        rest=False,
        part=not exact,
        rule="claims.count-together.v1",
    )
