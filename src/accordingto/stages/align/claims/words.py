"""The word lists of the claim rules, in the shape the rules ask for."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from accordingto.lexicon import load_table


@dataclass(frozen=True, slots=True)
class Attributes:
    """Which words say that people were killed, captured, freed; see ``lexicon/en/attributes.yaml``."""

    done_to: dict[str, str]
    does: dict[str, str]
    of: dict[str, str]
    counted: dict[str, str]
    state: dict[str, str]
    measure: dict[str, str]
    before: dict[tuple[str, str], str]
    phrases: dict[str, list[dict[str, str]]]
    participles: dict[str, str]
    kinds: dict[str, tuple[str, ...]]
    persons: frozenset[str]
    leaving: frozenset[str]
    handing_on: frozenset[str]
    held: frozenset[str]
    things: frozenset[str]
    unreal: frozenset[str]
    over: frozenset[str]
    modals: frozenset[str]
    pairs: frozenset[str]
    multiples: dict[str, int]

    @property
    def counted_nouns(self) -> frozenset[str]:
        """Nouns that are counted but say nothing of who: 'nine deaths', 'nine people'."""
        return frozenset(self.counted) | frozenset(
            {"people", "person", "life", "casualty", "victim", "other", "more", "one"}
        )


def _persons() -> frozenset[str]:
    """Nouns that surely name people, for counts without a number."""
    table = load_table("en", "counted")
    kinds = {noun for nouns in table["kinds"].values() for noun in nouns}
    return frozenset({*kinds, *table["persons"], *table["everybody"]})


@cache
def load_attributes() -> Attributes:
    """The attribute words, read once."""
    table = load_table("en", "attributes")
    rows: dict[str, Any] = table["attributes"]

    def invert(column: str) -> dict[str, str]:
        return {word: name for name, row in rows.items() for word in row[column]}

    phrases: dict[str, list[dict[str, str]]] = {}
    for phrase in table["phrases"]:
        phrases.setdefault(phrase["verb"], []).append(phrase)
    before = {(p, word): name for name, row in rows.items() for p, words in row["before"].items() for word in words}
    kinds = {name: tuple(row["kinds"]) for name, row in rows.items()}
    kinds["hostages"] = kinds["captured"]
    kinds["ransom"] = ("reject", "request", "consult", "release", "seize", "agree")
    return Attributes(
        done_to=invert("done_to"),
        does=invert("does"),
        of=invert("of"),
        counted=invert("counted"),
        state=invert("state"),
        measure=invert("measure"),
        before=before,
        phrases=phrases,
        participles={word: name for name, shapes in table["headlined"].items() for word in shapes},
        kinds=kinds,
        persons=_persons(),
        leaving=frozenset(table["leaving"]),
        handing_on=frozenset(table["handing_on"]),
        held=frozenset(table["held"]),
        things=frozenset(table["things"]),
        unreal=frozenset(table["unreal"]),
        modals=frozenset(table["modals"]),
        over=frozenset(table["over"]),
        pairs=frozenset(table["pairs"]),
        multiples=dict(table["multiples"]),
    )
