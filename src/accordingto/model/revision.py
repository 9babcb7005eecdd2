"""The same page read twice, with other words: the later text is a document of its own that revises the earlier."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.trace import Trace


class Order(StrEnum):
    """How it is known which of two texts of one page came later."""

    CAPTURED = "captured"  # by the times at which they were got
    PUBLISHED = "published"  # by the days that they themselves give


@dataclass(frozen=True, slots=True)
class Revision:
    """A document that revises another of the same address.

    Attributes:
        document: id of the later one.
        earlier: id of the one that it revises, the last one before it.
        address: the address that both go by.
        order: how it is known which came later.
        trace: the rule that found it.
    """

    document: str
    earlier: str
    address: str
    order: Order
    trace: Trace
