"""Dates whose day, month or year stands in the words: '22 May 2023', 'in March', 'the 1980s'."""

import re
from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.text.dates.calendar import (
    Stretch,
    make_century,
    make_day,
    make_decade,
    make_month,
    make_span,
    make_week,
    make_year,
    move_days,
)
from accordingto.text.dates.choose import choose, choose_weekday, years_around
from accordingto.text.dates.context import Basis, Context, Rule
from accordingto.text.dates.patterns import (
    SAME_YEAR,
    STATED,
    YEAR,
    full_year,
    month_number,
    ordinal,
    pattern,
    table,
    weekday_number,
)

# For so many days after a month nobody calls it 'last': it is 'this month' or just its name.
_JUST_OVER = 10


def stated_year(match: re.Match[str], context: Context) -> int | None:
    """The year that the words give: '2023', "'23", 'last year'."""
    groups = match.groupdict()
    if groups.get("y"):
        return full_year(groups["y"], context.anchor.year if context.anchor else None)
    if groups.get("ry") and context.anchor is not None:
        return context.anchor.year + {"last": -1, "this": 0, "next": 1}[groups["ry"].lower()]
    return None


def settle_day(match: re.Match[str], context: Context, month: int, day: int) -> Stretch | None:
    """The day in the stated year, or in the year that the weekday or the clause points to."""
    year = stated_year(match, context)
    if year is not None:
        return make_day(year, month, day)
    found = [made for each in years_around(context) if (made := make_day(each, month, day)) is not None]
    weekday = match.groupdict().get("w")
    if weekday:
        return choose_weekday(weekday_number(weekday), found, context)
    return choose(found, context)


def _read_day(match: re.Match[str], context: Context) -> Stretch | None:
    return settle_day(match, context, month_number(match["m"]), _day_number(match["d"]))


def _read_days(match: re.Match[str], context: Context) -> Stretch | None:
    month = month_number(match["m"])
    last = settle_day(match, context, month, _day_number(match["d2"]))
    if last is None:
        return None
    first = make_day(last.days.start.year, month, _day_number(match["d"]))
    return None if first is None else make_span(first.days.start, last.days.end)


def _read_month(match: re.Match[str], context: Context) -> Stretch | None:
    month = month_number(match["m"])
    year = stated_year(match, context)
    if year is not None:
        return make_month(year, month)
    return choose([make_month(each, month) for each in years_around(context)], context)


def _read_near_month(match: re.Match[str], context: Context) -> Stretch | None:
    """'last November' is the latest that is well over, 'next March' the first that is to come.

    In early March 'last February' is the one a year back: the month just over is called by its name.
    """
    if context.anchor is None:
        return None
    months = [make_month(each, month_number(match["m"])) for each in years_around(context)]
    word = match["r"].lower()
    if word == "this":
        return months[1]
    if word == "next":
        return min(
            (each for each in months if each.days.start > context.anchor), key=lambda each: each.days, default=None
        )
    over = move_days(context.anchor, -_JUST_OVER)
    months.insert(0, make_month(context.anchor.year - 2, month_number(match["m"])))
    return max((each for each in months if each.days.end < over), key=lambda each: each.days, default=None)


def _read_week(match: re.Match[str], context: Context) -> Stretch | None:
    """'the week of March 6'."""
    day = _read_day(match, context)
    return None if day is None else make_week(day.days.start)


def _read_iso(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    return make_day(int(match["y"]), int(match["m"]), int(match["d"]))


def _read_year(match: re.Match[str], context: Context) -> Stretch | None:
    year = stated_year(match, context)
    return None if year is None else make_year(year)


def _read_decade(match: re.Match[str], context: Context) -> Stretch | None:
    return make_decade(full_year(match["y"], context.anchor.year - 20 if context.anchor else None))


def _read_century(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    return make_century(ordinal(match["o"]))


def _day_number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|from|of|during|last|next|early|late|mid|between|to|and|through|before|after|for|"
    r"around|on|late\s+in|this|every|each|starting|beginning|ending)[\s-]+$",
    re.IGNORECASE,
)


def _is_month(match: re.Match[str], context: Context) -> bool:
    """Whether a month's name in running text is the month: 'March' in 'in March', not in 'the March began'."""
    word = match["m"]
    if not word[:1].isupper():
        return False
    if word.lower().rstrip(".") not in table("doubtful_months"):
        return True
    before = context.text[max(0, match.start() - 20) : match.start()]
    after = context.text[match.end() : match.end() + 20]
    return _PREPOSITION.search(before) is not None and not re.match(r"\s+[A-Z][a-z]", after)


def _is_capital(match: re.Match[str], context: Context) -> bool:  # noqa: ARG001
    return match["m"][:1].isupper()


def _is_decade(match: re.Match[str], context: Context) -> bool:  # noqa: ARG001
    """Whether it is a decade and no age: '1990s', "the '90s", not 'in his 20s'."""
    words = match.group().lower()
    return len(match["y"]) > len("90") or words.startswith(("'", "\u2019", "the "))


_COUNTED = re.compile(r"[\s-]+([a-z]+)\b")


# 'The 2014 Elm Street shooting' is dated, 'the 1500 block' is not.
_THE = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_BLOCK = re.compile(r"\sblock\b")


@cache
def _address() -> re.Pattern[str]:
    """What follows the number of a house: 'N. Main', 'Elm Street', '12th Ave.'."""
    streets = "|".join(sorted(table("streets")))
    named = rf"(?:[A-Z][\w'\u2019-]{{0,20}}\.?\s|[0-9]{{1,3}}(?:st|nd|rd|th)\s){{1,3}}(?:{streets})\b"
    return re.compile(rf"\s(?:[NSEW]\.\s[A-Z0-9]|{named})")


def _is_house(match: re.Match[str], context: Context) -> bool:
    """'1802 Elm Street', 'the 1500 block of Elm Street'."""
    start, end = match.span()
    if _BLOCK.match(context.text, end):
        return True
    return _address().match(context.text, end) is not None and not _THE.search(context.text, max(0, start - 5), start)


def _is_year(match: re.Match[str], context: Context) -> bool:
    """Whether four digits in running text are a year: not '2000 people', '$1500', 'Boeing 1900', '1802 Elm Street'."""
    if _is_house(match, context):
        return False
    counted = _COUNTED.match(context.text[match.end() : match.end() + 24])
    if counted is None:
        return True
    numbers = load_table("en", "numbers")
    units = numbers["units"]
    measured = any(counted.group(1) in units[name] for name in ("measure", "money", "duration"))
    return not measured and counted.group(1) not in numbers["counted"]


_WEEKDAY = r"(?:<short weekday:w>,?_(?:the_)?)?"
_TO = r"\s?(?:-|\u2013|\u2014|to|through|and|until)\s?"

RULES = [
    Rule("iso", pattern(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"), _read_iso, Basis.STATED),
    Rule(
        "iso-short",
        pattern(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])"),
        _read_iso,
        Basis.STATED,
        marked_only=True,
    ),
    Rule("days", pattern(rf"<month:m>_<day:d>{_TO}<day:d2>{YEAR}?"), _read_days, Basis.STATED, _is_capital),
    Rule("days", pattern(rf"<day:d>{_TO}<day:d2>_(?:of_)?<month:m>{YEAR}?"), _read_days, Basis.STATED, _is_capital),
    Rule("month-day", pattern(rf"{_WEEKDAY}<month:m>_(?:the_)?<day:d>{YEAR}?"), _read_day, Basis.STATED, _is_capital),
    Rule(
        "day-month",
        pattern(
            rf"{_WEEKDAY}<day:d>(?:_of_|[\s-])<month:m>(?:-(?=[0-9])|,?_(?:of_|in_)?)?(?:(?<=[\s-]){STATED}|(?<=\s){SAME_YEAR})?"
        ),
        _read_day,
        Basis.STATED,
        _is_capital,
    ),
    Rule(
        "week-of",
        pattern(rf"(?:the_)?week_(?:of|beginning|ending|ended|starting)_(?:<month:m>_<day:d>){YEAR}?"),
        _read_week,
        Basis.STATED,
        _is_capital,
    ),
    Rule("month-year", pattern(rf"<month:m>{YEAR}"), _read_month, Basis.STATED, _is_capital),
    Rule(
        "near-month", pattern(r"(?P<r>last|this|next|past)_<month:m>"), _read_near_month, Basis.PUBLISHED, _is_capital
    ),
    Rule("month", pattern(r"<month:m>"), _read_month, Basis.PUBLISHED, _is_month),
    Rule("year", pattern(rf"(?:the_year_)?{STATED}"), _read_year, Basis.STATED, _is_year),
    Rule(
        "decade",
        pattern(r"(?:the_)?['\u2019]?(?P<y>(?:1[4-9]|20)?[0-9]0)['\u2019]?s"),
        _read_decade,
        Basis.STATED,
        _is_decade,
    ),
    Rule("century", pattern(r"(?:the_)?<ordinal:o>[\s-]century"), _read_century, Basis.STATED),
]
