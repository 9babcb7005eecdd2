"""Who is counted: whether 'soldiers of the Legion' and 'fighters' are the same people, others, or part of all."""

import re
from functools import cache

from accordingto.lexicon import load_table

_MORE = frozenset({"more", "additional", "further"})


def are_others(left: str | None, right: str | None) -> bool:
    """Whether two descriptions count different people: soldiers and civilians, men of one army and of another."""
    one, two = _read_who(left), _read_who(right)
    if one.more != two.more:
        return True  # 'three more workers' come on top of those counted before, whoever these were
    if one.other != two.other and not (one.is_general or two.is_general):
        return True  # 'thousands of other women' are none of those counted before
    if one.names and two.names:
        return not _share_name(one, two)
    return are_other_kinds(left, right)


def are_other_kinds(left: str | None, right: str | None) -> bool:
    """Whether two descriptions count different kinds of people: soldiers and civilians."""
    one, two = _read_who(left), _read_who(right)
    return bool(one.kinds and two.kinds) and not one.kinds & two.kinds


def are_same(left: str | None, right: str | None) -> bool:
    """Whether two descriptions surely count the same people; stricter than 'not others'."""
    one, two = _read_who(left), _read_who(right)
    if are_others(left, right):
        return False
    if one.names and two.names:
        return True
    if one.is_general or two.is_general:
        return one.is_general and two.is_general
    return bool(one.kinds & two.kinds) or (not one.kinds and not two.kinds and bool(one.heads & two.heads))


def is_increment(words: str | None) -> bool:
    """Whether a description is of people on top of those counted before: '3 more workers'."""
    return _read_who(words).more


def is_part(part: str | None, whole: str | None) -> bool:
    """Whether one description is of some and the other of all: 'civilians' and 'people'."""
    return _read_who(whole).is_general and not _read_who(part).is_general


class Who:
    """A description of those counted: which kinds of people, and of whose."""

    __slots__ = ("heads", "kinds", "more", "names", "other")

    def __init__(self, words: str | None) -> None:
        found = re.findall(r"[\w\u2019'-]+", words or "")[:40]
        plain = frozenset(_singular(each.lower()) for each in found)
        kinds = _kinds()
        self.kinds = frozenset(kinds[each] for each in plain if each in kinds)
        self.names = frozenset(each.lower() for each in found if each[:1].isupper())
        self.heads = plain - _general() - _MORE
        self.other = "other" in plain
        self.more = not plain.isdisjoint(_MORE)

    @property
    def is_general(self) -> bool:
        """'People', '14 dead': everybody is counted."""
        return not self.heads and not self.names


def _share_name(one: Who, two: Who) -> bool:
    """'Vardan fighters' and 'fighters of Vardany': one name begins the other."""
    return any(a.startswith(b) or b.startswith(a) for a in one.names for b in two.names)


def find_kinds(who: str | None) -> frozenset[str]:
    """The kinds of people that a description names."""
    return _read_who(who).kinds


@cache
def _read_who(words: str | None) -> Who:
    return Who(words)


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in load_table("en", "counted")["kinds"].items() for noun in nouns}


@cache
def _general() -> frozenset[str]:
    return frozenset(load_table("en", "counted")["everybody"])


def _singular(word: str) -> str:
    for ending, stem in (("men", "man"), ("ies", "y"), ("children", "child")):
        if word.endswith(ending):
            return word[: -len(ending)] + stem
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
