"""Who one person told of is, as far as the words say, and whether two tellings may be of one person.

'A 19-year-old man', 'Osrin, 19', 'the victim', 'he': names, ages and sexes that differ keep people apart; what only
looks back ('the man') is somebody told of before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.entities import entity_at

# '22-year-old', 'Osrin, 22,': an age within so many characters after a name is that person's.
_AGE = re.compile(r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)[-\s](year|month|week)s?[-\s]old", re.IGNORECASE)
_AFTER = re.compile(r"\s?,\s?(?:age\s|aged\s)?(\d{1,3})(?=\s?(?:,|\.|\)|and\b|was\b|were\b|of\b|$))")
_APPOSED = re.compile(r"\s?,\s(?:an?\s)?")
REACH = 24
# How much alike two tellings of somebody are.
NAMED, AGED, SAME_NOUN, MAYBE = 4, 3, 1, 0


@dataclass(frozen=True, slots=True)
class Person:
    """One person as words tell of him or her.

    Attributes:
        head: token of the noun, name or pronoun.
        names: the words of the name, in lower case.
        age: in years, or in other units with their name.
        sex: ``male``, ``female`` or ``None``.
        noun: the noun, ``None`` for a bare name or pronoun.
        looks_back: 'the man', 'he', 'her son': rather somebody told of before.
        further: 'another man', 'a second victim': surely nobody told of before.
    """

    head: int
    names: frozenset[str] = frozenset()
    age: str | None = None
    sex: str | None = None
    noun: str | None = None
    looks_back: bool = False
    further: bool = False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("en", "counted")[name])


def read_person(parse: Parse, text: str, head: Token) -> Person:
    """What the words say of somebody."""
    entity = entity_at(parse, head.index)
    named = entity is not None and entity.label == "PERSON"
    first = entity.first if named and entity is not None else head.index
    last = entity.last if named and entity is not None else head.index + 1
    children = [parse.tokens[c] for i in range(first, last) for c in parse.children[i] if not first <= c < last]
    names = {t.text.lower() for t in parse.tokens[first:last] if t.text[:1].isupper()} if named else set()
    if not named:
        names |= _apposed_names(parse, children)
    before = (min(parse.subtree(t.index)) for t in children if t.index < first)
    start = parse.tokens[min([first, *before])].start
    lemmas = {t.lemma.lower() for t in children if t.index < first}
    nouns = {head.lemma.lower(), *(t.lemma.lower() for t in children if t.dep in {"appos", "compound"})}
    return Person(
        head.index,
        frozenset(names - {"the", "'s", "\u2019s", "jr.", "sr."}),
        _age(text, start, parse.tokens[last - 1].end),
        _sex(nouns),
        None if named or head.tag.startswith("PRP") else head.lemma.lower(),
        looks_back=head.tag.startswith("PRP") or not lemmas.isdisjoint({"the", "this", "that"}),
        further=not lemmas.isdisjoint(_words("further")) or head.lemma == "another",
    )


def _apposed_names(parse: Parse, children: Sequence[Token]) -> set[str]:
    """'Her son, Anton Osrin', 'driver Anton Osrin'."""
    found: set[str] = set()
    for child in children:
        entity = entity_at(parse, child.index) if child.dep in {"appos", "compound"} else None
        if entity is not None and entity.label == "PERSON":
            found |= {t.text.lower() for t in parse.tokens[entity.first : entity.last] if t.text[:1].isupper()}
    return found


def _age(text: str, start: int, end: int) -> str | None:
    """The age in 'a 22-year-old man', 'Osrin, 22,', 'Osrin, a 22-year-old student,'."""
    match = _AGE.search(text, max(start, end - 4 * REACH), end)
    after = _AFTER.match(text, end, end + REACH)
    if match is None and after is not None:
        return after.group(1)
    apposed = _APPOSED.match(text, end)
    if match is None and apposed is not None:
        match = _AGE.match(text, apposed.end())
    if match is None:
        return None
    number = match.group(1).lower()
    return number if match.group(2).lower() == "year" else f"{number} {match.group(2).lower()}"


def _sex(nouns: set[str]) -> str | None:
    male, female = bool(nouns & _words("male")), bool(nouns & _words("female"))
    return None if male == female else "male" if male else "female"


def compare_persons(left: Person, right: Person) -> int | None:
    """How far the later of two tellings may be of the same person; ``None`` where it cannot."""
    if right.further:
        return None
    if left.sex is not None and right.sex is not None and left.sex != right.sex:
        return None
    if left.names and right.names:
        return NAMED if left.names <= right.names or right.names <= left.names else None
    if left.age is not None and right.age is not None:
        return AGED if left.age == right.age else None
    if left.noun is not None and left.noun == right.noun:
        return SAME_NOUN
    return MAYBE


def group_persons(persons: Sequence[Person]) -> list[list[Person]]:
    """Tellings in text order, put together where they may be of one person."""
    groups: list[list[Person]] = []
    for person in persons:
        scored = [(_likeness(group, person), at) for at, group in enumerate(groups)]
        fitting = [(score, at) for score, at in scored if score is not None]
        if fitting:
            groups[max(fitting)[1]].append(person)
        else:
            groups.append([person])
    return groups


def _likeness(group: Sequence[Person], person: Person) -> int | None:
    scores = [compare_persons(each, person) for each in group]
    return None if None in scores else max(score for score in scores if score is not None)
