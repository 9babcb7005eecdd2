"""Pieces that the date rules are made of, from the word lists."""

import re
from functools import cache
from typing import Any

from accordingto.lexicon.load import load_table
from accordingto.text.dates.calendar import Unit
from accordingto.text.numbers.words import parse_number


@cache
def table(name: str) -> dict[str, Any]:
    """One list of ``lexicon/en/dates.yaml``."""
    found: dict[str, Any] = load_table("en", "dates")[name]
    return found


def _choices(words: Any) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['\u2019]?") for word in ordered)


@cache
def _pieces() -> dict[str, str]:
    months = table("months")
    long = [word for word in months if len(word) > len("sept") or word in {"may", "june", "july"}]
    short = [word for word in months if word not in long]
    weekdays = table("weekdays")
    return {
        # An abbreviation's point belongs to it; the point after 'May' ends a sentence.
        "month": rf"(?:(?:{_choices(long)})\b|(?:{_choices(short)})\b\.?)",
        "weekday": rf"(?:(?:{_choices(weekdays)})\b)",
        "short weekday": rf"(?:(?:{_choices([*weekdays, *table('short_weekdays')])})\b\.?)",
        "unit": rf"(?:(?:{_choices(table('units'))})\b)",
        "season": rf"(?:(?:{_choices(table('seasons'))})\b)",
        "part": rf"(?:(?:{_choices(table('day_parts'))})\b)",
        "holiday": rf"(?:(?:{_choices(table('holidays'))})\b)",
        "day": r"(?:(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\d:%]|,\d{3}|\.\d))",
        "year": r"(?:(?:1[0-9]|20)[0-9]{2}(?![\d%]|,\d|\.\d))",
        "ordinal": (
            r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
            r"fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|[0-9]{1,2}(?:st|nd|rd|th))\b)"
        ),
        "count": _count(),
    }


def piece(name: str) -> str:
    """A pattern without groups: 'month', 'weekday', 'short weekday', 'unit', 'part', 'season', 'count' and so on."""
    return _pieces()[name]


def _count() -> str:
    cardinals = _choices(load_table("en", "numbers")["cardinals"])
    words = rf"(?:{cardinals}|hundred|dozen|thousand)\b"
    number = rf"(?:an?\s+)?{words}(?:(?:[-\s]|\s+and\s+){words}){{0,3}}"
    digits = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:\.[0-9]{1,2})?"
    half = r"(?:\s+and\s+a\s+half|\s+1/2|-1/2)"
    few = (
        r"several|a\s+few|few|a\s+couple\s+of|couple\s+of|a\s+couple|many|some|half\s+an?|dozens\s+of|hundreds\s+of|"
        r"thousands\s+of|a\s+number\s+of|various"
    )
    return rf"(?:(?:{few})(?=[\s-])|(?:{digits}|{number}|an?\b){half}?)"


# A year in figures, as group ``y``; 'last year' after a month, as group ``ry``; either, after a month or a quarter.
STATED = r"(?P<y>(?:1[4-9]|20)[0-9]{2}(?![0-9%]|,[0-9]|\.[0-9])|['\u2019][0-9]{2})"
SAME_YEAR = r"(?:of_)?(?P<ry>last|this|next)_year"
YEAR = rf"(?:,?_(?:of_|in_)?{STATED}|,?_{SAME_YEAR})"

ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|some|over|more\s+than|less\s+than|fewer\s+than|at\s+least|"
    r"at\s+most|up\s+to|just\s+over|just\s+under|under|well\s+over|only|just|no\s+more\s+than|an?\s+estimated|"
    r"as\s+long\s+as|as\s+many\s+as|as\s+much\s+as|perhaps|another|the|its|his|her|their|this)\s+){0,3}"
)


def pattern(template: str) -> re.Pattern[str]:
    """A compiled pattern of whole words.

    ``<month>`` stands for the piece, ``<month:m>`` for the piece as group ``m``, ``_`` for white space.
    """
    filled = re.sub(
        r"(?<!P)<([a-z ]+)(?::([a-z0-9]+))?>",
        lambda m: f"(?P<{m.group(2)}>{piece(m.group(1))})" if m.group(2) else piece(m.group(1)),
        template.replace("_", r"[\s\u00a0]+"),
    )
    start = r"(?<![\w'\u2019.,$/])(?:(?<!-)|(?<=\bmid-)|(?<=\bearly-)|(?<=\blate-)|(?<=\bpre-)|(?<=\bpost-))"
    return re.compile(rf"{start}(?:{filled})(?![\w$]|\.\d)", re.IGNORECASE)


def number(words: str) -> str | None:
    """A count as TIMEX3 writes it, ``None`` for 'several', 'a few'.

    Example:
        >>> number("twenty-four"), number("a couple of"), number("two and a half"), number("several")
        ('24', '2', '2.5', None)
    """
    words = " ".join(words.lower().replace("-", " ").split())
    extra = 0.0
    for half in (" and a half", " 1/2"):
        if words.endswith(half):
            words, extra = words.removesuffix(half), 0.5
    if words in {"half a", "half an"}:
        return "0.5"
    if words in {"a", "an"}:
        value = 1.0
    else:
        parsed = parse_number(words)
        if parsed is None or not parsed.exact:
            return None
        value = float(parsed.value)
    value += extra
    return str(int(value)) if value == int(value) else f"{value:g}"


def ordinal(words: str) -> int:
    """1 for 'first' and '1st'."""
    words = words.lower()
    digits = re.match(r"[0-9]+", words)
    return int(digits.group()) if digits else int(load_table("en", "numbers")["ordinals"][words])


def month_number(words: str) -> int:
    """5 for 'May'."""
    return int(table("months")[words.lower().rstrip(".")])


def weekday_number(words: str) -> int:
    """0 for 'Monday', 'Mon.'."""
    words = words.lower().rstrip(".")
    return int({**table("weekdays"), **table("short_weekdays")}[words])


def day_part(words: str | None) -> str | None:
    """NI for 'night'."""
    return None if words is None else str(table("day_parts")[words.lower()])


def unit_name(words: str) -> str:
    """The unit in the singular: 'day' for 'nights'."""
    return str(table("units")[words.lower()])


def full_year(words: str, near: int | None = None) -> int:
    """A year from two or four digits; two digits mean the century nearest to ``near``, else 1970 to 2069."""
    year = int(re.sub(r"\D", "", words))
    if year >= 100:  # noqa: PLR2004  more than two digits
        return year
    pivot = near if near is not None else 2020
    return min((century + year for century in range(1800, 2200, 100)), key=lambda each: (abs(each - pivot), each))


CALENDAR_UNITS = {
    "day": Unit.DAY,
    "week": Unit.WEEK,
    "weekend": Unit.WEEKEND,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "season": Unit.SEASON,
    "half": Unit.HALF,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}

LENGTH_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "fortnight": "W",
    "week": "W",
    "weekend": "D",
    "month": "M",
    "quarter": "Q",
    "season": "M",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
