"""Numbers in running text: how many, at least how many, and of what kind."""

from accordingto.text.numbers.find import find_numbers
from accordingto.text.numbers.quantity import Quantity, QuantityKind
from accordingto.text.numbers.words import parse_number

__all__ = ["Quantity", "QuantityKind", "find_numbers", "parse_number"]
