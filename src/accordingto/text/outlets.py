"""News agencies and outlets: the names they go by, and which of them a name, an address or a file belongs to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from accordingto.lexicon import load_table
from accordingto.text.names import fold_name
from accordingto.text.phrases import join_phrases

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_SURROUND = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One agency or outlet of the general list.

    Attributes:
        name: the fullest usual name.
        names: every name that is sure to mean it in running text.
        ambiguous: names that mean it only where a credit is sure to stand.
        domains: hosts of its site, without 'www.'.
        paths: parts of an address that mark its text on the site of another.
        agency: whether others print its text whole.
    """

    name: str
    names: tuple[str, ...]
    ambiguous: tuple[str, ...]
    domains: tuple[str, ...]
    paths: tuple[str, ...]
    agency: bool


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """The general list, agencies first."""
    table: dict[str, list[dict[str, Any]]] = load_table("en", "news_outlets")
    return tuple(
        _make_outlet(row, agency=group == "agencies") for group in ("agencies", "outlets") for row in table[group]
    )


def _make_outlet(row: dict[str, Any], *, agency: bool) -> Outlet:
    ambiguous = tuple(row.get("ambiguous", ()))
    own = () if row["name"] in ambiguous else (row["name"],)
    return Outlet(
        name=row["name"],
        names=(*own, *row.get("names", ())),
        ambiguous=ambiguous,
        domains=tuple(row.get("domains", ())),
        paths=tuple(row.get("paths", ())),
        agency=agency,
    )


@cache
def agency_names() -> frozenset[str]:
    """The usual names of the agencies, as a derivation carries them."""
    return frozenset(each.name for each in load_outlets() if each.agency)


@cache
def outlet_names(*, agencies_only: bool = False, ambiguous: bool = False) -> tuple[str, ...]:
    """Every name in the general list, longest first; the ambiguous ones only when asked for."""
    found: set[str] = set()
    for each in load_outlets():
        if each.agency or not agencies_only:
            found.update(each.names)
            found.update(each.ambiguous if ambiguous else ())
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def is_outlet_name(name: str) -> bool:
    """Whether a name, as a text writes it, is an outlet of the general list.

    Capitals tell an acronym from a person: 'SANA' is an agency, Sana may be a woman.

    Example:
        >>> is_outlet_name("REUTERS"), is_outlet_name("Ansa")
        (True, False)
    """
    exact, folded = _spoken_names()
    return name in exact or fold_name(name) in folded


@cache
def _spoken_names() -> tuple[frozenset[str], frozenset[str]]:
    """Names as they are written, and those, folded, that no way of writing makes another word."""
    named: list[str] = load_table("en", "news_outlets")["speaking"]
    exact = {*outlet_names(), *named}
    return frozenset(exact), frozenset(fold_name(each) for each in exact if not each.isupper())


def plain_name(name: str) -> str:
    """A name as it is compared: lower case, no article, no marks round it."""
    return _ARTICLE.sub("", _SURROUND.sub("", " ".join(name.split()))).lower()


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for each in load_outlets():
        for name in (*each.ambiguous, *each.names, each.name):
            found.setdefault(plain_name(name), each.name)
    return found


@cache
def _by_domain() -> dict[str, str]:
    return {domain: each.name for each in load_outlets() for domain in each.domains}


def find_outlet(name: str) -> str:
    """The usual name of an outlet, or the name itself, trimmed, when the list does not know it.

    Example:
        >>> find_outlet("the AP")
        'Associated Press'
    """
    known = _by_name().get(plain_name(name))
    return known if known is not None else _ARTICLE.sub("", _SURROUND.sub("", " ".join(name.split())))


def find_outlet_of_url(url: str | None) -> str | None:
    """Whose site an address is on, as far as the list knows.

    Example:
        >>> find_outlet_of_url("https://www.reuters.com/world/a")
        'Reuters'
    """
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    while "." in host:
        if host in _by_domain():
            return _by_domain()[host]
        host = host.partition(".")[2]
    return None


def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names are one outlet's."""
    return left is not None and right is not None and find_outlet(left).lower() == find_outlet(right).lower()


def outlet_pattern(extra: Iterable[str] = (), *, ambiguous: bool = False) -> str:
    """An alternation of all names of the list and of ``extra`` ones, longest first."""
    return join_phrases({*outlet_names(ambiguous=ambiguous), *extra})
