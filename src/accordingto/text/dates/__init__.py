"""Dates in running text: which days 'last November', 'Sunday (4/6)' or 'three days earlier' mean."""

from accordingto.text.dates.calendar import Unit
from accordingto.text.dates.context import Basis, DayOrder, Relation
from accordingto.text.dates.find import FoundDate, find_dates
from accordingto.text.dates.infer import infer_published
from accordingto.text.dates.precision import date_precision

__all__ = ["Basis", "DayOrder", "FoundDate", "Relation", "Unit", "date_precision", "find_dates", "infer_published"]
