"""What kind of number it is, from the words and signs next to it."""

import re
from functools import cache
from typing import NamedTuple

from accordingto.lexicon.load import load_table
from accordingto.model.document import Span
from accordingto.text.numbers.labels import YEARS, is_label, is_year
from accordingto.text.numbers.quantity import QuantityKind
from accordingto.text.numbers.words import WordNumber
from accordingto.text.openings import words_of
from accordingto.text.phrases import begins_with, join_phrases, last_word, plain_letters

_REACH = 24
_OLDEST = 120
_MONTH_DAYS = range(1, 32)
_LATEST_CLOCK = 2400
_SHORT_YEARS = range(32, 100)
_DAY_MONTH_BEFORE = re.compile(r"\b[0-3]?[0-9]\s+[A-Za-z]{3,9}\.?\s+$")

_AGE_BEFORE = re.compile(r"\b(?:aged|ages|age|aged\s+between|age\s+of|ages\s+of|aged\s+just)\s+$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[-\s]?years?[-\s]olds?\b|[-\s](?:months?|weeks?|days?)[-\s]olds?\b", re.IGNORECASE)
# 'Ana Berk, 34, said'; 'another brother, 22, was'.
_NAME_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w.'\u2019-]{0,30})\s?(?:,\s|\s\()$")
_NAME_AFTER = re.compile(r"\s?[,)]")
_PERSON_AFTER = re.compile(r"\s?,\s(?:was|were|who|whose|of|is|had|has|from|died|said|told|remains)\b")
_CLOCK_AFTER = re.compile(
    r"[:.]\d{2}(?:\b|(?=[ap]\.?m))|\s?(?:a\.?m|p\.?m)\b|\s?o['\u2019]clock|\s?(?:GMT|UTC)\b|h\d{2}\b", re.IGNORECASE
)
_MILITARY = re.compile(r"0[0-9][0-5][0-9]")  # 'between 0200 and 0300'
_CLOCK_BEFORE = re.compile(r"(?<!\d)\d{1,2}:$")
_RATE = re.compile(r"\b(?:per|every)\s+$", re.IGNORECASE)
_COMPOUND = re.compile(
    r"\s?[-\u2010\u2011]\s?(?:store?y|member|seat|seater|star|times?|way|sided|wheel|wheeled|page|point|fold|pronged|lane|"
    r"door|bed|bedroom|part|step|on)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_SLASHED = re.compile(r"[/.](?:\d{1,2})\b(?:[/.]\d{2,4})?")
_SLASHED_BEFORE = re.compile(r"\b\d{1,4}[/.]$")
_ISO = re.compile(r"-\d{2}-\d{2}\b")
_ISO_BEFORE = re.compile(r"\b\d{4}-(?:\d{2}-)?$")


class _Setting(NamedTuple):
    """A number with the characters on either side of it.

    Attributes:
        before, after: the characters.
        word: the last word before, in small letters.
        sign: the last character before, but for the end of a line.
        number, value: the number.
        military: it is written as a time is by soldiers.
    """

    before: str
    after: str
    word: str
    sign: str
    number: Span
    value: WordNumber
    military: bool


@cache
def _words(name: str) -> re.Pattern[str]:
    phrases = load_table("en", "numbers")["units"][name]
    choices = join_phrases(phrases)
    closed = r"(?!\w)" if name != "percent" else r"(?![A-Za-z])"
    return re.compile(rf"\+?(?:\s|[-\u2010\u2011]){{0,3}}{begins_with(phrases)}({choices}){closed}", re.IGNORECASE)


@cache
def _around(name: str) -> re.Pattern[str]:
    table = load_table("en", "numbers")
    if name == "money":
        return re.compile(rf"(?:{join_phrases(table['currency_signs'])})\s?$")
    months = join_phrases(table["months"])
    if name == "month before":
        return re.compile(rf"\b(?:{months})\b\.?\s+$", re.IGNORECASE)
    if name == "month after":
        return re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{months})\b", re.IGNORECASE)
    # 'Nobody likes that one.', but 'said that one soldier died', 'said that one was killed'.
    return re.compile(rf"{join_phrases(table['not_counts'])}|that\s{{1,3}}one(?=\s?[.,;:!?)\]])", re.IGNORECASE)


@cache
def _months() -> frozenset[str]:
    return frozenset(load_table("en", "numbers")["months"])


_WORD = re.compile(r"\w+")


@cache
def _uncounted() -> frozenset[str]:
    """The words of the phrases that count nothing."""
    return frozenset({"one"}.union(*(_WORD.findall(phrase) for phrase in load_table("en", "numbers")["not_counts"])))


def is_no_count(text: str, number: Span) -> bool:
    """Whether a number word stands in a phrase that counts nothing: 'no one', 'one another'."""
    word = _WORD.match(plain_letters(text[number.start : number.end]).lower())
    if word is None or word.group() not in _uncounted():
        return False
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
    military = _MILITARY.fullmatch(text, *number) is not None
    setting = _Setting(before, after, last_word(before), before.removesuffix("\n")[-1:], number, value, military)
    unit = _may_have_unit(after)
    found = _money(setting, unit=unit) or _dated(setting) or _age(setting) or _measured(setting, unit=unit)
    if found is not None:
        return found
    if is_year(before, after, text[number.start : number.end], value):
        return QuantityKind.YEAR, None, number
    if _ORDINAL.match(after):
        return QuantityKind.ORDINAL, None, Span(number.start, number.end + 2)
    if is_label(before, after, text[number.start : number.end]):
        return QuantityKind.LABEL, None, number
    return QuantityKind.COUNT, None, number


Found = tuple[QuantityKind, str | None, Span] | None


# The word or mark that follows a number, as every unit may.
_NEXT = re.compile(r"\+?(?:\s|[-\u2010\u2011]){0,3}([A-Za-z]+|\S)?")


@cache
def _units() -> frozenset[str | None]:
    """With which words and marks units begin; letters of other alphabets end such a word."""
    units = [phrase for phrases in load_table("en", "numbers")["units"].values() for phrase in phrases]
    return frozenset(match[1] for each in units if (match := _NEXT.match(each.lower())))


def _may_have_unit(after: str) -> bool:
    """Whether what follows begins as a unit does: most numbers are told by this to have none."""
    match = _NEXT.match(plain_letters(after))
    return match is not None and (match[1] or "").lower() in _units()


@cache
def _sign_ends() -> frozenset[str]:
    return frozenset(str(each)[-1] for each in load_table("en", "numbers")["currency_signs"])


def _money(at: _Setting, *, unit: bool) -> Found:
    signed = at.before.rstrip()[-1:] in _sign_ends()
    sign = _around("money").search(at.before) if signed else None
    if sign is not None:
        return QuantityKind.MONEY, sign.group().strip(), Span(at.number.start - len(sign.group()), at.number.end)
    word = _words("money").match(at.after) if unit else None
    if word is not None:
        return QuantityKind.MONEY, word.group(1).lower(), Span(at.number.start, at.number.end + word.end())
    return None


def _dated(at: _Setting) -> Found:
    kind = _date_kind(at)
    return None if kind is None else (kind, None, at.number)


def _date_kind(at: _Setting) -> QuantityKind | None:
    if at.military:
        return QuantityKind.TIME
    if _CLOCK_AFTER.match(at.after) or (at.sign == ":" and _CLOCK_BEFORE.search(at.before)):
        return QuantityKind.TIME if at.value.value <= _LATEST_CLOCK else None
    if _is_written_date(at) or (_is_day(at) and _around("month after").match(at.after)):
        return QuantityKind.DATE
    if at.word not in _months() or _around("month before").search(at.before) is None:
        return None
    if _is_day(at):
        return QuantityKind.DATE
    short = at.value.is_in(_SHORT_YEARS) and _DAY_MONTH_BEFORE.search(at.before) is not None
    return QuantityKind.YEAR if short or at.value.is_in(YEARS) else None


def _is_day(at: _Setting) -> bool:
    return at.value.is_in(_MONTH_DAYS)


def _is_written_date(at: _Setting) -> bool:
    """Part of '4/6' or '2023-06-04'."""
    if at.after.startswith(("/", ".", "-")) and (_SLASHED.match(at.after) or _ISO.match(at.after)):
        return True
    slashed = at.sign in {"/", "."} and _SLASHED_BEFORE.search(at.before)
    return bool(slashed or (at.sign == "-" and _ISO_BEFORE.search(at.before)))


def _age(at: _Setting) -> Found:
    aged = _AGE_AFTER.match(at.after)
    if aged is not None:
        return QuantityKind.AGE, "years" if "year" in aged.group().lower() else "months", at.number
    if at.value.high > _OLDEST:
        return None
    if _is_apposed(at) or (at.word in words_of(_AGE_BEFORE) and _AGE_BEFORE.search(at.before)):
        return QuantityKind.AGE, "years", at.number
    return None


def _is_apposed(at: _Setting) -> bool:
    """Whether the number stands as an age stands: between commas or in brackets right after someone's name."""
    if not _is_figure(at) or _NAME_AFTER.match(at.after) is None:
        return False
    name = _NAME_BEFORE.search(at.before)
    if name is None:
        return False
    return name["word"].istitle() or _PERSON_AFTER.match(at.after) is not None


def _is_figure(at: _Setting) -> bool:
    return at.number.end - at.number.start <= len("120")


_MEASURES = (QuantityKind.PERCENT, QuantityKind.TIME, QuantityKind.DURATION, QuantityKind.MEASURE)


def _measured(at: _Setting, *, unit: bool) -> Found:
    for kind in _MEASURES if unit else ():
        word = _words(kind.value).match(at.after)
        if word is not None:
            return kind, word.group(1).lower(), at.number
    # Nobody counts people in fractions, and 'per 100,000' counts none.
    if at.value.value.denominator != 1 or _COMPOUND.match(at.after):
        return QuantityKind.MEASURE, None, at.number
    if at.word in words_of(_RATE) and _RATE.search(at.before):
        return QuantityKind.MEASURE, None, at.number
    return None
