"""The bytes of documents carried along when a ledger is copied."""

from collections.abc import Iterable
from dataclasses import dataclass

from accordingto.custody.sources import SourceFolder
from accordingto.model.custody import Capture


@dataclass(frozen=True, slots=True)
class Carried:
    """How many sources were carried along, and the digests of those that were not where they belong."""

    sources: int
    missing: tuple[str, ...]


def carry_sources(captures: Iterable[Capture], old: SourceFolder, new: SourceFolder) -> Carried:
    """Keep the kept bytes of a ledger in another folder too.

    Raises:
        LedgerError: they cannot be written.
    """
    digests = sorted({each.digest for each in captures if each.kept})
    missing = []
    for digest in digests:
        try:
            data = old.place(digest).read_bytes()
        except OSError:
            missing.append(digest)
            continue
        new.keep(data)
    return Carried(len(digests) - len(missing), tuple(missing))
