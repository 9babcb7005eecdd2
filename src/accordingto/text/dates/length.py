"""How long: 'two years', 'a day and a half', 'the past three months', 'weeks'. A length is no date."""

import re
from fractions import Fraction

from accordingto.text.dates.context import Basis, Context, Length, Rule
from accordingto.text.dates.patterns import LENGTH_LETTERS, number, pattern, unit_name

# 'Two decades' is P20Y to most annotators and readers.
_MANY = {"decade": (10, "year"), "fortnight": (2, "week"), "weekend": (2, "day")}
_FINER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH"), "W": (7, "D"), "M": (30, "D")}


def _read_count(match: re.Match[str], context: Context) -> Length | None:  # noqa: ARG001
    unit = unit_name(match["u"])
    amount = number(match["n"])
    if amount is not None and unit in _MANY:
        times, unit = _MANY[unit]
        amount = f"{float(amount) * times:g}"
    return Length(amount, LENGTH_LETTERS[unit])


def _read_half(match: re.Match[str], context: Context) -> Length | None:  # noqa: ARG001
    """'a minute and a half', 'a year and a half'."""
    whole = number(match["n"])
    amount = None if whole is None else f"{float(whole) + 0.5:g}"
    return Length(amount, LENGTH_LETTERS[unit_name(match["u"])])


def _read_bare(match: re.Match[str], context: Context) -> Length | None:  # noqa: ARG001
    """'years', 'recent months' leave the number open; 'week', 'quarterly' mean one."""
    words = match["u"].lower()
    one = not words.endswith("s")
    if one and unit_name(words) in _MANY and unit_name(words) != "weekend":
        times, unit = _MANY[unit_name(words)]
        return Length(str(times), LENGTH_LETTERS[unit])
    return Length("1" if one else None, LENGTH_LETTERS[unit_name(words)])


def _read_regular(match: re.Match[str], context: Context) -> Length | None:  # noqa: ARG001
    amount, unit = {"daily": ("1", "D"), "weekly": ("1", "W"), "monthly": ("1", "M"), "quarterly": ("3", "M")}.get(
        match["w"].lower(), ("1", "Y")
    )
    return Length(amount, unit)


def render_length(length: Length) -> str:
    """The TIMEX3 value; a half is written in the next smaller unit: ``P2Y6M``.

    Example:
        >>> render_length(Length("2.5", "Y")), render_length(Length("3", "TH"))
        ('P2Y6M', 'PT3H')
    """
    if length.amount is None or "." not in length.amount or length.unit not in _FINER:
        return length.timex
    amount = Fraction(length.amount)
    whole, (times, finer) = int(amount), _FINER[length.unit]
    rest = Length(f"{float((amount - whole) * times):g}", finer).timex
    if whole == 0:
        return rest
    start = Length(str(whole), length.unit).timex
    timed = "T" not in start and "T" in rest
    return start + (rest[1:] if timed else rest.lstrip("PT"))


_WHOSE = (
    r"(?:(?:the|these|those|each_of|all|at_least|for|within|than|in|over|during|first|last|past|next|latest|previous|"
    r"following|coming|recent|additional|another|more|further|corresponding|comparable|subsequent|final|initial|final|"
    r"full|whole|entire|year-earlier|year-ago|early|later|late|nearly|about|almost|only|just|some|some_of|many|every|"
    r"up_to|no_more|less|fewer|around|approximately|roughly|under|well|a_good|his|her|its|their|our)[\s-]){0,5}"
)
_KIND = (
    r"(?:(?:more|additional|full|straight|consecutive|trading|business|calendar|working|fiscal|long|whole|extra|"
    r"further)[\s-])?"
)

RULES = [
    Rule(
        "half",
        pattern(rf"{_WHOSE}<count:n>[\s-]<unit:u>_and_a_half"),
        _read_half,
        Basis.STATED,
        marked_only=True,
    ),
    Rule(
        "length",
        pattern(
            rf"{_WHOSE}(?:<count>_(?:to|or)_)?<count:n>[\s-]{_KIND}<unit:u>(?:_or_so)?(?:[\s-](?:old|long|period|term))?(?:_ahead)?"
        ),
        _read_count,
        Basis.STATED,
        marked_only=True,
    ),
    Rule(
        "length", pattern(rf"{_WHOSE}<unit:u>(?:[\s-](?:old|long|ahead))?"), _read_bare, Basis.STATED, marked_only=True
    ),
    Rule(
        "regular",
        pattern(r"(?P<w>daily|weekly|monthly|quarterly|yearly|annual|annually)"),
        _read_regular,
        Basis.STATED,
        marked_only=True,
    ),
]
