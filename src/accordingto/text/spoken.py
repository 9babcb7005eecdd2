"""Values as a person would say them, and the verb that goes with a name: one way for every page and reason."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from accordingto.lexicon import load_table
from accordingto.model.claim import ActorValue, DateValue, NumberValue, PlaceValue, Value
from accordingto.model.dates import DateRange
from accordingto.text.numbers import find_numbers

# '1 of the students': those after these words are picked from.
PICKED_FROM = frozenset({"the", "its", "their", "his", "her", "our", "these", "those"})
PLURALS = frozenset({"people", "men", "women", "children", "police", "some", "others", "many", "several", "both"})
# What follows these says more of those named before: 'residents of the town'.
BEHIND = frozenset(
    {"of", "at", "in", "from", "on", "with", "near", "for", "who", "to", "by", "close", "inside", "whose"}
)
# Not the calendar module's names, which follow the machine's language.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def render_days(days: DateRange) -> str:
    """Days as precise as they are known.

    Example:
        >>> render_days(DateRange(date(2024, 5, 1), date(2024, 5, 31)))
        'May 2024'
        >>> render_days(DateRange(date(2024, 5, 30), date(2024, 6, 2)))
        '30 May to 2 June 2024'
    """
    start, end = days.start, days.end
    if start == end:
        return _render_day(start)
    if (start.day, start.month, end.day, end.month) == (1, 1, 31, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        first, last = (f"{MONTHS[each.month - 1]} {each.year}" for each in (start, end))
        return first if first == last else f"{first} to {last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_render_day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} to {_render_day(end)}"
    return f"{_render_day(start)} to {_render_day(end)}"


def _render_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def render_value(value: Value, names: Mapping[str, str], evidence: Iterable[str] = ()) -> str:
    """A value, a number in the words of its evidence where these give it: 'more than 70'.

    Args:
        value: what is claimed.
        names: actor id -> name.
        evidence: the words that state it; the first in which the number is found wins.
    """
    if isinstance(value, NumberValue):
        return _find_number_words(value, evidence) or render_number(value)
    if isinstance(value, DateValue):
        return render_days(value.date)
    if isinstance(value, ActorValue):
        return names.get(value.actor, value.actor)
    return value.place if isinstance(value, PlaceValue) else value.text


def _find_number_words(value: NumberValue, evidence: Iterable[str]) -> str | None:
    for words in evidence:
        for quantity in find_numbers(words):
            if (quantity.low, quantity.high) == (value.low, value.high):
                found = " ".join(words[quantity.span.start : quantity.span.end].split())
                is_exact = value.low == value.high and not quantity.vague
                return f"{value.low:,}" if is_exact and value.low is not None else found[:1].lower() + found[1:]
    return None


def render_number(value: NumberValue) -> str:
    """Bounds in words, where no document's own words are at hand."""
    if value.low == value.high:
        return "an unknown number" if value.low is None else f"{value.low:,}"
    if value.high is None:
        return f"at least {value.low:,}"
    return f"at most {value.high:,}" if value.low is None else f"{value.low:,} to {value.high:,}"


def render_counted(value: str, who: str | None) -> str:
    """A number in words with those counted.

    Example:
        >>> render_counted("hundreds", "pupils"), render_counted("1", "the pupils"), render_counted("9", "pupils")
        ('hundreds of pupils', '1 of the pupils', '9 pupils')
    """
    return value if who is None else f"{value} {join_counted(value, who)}"


def join_counted(value: str, who: str) -> str:
    """Those counted as they stand behind a number: 'of' after 'hundreds' and before 'the'."""
    last, first = value.lower().split()[-1:], who.lower().split()[:1]
    scales = load_table("en", "numbers")["plural_scales"]
    needs_of = (bool(last) and last[0] in scales) or (bool(first) and first[0] in PICKED_FROM)
    return f"of {who}" if needs_of else who


def is_plural(name: str) -> bool:
    """Whether a name wants 'say': 'Vardan officials', 'doctors at the hospital'; a name proper wants 'says'."""
    words = name.split()
    cut = next((at for at, word in enumerate(words) if at and word.lower() in BEHIND), len(words))
    last = words[:cut][-1:] or [""]
    plain = last[0].rstrip(",.;:")
    if plain != plain.lower() and not _opens_as_people(words[:cut]):
        return False
    plain = plain.lower()
    return plain in PLURALS or (plain.endswith("s") and not plain.endswith(("ss", "us", "is")))


def _opens_as_people(words: list[str]) -> bool:
    """'Doctors' at the head of a sentence are no name; 'Houthis' and 'Reuters' are, and neither is in the list."""
    plain = words[-1].rstrip(",.;:").lower() if words else ""
    people = set(load_table("en", "actor_nouns")["person"])
    return len(words) == 1 and (plain in PLURALS or plain.removesuffix("s") in people)


def agree(name: str, verb: str) -> str:
    """A verb in the form that a name wants: 'says', 'say'; 'denies', 'deny'."""
    if is_plural(name):
        return verb
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else f"{verb}s"
