"""One FollowTheMoney entity: id, schema, and properties that are lists of texts."""

from calendar import monthrange
from collections.abc import Iterable
from typing import Any

from accordingto.model.dates import DateRange

Entity = dict[str, Any]

# FollowTheMoney names languages by ISO 639-3. What is not here is left out.
LANGUAGES = {
    "ar": "ara", "be": "bel", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb",
    "it": "ita", "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip


def make_entity(key: str, schema: str, caption: str, **properties: str | Iterable[str | None] | None) -> Entity:
    """An entity; values without anything in them, and properties without values, are left out."""
    kept = {}
    for name, values in properties.items():
        given = [values] if values is None or isinstance(values, str) else values
        texts = list(dict.fromkeys(text for each in given if each is not None and (text := each.strip())))
        if texts:
            kept[name] = texts
    return {"id": key, "caption": flat(caption), "schema": schema, "properties": kept}


def flat(text: str) -> str:
    """On one line, as names have to be."""
    return " ".join(text.split())


def render_date(days: DateRange | None) -> str | None:
    """A date as precise as it is: a day, a month, a year; ``None`` where the days are none of these."""
    if days is None:
        return None
    start, end = days.start, days.end
    if start == end:
        return start.isoformat()
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    return f"{start:%Y}" if start.year == end.year and _is_whole(days) else None


def _is_whole(days: DateRange) -> bool:
    last = monthrange(days.end.year, days.end.month)[1]
    return days.start.day == 1 and days.end.day == last
