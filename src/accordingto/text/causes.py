"""What caused an explosion, a fire or a crash; what is done on purpose and what is an accident exclude each other."""

from dataclasses import dataclass
from functools import cache, cached_property

from accordingto.lexicon import load_table


@dataclass(frozen=True)
class Causes:
    """The words of causes; see ``lexicon/en/causes.yaml``."""

    deliberate: frozenset[str]
    accidental: frozenset[str]
    causing: frozenset[str]
    tracing: dict[str, str]
    resulting: dict[str, str]
    excluding: dict[str, str]
    effects: frozenset[str]
    striking: frozenset[str]
    contrasting: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """Every noun that is a cause."""
        return self.deliberate | self.accidental


@cache
def load_causes() -> Causes:
    """The words of causes, read once."""
    table = load_table("en", "causes")
    kept = ("tracing", "resulting", "excluding")
    sets = {name: frozenset(words) for name, words in table.items() if name not in kept}
    return Causes(tracing=table["tracing"], resulting=table["resulting"], excluding=table["excluding"], **sets)


def are_rival_causes(left: str, right: str) -> bool:
    """Whether one phrase means that it was done on purpose and the other that it was not.

    Example:
        >>> are_rival_causes("electrical fault", "drone strike")
        True
    """
    return {_sort(left), _sort(right)} == {"deliberate", "accidental"}


def is_same_cause(left: str, right: str) -> bool:
    """'Drone' and 'drone strike': both on purpose, or neither, and one word in common."""
    return bool(_sort(left)) and _sort(left) == _sort(right) and bool(set(left.split()) & set(right.split()))


def _sort(phrase: str) -> str:
    last = phrase.rpartition(" ")[2]
    forms = {last, last.removesuffix("s"), last.removesuffix("es")}
    if forms & load_causes().deliberate:
        return "deliberate"
    return "accidental" if forms & load_causes().accidental else ""
