"""What kind of number it is, from the words and signs next to it."""

import re
from dataclasses import dataclass
from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.model.document import Span
from accordingto.text.numbers.quantity import QuantityKind
from accordingto.text.numbers.words import WordNumber

_REACH = 24
_OLDEST = 120
_YEARS = range(1500, 2100)
_MONTH_DAYS = range(1, 32)

_AGE_BEFORE = re.compile(r"\b(?:aged|ages|age|aged\s+between|age\s+of|ages\s+of|aged\s+just)\s+$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[-\s]?years?[-\s]olds?\b|[-\s](?:months?|weeks?|days?)[-\s]olds?\b", re.IGNORECASE)
_APPOSED_AGE = re.compile(r"[^\W\d_][\w.'\u2019-]{1,30},\s$")
_CLOCK_AFTER = re.compile(
    r"[:.]\d{2}\b|\s?(?:a\.?m|p\.?m)\b|\s?o['\u2019]clock|\s?(?:GMT|UTC)\b|h\d{2}\b", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(r"(?<!\d)\d{1,2}:$")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|before|after|during|year|early|late|mid|between|through|the|and|to|for|than)"
    r"[\s-]+$|[(/\u2013-]$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s+([a-z]+)\b")
_GLUED_BEFORE = re.compile(r"[^\W\d_][-\u2010\u2011]?$")
_GLUED_AFTER = re.compile(r"[^\W\d_]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_SLASHED = re.compile(r"[/.](?:\d{1,2})\b(?:[/.]\d{2,4})?")
_SLASHED_BEFORE = re.compile(r"\b\d{1,4}[/.]$")
_ISO = re.compile(r"-\d{2}-\d{2}\b")
_ISO_BEFORE = re.compile(r"\b\d{4}-(?:\d{2}-)?$")


@dataclass(frozen=True, slots=True)
class _Setting:
    """A number with the characters on either side of it."""

    before: str
    after: str
    number: Span
    value: WordNumber


@cache
def _words(name: str) -> re.Pattern[str]:
    units = sorted(load_table("en", "numbers")["units"][name], key=lambda word: (-len(word), word))
    choices = "|".join(r"\s+".join(re.escape(part) for part in unit.split()) for unit in units)
    closed = r"(?!\w)" if name != "percent" else r"(?![A-Za-z])"
    return re.compile(rf"(?:\s|[-\u2010\u2011])*({choices}){closed}", re.IGNORECASE)


@cache
def _around(name: str) -> re.Pattern[str]:
    table = load_table("en", "numbers")
    if name == "money":
        signs = "|".join(re.escape(s) for s in sorted(table["currency_signs"], key=lambda s: (-len(s), s)))
        return re.compile(rf"(?:{signs})\s?$")
    months = "|".join(sorted(table["months"], key=lambda month: (-len(month), month)))
    if name == "month before":
        return re.compile(rf"\b(?:{months})\b\.?\s+$", re.IGNORECASE)
    if name == "month after":
        return re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{months})\b", re.IGNORECASE)
    if name == "label":
        return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in table['labels'])})\.?\s+#?$", re.IGNORECASE)
    return re.compile("|".join(re.escape(phrase) for phrase in table["not_counts"]), re.IGNORECASE)


def is_no_count(text: str, number: Span) -> bool:
    """Whether a number word stands in a phrase that counts nothing: 'no one', 'one another'."""
    start = max(0, number.start - 16)
    window = text[start : number.end + 20]
    return any(
        start + match.start() <= number.start and number.end <= start + match.end()
        for match in _around("not counts").finditer(window)
        if not text[start + match.start() - 1 : start + match.start()].isalpha()
    )


def kind_of(text: str, number: Span, value: WordNumber) -> tuple[QuantityKind, str | None, Span]:
    """The kind of a number, its unit, and its span with the sign or unit that belongs to it."""
    before = text[max(0, number.start - _REACH) : number.start]
    after = text[number.end : number.end + _REACH]
    setting = _Setting(before, after, number, value)
    for find in (_money, _dated, _age, _measured):
        found = find(setting)
        if found is not None:
            return found
    if _is_year(before, after, text[number.start : number.end], value):
        return QuantityKind.YEAR, None, number
    if _ORDINAL.match(after):
        return QuantityKind.ORDINAL, None, Span(number.start, number.end + 2)
    if _is_label(before, after, text[number.start : number.end]):
        return QuantityKind.LABEL, None, number
    return QuantityKind.COUNT, None, number


Found = tuple[QuantityKind, str | None, Span] | None


def _money(at: _Setting) -> Found:
    sign = _around("money").search(at.before)
    if sign is not None:
        return QuantityKind.MONEY, sign.group().strip(), Span(at.number.start - len(sign.group()), at.number.end)
    word = _words("money").match(at.after)
    if word is not None:
        return QuantityKind.MONEY, word.group(1).lower(), Span(at.number.start, at.number.end + word.end())
    return None


def _dated(at: _Setting) -> Found:
    if _CLOCK_AFTER.match(at.after) or _CLOCK_BEFORE.search(at.before):
        return (QuantityKind.TIME, None, at.number) if at.value.value <= 2400 else None  # noqa: PLR2004  24:00
    slashed = _SLASHED.match(at.after) or _SLASHED_BEFORE.search(at.before)
    if slashed or _ISO.match(at.after) or _ISO_BEFORE.search(at.before):
        return QuantityKind.DATE, None, at.number
    if _around("month after").match(at.after) and at.value.value in _MONTH_DAYS:
        return QuantityKind.DATE, None, at.number
    if _around("month before").search(at.before):
        if at.value.value in _MONTH_DAYS:
            return QuantityKind.DATE, None, at.number
        if at.value.value in _YEARS:
            return QuantityKind.YEAR, None, at.number
    return None


def _age(at: _Setting) -> Found:
    aged = _AGE_AFTER.match(at.after)
    if aged is not None:
        return QuantityKind.AGE, "years" if "year" in aged.group().lower() else "months", at.number
    if at.value.value > _OLDEST:
        return None
    apposed = (
        at.after[:1] == ","
        and _APPOSED_AGE.search(at.before) is not None
        and at.before.rstrip()[:-1].split()[-1].istitle()
    )
    if apposed or _AGE_BEFORE.search(at.before):
        return QuantityKind.AGE, "years", at.number
    return None


def _measured(at: _Setting) -> Found:
    for kind in (QuantityKind.PERCENT, QuantityKind.TIME, QuantityKind.DURATION, QuantityKind.MEASURE):
        word = _words(kind.value).match(at.after)
        if word is not None:
            return kind, word.group(1).lower(), at.number
    return None


def _is_year(before: str, after: str, words: str, value: WordNumber) -> bool:
    if not re.fullmatch(r"[0-9]{4}", words) or value.value not in _YEARS:
        return False
    following = _NEXT_WORD.match(after)
    if following is not None and following.group(1) in load_table("en", "numbers")["counted"]:
        return following.group(1).endswith("s") and value.value % 100 != 0 and before.rstrip().endswith("the")
    return following is None or _YEAR_BEFORE.search(before) is not None or value.value % 50 != 0


def _is_label(before: str, after: str, words: str) -> bool:
    if not words[:1].isdigit():
        return False
    glued = _GLUED_BEFORE.search(before) is not None and not before.endswith(("mid-", "pre-", "the-"))
    return glued or _GLUED_AFTER.match(after) is not None or _around("label").search(before) is not None
