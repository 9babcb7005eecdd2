"""Small words and addresses that templates share."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from accordingto.model.claim import ClaimStance, Status
from accordingto.model.document import Document, Span
from accordingto.query.ask import ORDER
from accordingto.query.reader import DERIVED
from accordingto.query.words import MEANINGS as STATUS_MEANINGS
from accordingto.query.words import render_days

# What a status means, as a sentence.
MEANINGS = {status: f"{words[0].upper()}{words[1:]}." for status, words in STATUS_MEANINGS.items()}

# Shapes beside the colours: nothing is said by colour alone.
MARKS = {Status.CONTESTED: "≠", Status.UNVERIFIED: "?", Status.AGREED: "=", Status.SINGLE: "•"}

STANCES = {
    ClaimStance.ASSERTS: "says so",
    ClaimStance.DENIES: "denies it",
    ClaimStance.CANNOT_VERIFY: "could not verify it",
}


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    Example:
        >>> count(1, "origin"), count(2, "origin")
        ('1 origin', '2 origins')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def link(kind: str, line: str) -> str:
    """The address of a page about a line: ``/question/question-12ab``."""
    return f"/{kind}/{quote(line, safe='')}"


def link_words(document: str, span: Span | tuple[int, int]) -> str:
    """The address of some words of a document, marked and scrolled to."""
    return f"{link('document', document)}?at={span[0]}-{span[1]}#at"


def with_query(path: str, known: Mapping[str, Any], **changed: Any) -> str:
    """A path with the parameters that are set."""
    values = {name: value for name, value in {**known, **changed}.items() if value not in {None, ""}}
    return f"{path}?{urlencode(values)}" if values else path


def cite(document: Document) -> str:
    """'Meridian Wire, 14 May 2024'."""
    name = document.outlet or document.uri
    return name if document.published is None else f"{name}, {render_days(document.published.date)}"


GLOBALS: dict[str, Any] = {
    "MEANINGS": MEANINGS,
    "MARKS": MARKS,
    "STANCES": STANCES,
    "DERIVED": DERIVED,
    "STATUSES": ORDER,
    "count": count,
    "link": link,
    "link_words": link_words,
    "with_query": with_query,
    "cite": cite,
}

FILTERS: dict[str, Callable[..., Any]] = {"days": render_days}
