"""What earlier builds worked out of single documents and stories, and how it is known to hold still.

It is kept under the digest of all that it was worked out of: the words, the rules, and as much of the other documents
as has a say. Where the digest is what it was, working it out anew would give the same, so it is left to stand; a
ledger that was extended is the ledger that a build from nothing makes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from accordingto.comparing.crew import cut
from accordingto.comparing.packing import pack, unpack
from accordingto.model.memo import Memo
from accordingto.model.trace import Issue

Thing = TypeVar("Thing")
Kept = tuple[str, str, bytes]  # name, digest, what was worked out

# So many are looked for, or kept, at once.
SOME = 500


class Memory(Protocol):
    """Where it is kept."""

    def recall(self, kind: Memo, digests: Mapping[str, str]) -> Mapping[str, bytes]:
        """What was worked out of the things of these names, where the digest is still this."""
        ...

    def remember(self, kind: Memo, made: Iterable[Kept]) -> None:
        """Keep what was worked out, in place of what was before."""
        ...

    def has(self, kind: Memo) -> bool:
        """Whether anything of a kind is kept."""
        ...


class Oblivion:
    """Keeps nothing."""

    def recall(self, kind: Memo, digests: Mapping[str, str]) -> Mapping[str, bytes]:
        """Nothing."""
        del kind, digests
        return {}

    def remember(self, kind: Memo, made: Iterable[Kept]) -> None:
        """Nothing is kept."""

    def has(self, kind: Memo) -> bool:
        """Nothing is."""
        del kind
        return False


OBLIVION = Oblivion()


class Fresh:
    """Knows nothing of what was kept before; what is worked out now is kept.

    Args:
        memory: where.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def has(self, kind: Memo) -> bool:
        """Nothing is."""
        del kind
        return False

    def recall(self, kind: Memo, digests: Mapping[str, str]) -> Mapping[str, bytes]:
        """Nothing."""
        del kind, digests
        return {}

    def remember(self, kind: Memo, made: Iterable[Kept]) -> None:
        """Keep what was worked out."""
        self._memory.remember(kind, made)


class OnlyOf:
    """Knows of some kinds only.

    Args:
        memory: where things are kept.
        kinds: the kinds.
    """

    def __init__(self, memory: Memory, kinds: frozenset[Memo]) -> None:
        self._memory = memory
        self._kinds = kinds

    def has(self, kind: Memo) -> bool:
        """Whether anything of a kind is kept and known of."""
        return kind in self._kinds and self._memory.has(kind)

    def recall(self, kind: Memo, digests: Mapping[str, str]) -> Mapping[str, bytes]:
        """What is kept of a kind that is known of."""
        return self._memory.recall(kind, digests) if kind in self._kinds else {}

    def remember(self, kind: Memo, made: Iterable[Kept]) -> None:
        """Keep what was worked out, of whatever kind."""
        self._memory.remember(kind, made)


class Recollection(Generic[Thing]):
    """What is kept of one kind.

    Args:
        memory: where.
        kind: of what.
        form: the class of what is worked out.
        tidy: makes the same thing of each that was unpacked, in less room.
    """

    def __init__(
        self, memory: Memory, kind: Memo, form: type[Thing], tidy: Callable[[Thing], Thing] = lambda thing: thing
    ) -> None:
        self._memory = memory
        self._kind = kind
        self._form = form
        self._tidy = tidy

    def recall(self, digests: Mapping[str, str]) -> Iterator[tuple[str, Thing]]:
        """What is kept of the things of these names and digests; what cannot be read is not."""
        for some in cut(digests.items(), SOME):
            for name, packed in self._memory.recall(self._kind, dict(some)).items():
                found = self._unpack(packed)
                if found is not None and getattr(found, "document", name) == name:
                    yield name, found

    def remember(self, made: Iterable[tuple[str, str, Thing | bytes]]) -> None:
        """Keep things, which may be packed, under their names and digests."""
        for some in cut(made, SOME):
            kept = ((name, digest, each if isinstance(each, bytes) else pack(each)) for name, digest, each in some)
            self._memory.remember(self._kind, kept)

    def fill(
        self, digests: Mapping[str, str], make: Callable[[Sequence[str]], Iterable[Thing | Issue | bytes]]
    ) -> list[Thing | Issue]:
        """One thing for each name, in their order: kept, or made now and kept from now on.

        Args:
            digests: by name.
            make: works out those of some names, packed or not, in their order; an issue where it cannot.
        """
        found: dict[str, Thing | Issue] = dict(self.recall(digests))
        missing = [name for name in digests if name not in found]
        self.remember(self._noting(zip(missing, make(missing), strict=True), digests, found))
        return [found[name] for name in digests]

    def _unpack(self, packed: bytes) -> Thing | None:
        found = unpack(self._form, packed)
        return None if found is None else self._tidy(found)

    def _noting(
        self,
        made: Iterable[tuple[str, Thing | Issue | bytes]],
        digests: Mapping[str, str],
        found: dict[str, Thing | Issue],
    ) -> Iterator[tuple[str, str, Thing | bytes]]:
        for name, thing in made:
            opened = self._unpack(thing) if isinstance(thing, bytes) else thing
            if opened is None:
                raise TypeError(f"what was worked out of {name} is no {self._form.__name__}")
            found[name] = opened
            if not isinstance(thing, Issue):
                yield name, digests[name], thing
