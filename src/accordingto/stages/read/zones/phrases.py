"""Word lists as compiled patterns: one way for every zone to ask 'does it begin with one of these?'."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from accordingto.lexicon import load_table


def join_phrases(phrases: Iterable[str]) -> str:
    """One alternation, longest first, that forgives curly apostrophes and several spaces."""
    escaped = (re.escape(each).replace(r"\ ", r"\s{1,3}").replace("'", "['’]") for each in phrases)
    return "|".join(sorted(escaped, key=lambda each: (-len(each), each)))


@cache
def starts_with(topic: str, name: str) -> re.Pattern[str]:
    """A pattern for lines that begin with a phrase of a list of ``lexicon/en/<topic>.yaml``, ignoring case.

    Bullets and brackets may stand before it, quotation marks may not: then somebody said it.
    """
    return re.compile(rf"[^\w\"'“”‘’]{{0,3}}(?:{join_phrases(words(topic, name))})(?!\w)", re.IGNORECASE)


@cache
def words(topic: str, name: str) -> tuple[str, ...]:
    """The phrases of one list."""
    return tuple(load_table("en", topic)[name])


@cache
def outlet_names(*, agencies_only: bool = False, ambiguous: bool = False) -> tuple[str, ...]:
    """Every name that the general list of agencies and outlets has, longest first."""
    table: dict[str, list[dict[str, Any]]] = load_table("en", "news_outlets")
    rows = table["agencies"] if agencies_only else table["agencies"] + table["outlets"]
    found: set[str] = set()
    for row in rows:
        found.update([*row.get("names", ()), *(row.get("ambiguous", ()) if ambiguous else ())])
        if ambiguous or row["name"] not in row.get("ambiguous", ()):
            found.add(row["name"])
    return tuple(sorted(found, key=lambda name: (-len(name), name)))
