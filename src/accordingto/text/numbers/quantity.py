"""A number as a text gives it, with its bounds and what kind of number it is."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.document import Span


class QuantityKind(StrEnum):
    """What the form of a number shows it to be."""

    COUNT = "count"  # 'more than 70', 'dozens': people or things
    MONEY = "money"  # '$5.2 billion'
    PERCENT = "percent"  # '40 per cent'
    AGE = "age"  # 'aged 16', '21-year-old'
    ORDINAL = "ordinal"  # 'the third', '15th'
    YEAR = "year"  # 'in 2014'
    DATE = "date"  # the 22 of '22 May', '4/6'
    TIME = "time"  # '6:30', '10 a.m.'
    DURATION = "duration"  # 'two days', 'three-hour'
    MEASURE = "measure"  # '30 km', '200 pounds of'
    LABEL = "label"  # 'Article 5', 'T-72'


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with bounds: 'more than 70' is low 71, 'up to 4,000' is high 4000, '120' is both.

    Attributes:
        span: the number with the words that bound it: 'more than 70'.
        number: the number alone: '70'.
        low, high: least and most, ``None`` when the words leave it open.
        kind: what it counts or measures, as far as its form shows.
        vague: the words say that it is rough ('about', 'dozens').
        unit: the unit or currency word next to it, in lower case: 'years', '$'.
    """

    span: Span
    number: Span
    low: int | None
    high: int | None
    kind: QuantityKind
    vague: bool = False
    unit: str | None = None
