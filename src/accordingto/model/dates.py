"""Stretches of days: a date only as precise as it was given."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """Days from ``start`` to ``end``, both included: a date only as precise as it was given.

    April 2023 is 2023-04-01 to 2023-04-30, never its first day.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            message = f"a range ends before it starts: {self.start} to {self.end}"
            raise ValueError(message)

    def overlaps(self, other: "DateRange") -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: "DateRange") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    @property
    def days(self) -> int:
        """How many days it covers, at least 1."""
        return (self.end - self.start).days + 1
