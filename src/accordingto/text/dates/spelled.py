"""Years and days in words: 'nineteen ninety-seven', 'the year two thousand', 'March eighth', the lone '25'."""

import re
from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.text.dates.absolute import settle_day
from accordingto.text.dates.calendar import Stretch, make_day, make_decade, make_month, make_season, make_year
from accordingto.text.dates.context import Basis, Context, Rule
from accordingto.text.dates.patterns import month_number, ordinal, pattern, table

_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_CENTURY = 100


@cache
def _cardinals() -> dict[str, int]:
    found: dict[str, int] = load_table("en", "numbers")["cardinals"]
    return found


def spelled_year(words: str) -> int:
    """1997 for 'nineteen ninety-seven', 2004 for 'two thousand and four'."""
    parts = [part for part in re.split(r"[\s-]+", words.lower()) if part != "and"]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(_cardinals()[part] for part in parts[2:])
    return _CENTURY * _cardinals()[parts[0]] + sum(_cardinals()[part] for part in parts[1:])


def _read_year(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    return make_year(spelled_year(match["sy"]))


def _read_month(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    return make_month(spelled_year(match["sy"]), month_number(match["m"]))


def _read_season(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    return make_season(spelled_year(match["sy"]), str(table("seasons")[match["s"].lower()]))


def _read_day(match: re.Match[str], context: Context) -> Stretch | None:
    return settle_day(match, context, month_number(match["m"]), ordinal(match["o"]))


def _read_decade(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    return make_decade(1920 + 10 * _DECADES.index(match["w"].lower()))


def _read_lone_day(match: re.Match[str], context: Context) -> Stretch | None:
    """The 25 of 'on the 24th and 25th': in the month of the last day named."""
    near = context.discourse_day
    return None if near is None else make_day(near.year, near.month, int(re.sub(r"\D", "", match["d"])))


_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_SPELLED = (
    rf"(?P<sy>(?:seventeen|eighteen|nineteen|twenty)[\s-](?:(?:{_TENS})(?:[\s-](?:{_ONES}))?|{_TEENS})|"
    rf"two_thousand(?:_(?:and_)?(?:{_ONES}|{_TEENS}))?)"
)

RULES = [
    Rule("spelled-year", pattern(rf"(?:the_year_)?{_SPELLED}"), _read_year, Basis.STATED, marked_only=True),
    Rule("spelled-month", pattern(rf"<month:m>,?_{_SPELLED}"), _read_month, Basis.STATED, marked_only=True),
    Rule(
        "spelled-season",
        pattern(rf"(?:the_)?<season:s>_(?:of_)?{_SPELLED}"),
        _read_season,
        Basis.STATED,
        marked_only=True,
    ),
    Rule(
        "spelled-day",
        pattern(r"(?:<short weekday:w>,?_)?<month:m>_(?:the_)?<ordinal:o>"),
        _read_day,
        Basis.STATED,
        marked_only=True,
    ),
    Rule(
        "spelled-decade",
        pattern(rf"(?:the_)?(?:early_|late_|mid-)?(?P<w>{'|'.join(_DECADES)})"),
        _read_decade,
        Basis.STATED,
        marked_only=True,
    ),
    Rule("lone-day", pattern(r"(?:the_)?<day:d>"), _read_lone_day, Basis.DISCOURSE, marked_only=True),
]
