"""Rows of numbers packed one after the other: the words of a hundred thousand documents have to lie in memory."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from struct import unpack_from

import numpy as np

_SIZE = 4  # bytes of a number


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of numbers of up to 32 bits.

    Attributes:
        values: the numbers.
        ends: how many the rows up to each have together.
    """

    values: bytes
    ends: bytes

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> "Rows":
        """These rows."""
        values, ends = array("I"), array("I")
        for row in rows:
            values.extend(row)
            ends.append(len(values))
        return cls(values.tobytes(), ends.tobytes())

    @classmethod
    def join(cls, several: Sequence["Rows"]) -> "Rows":
        """The rows of several, one after the other."""
        before = np.cumsum([0, *(len(each.values) // _SIZE for each in several)], dtype=np.uint32)
        ends = [np.frombuffer(each.ends, np.uint32) + start for each, start in zip(several, before, strict=False)]
        return cls(b"".join([each.values for each in several]), np.concatenate(ends).tobytes())

    def __len__(self) -> int:
        """How many rows."""
        return len(self.ends) // _SIZE

    def row(self, at: int) -> tuple[int, ...]:
        """The numbers of a row."""
        start = unpack_from("I", self.ends, _SIZE * (at - 1))[0] if at else 0
        end = unpack_from("I", self.ends, _SIZE * at)[0]
        return unpack_from(f"{end - start}I", self.values, _SIZE * start)

    def all(self) -> "np.ndarray":
        """The numbers of all rows."""
        return np.frombuffer(self.values, np.uint32)

    def sizes(self) -> "np.ndarray":
        """How many numbers each row has."""
        sizes = np.frombuffer(self.ends, np.uint32).astype(np.int64)
        sizes[1:] -= sizes[:-1].copy()
        return sizes

    def owners(self) -> "np.ndarray":
        """The row of each number."""
        sizes = self.sizes()
        return np.repeat(np.arange(len(sizes)), sizes)

    def only(self, kept: "np.ndarray") -> "Rows":
        """Those rows that are marked as kept."""
        sizes = self.sizes()
        ends = np.cumsum(sizes[kept]).astype(np.uint32)
        return Rows(self.all()[np.repeat(kept, sizes)].tobytes(), ends.tobytes())


def count_up(times: "np.ndarray") -> "np.ndarray":
    """So many numbers from 0 up for each: 0 1 2, 0 1 for 3 and 2."""
    begins = np.cumsum(times) - times
    numbers: np.ndarray = np.arange(int(times.sum())) - np.repeat(begins, times)
    return numbers
