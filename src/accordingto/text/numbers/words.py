"""The value of a number written in digits, in words, or in both: '4,000', 'twenty-one', '2.6 million', 'a dozen'."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from accordingto.lexicon.load import load_table
from accordingto.text.phrases import begins_with, join_phrases

# Separators of thousands: comma, no-break and thin spaces; the point only as decimal point (English texts).
DIGITS = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d{1,4})?|\d{1,15}(?:\.\d{1,4})?"

# No number of a news text needs more words ('nine hundred and ninety-nine thousand nine hundred and ninety-nine').
_MOST_WORDS = 12
_TENS = range(10, 100, 10)


@dataclass(frozen=True, slots=True)
class WordNumber:
    """What a run of number words is worth.

    Attributes:
        value: the number; the least one for a plural ('hundreds' is 200).
        exact: False for a plural or a word like 'several'.
    """

    value: Fraction
    exact: bool = True

    @property
    def low(self) -> int:
        """The largest whole number that is no larger; fractions themselves are slow to compare and to round."""
        return self.value.numerator // self.value.denominator

    @property
    def high(self) -> int:
        """The smallest whole number that is no smaller."""
        return -(-self.value.numerator // self.value.denominator)

    def is_in(self, numbers: range) -> bool:
        """Whether it is one of some whole numbers; a range by itself would compare a fraction with each of them."""
        return self.value.denominator == 1 and self.value.numerator in numbers


@cache
def _tables() -> dict[str, dict[str, int]]:
    table: dict[str, Any] = load_table("en", "numbers")
    names = ("cardinals", "scales", "short_scales", "plural_scales", "few", "ordinals")
    return {name: {str(word): int(value) for word, value in table[name].items()} for name in names}


_BEGINNING = ("plural_scales", "few", "scales", "cardinals")


@cache
def number_pattern() -> re.Pattern[str]:
    """One number, digits or words, in small letters, with its scale: the longest run that may be one number."""
    tables = _tables()

    def any_of(*names: str) -> str:
        return join_phrases({word for name in names for word in tables[name]})

    scale = rf"(?:{any_of('scales')})\b"
    word = rf"(?:{any_of('cardinals')})\b"
    plural = rf"\b(?:{any_of('plural_scales')})\b(?:\s+of\s+(?:{any_of('plural_scales')})\b)?"
    join = r"(?:[-\u2010\u2011]|\s+(?:and\s+)?)"
    words = rf"\b(?:half\s+an?\s+|an?\s+)?(?:{scale}|{word})(?:{join}(?:{scale}|{word})){{0,{_MOST_WORDS}}}"
    short = rf"(?:\s?(?:{any_of('short_scales')})\b)"
    digits = rf"(?:{DIGITS})(?:{short}|(?:[-\s]{{1,2}}{scale}){{0,2}})?"
    few = rf"\b(?:{any_of('few')})\b(?:\s+{scale})?"
    begun = begins_with(["a", "half", *(each for name in _BEGINNING for each in tables[name])])
    return re.compile(rf"(?=\d){digits}|\b{begun}(?:{plural}|{few}|{words})")


# The same few numbers stand in all texts.
@lru_cache(maxsize=4096)
def parse_number(words: str) -> WordNumber | None:
    """The value of a number in digits or words, or ``None`` when it is none.

    Example:
        >>> int(parse_number("two hundred and six").value)
        206
        >>> int(parse_number("2.6 million").value)
        2600000
    """
    text = " ".join(re.sub(r"[-\u2010\u2011]", " ", words.lower()).split())
    tables = _tables()
    few = _few(text, tables)
    if few is not None:
        return few
    text = _long_scale(text, tables)
    parts = [part for part in text.split(" ") if part not in {"and", "of"}]
    if parts and parts[-1] in tables["plural_scales"]:
        return _plural(parts, tables)
    value = _sum(parts, tables)
    return None if value is None else WordNumber(value)


def _few(text: str, tables: dict[str, dict[str, int]]) -> WordNumber | None:
    """'several', 'a few hundred': the least they can mean."""
    head, _, scale = text.rpartition(" ")
    size = Fraction(tables["scales"].get(scale, 1))
    words = head if scale in tables["scales"] else text
    if words not in tables["few"]:
        return None
    exact = words in load_table("en", "numbers")["exact_few"] and size == 1
    return WordNumber(tables["few"][words] * size, exact=exact)


def _long_scale(text: str, tables: dict[str, dict[str, int]]) -> str:
    """'1.5m' and '20k' with their scale as a word of its own, so that it multiplies."""
    match = re.fullmatch(r"([0-9.,\u00a0\u202f\u2009]+)\s?([a-z]{1,3})", text)
    if match is None or match.group(2) not in tables["short_scales"]:
        return text
    return f"{match.group(1)} {match.group(2)}"


def _plural(parts: list[str], tables: dict[str, dict[str, int]]) -> WordNumber | None:
    """'hundreds' is at least 200; 'hundreds of thousands' at least 200,000, for the last word only names the size."""
    least = Fraction(1)
    for part in parts[:-1]:
        if part not in tables["plural_scales"]:
            return None
        least *= tables["plural_scales"][part]
    last = tables["plural_scales"][parts[-1]]
    return WordNumber(least * (Fraction(last, 2) if len(parts) > 1 else last), exact=False)


def _sum(parts: list[str], tables: dict[str, dict[str, int]]) -> Fraction | None:
    total, group, seen, last = Fraction(0), Fraction(0), False, 0
    for part in parts:
        if part in {"a", "an"}:
            continue
        if part == "half":
            group, seen = Fraction(1, 2), True
        elif part in tables["scales"] or part in tables["short_scales"]:
            scale = tables["scales"].get(part) or tables["short_scales"][part]
            group = (group if seen else Fraction(1)) * scale
            seen = True
            if scale >= tables["scales"]["thousand"]:
                total, group = total + group, Fraction(0)
            last = 0
        else:
            value = _one(part, tables)
            # 'twenty-one' adds up, 'five six' and 'twenty twelve' do not.
            if value is None or (last and not (last in _TENS and 0 < value < _TENS.start)):
                return None
            group, seen, last = group + value, True, int(value)
    return total + group if seen else None


def _one(part: str, tables: dict[str, dict[str, int]]) -> Fraction | None:
    if part in tables["cardinals"]:
        return Fraction(tables["cardinals"][part])
    digits = re.sub(r"[,\u00a0\u202f\u2009]", "", part)
    return Fraction(digits) if re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,4})?", digits) else None
