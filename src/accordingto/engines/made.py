"""Readings that were made now: few of them in memory, many in the journal, for they would not fit side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from accordingto.comparing.crew import cut
from accordingto.engines.journal import Journal
from accordingto.model.findings import Reading
from accordingto.store.packed_reading import Held, pack_reading

# So many grammars fit into memory side by side.
MANY = 400
# So many are put into the journal at once.
SOME = 100


@dataclass(frozen=True, slots=True)
class Made:
    """Readings by their documents' ids.

    Attributes:
        held: those in memory.
        rules: the versions of the rules by which those in the journal were made.
        journal: where these are.
    """

    held: Mapping[str, Held] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    journal: Journal | None = None

    def __contains__(self, document: str) -> bool:
        return document in self.held or document in self.rules

    def take(self, ids: Iterable[str]) -> dict[str, Held]:
        """Those of these documents that were made now.

        Raises:
            LedgerError: the journal has one no more.
        """
        wanted = list(ids)
        found = {each: self.held[each] for each in wanted if each in self.held}
        kept = [each for each in wanted if each in self.rules]
        if self.journal is not None and kept:
            for rules in sorted({self.rules[each] for each in kept}):
                some = [each for each in kept if self.rules[each] == rules]
                found |= dict(zip(some, self.journal.load(some, rules), strict=True))
        return found

    def versions(self) -> dict[str, str]:
        """By which rules each was made."""
        return {**self.rules, **{each: held.rules for each, held in self.held.items()}}

    def and_also(self, other: "Made") -> "Made":
        """These and others."""
        return Made({**self.held, **other.held}, {**self.rules, **other.rules}, self.journal or other.journal)


def keep_made(readings: Iterable[Reading], count: int, journal: Journal | None) -> Made:
    """So many readings, kept where they fit.

    Raises:
        LedgerError: the journal cannot be written.
    """
    if count < MANY:
        return Made({each.document.id: each for each in readings})
    if journal is None:
        return Made({each.document.id: pack_reading(each) for each in readings})
    rules: dict[str, str] = {}
    for some in cut(readings, SOME):
        journal.keep(some)
        rules.update((each.document.id, each.rules) for each in some)
    return Made({}, rules, journal)
