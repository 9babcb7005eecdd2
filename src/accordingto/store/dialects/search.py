"""Full-text search in the words of each kind of database: FTS5 in a file, tsvector on a server."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection


class Render(Protocol):
    """Makes a query of words."""

    def __call__(self, terms: Sequence[str], *, is_unfinished: bool) -> str:
        """The query; the last word may be unfinished."""
        ...


@dataclass(frozen=True, slots=True)
class Search:
    """How one kind of database searches.

    Attributes:
        names: SQL of the numbers of the names that have the words of ``:query``.
        texts: SQL of the numbers of the documents that have them, with ``worse``, which sorts the best first.
        renew_names: run after the names were written anew.
        render: the query of some words; the last may be unfinished.
    """

    names: str
    texts: str
    renew_names: tuple[str, ...]
    render: Render


def search_of(connection: Connection) -> Search:
    """How the database of a connection searches."""
    return _BY_DIALECT[connection.dialect.name]


def _render_fts5(terms: Sequence[str], *, is_unfinished: bool) -> str:
    return " ".join(f'"{term}"' for term in terms) + ("*" if is_unfinished else "")


def _render_tsquery(terms: Sequence[str], *, is_unfinished: bool) -> str:
    """Words in quotes: nothing in them is an operator."""
    folded = (_fold(term) for term in terms)
    quoted = [f"'{term}'" for term in folded if term]
    return " & ".join(quoted) + (":*" if is_unfinished and quoted else "")


def _fold(term: str) -> str:
    """The word without accents, as ``search_fold`` of the database has it."""
    apart = unicodedata.normalize("NFD", term.lower())
    return "".join(each for each in apart if not "\u0300" <= each <= "\u036f" and each not in "'\\")


_BY_DIALECT = {
    "sqlite": Search(
        names="SELECT rowid AS number FROM search_name_words WHERE search_name_words MATCH :query",
        texts="SELECT rowid AS number, bm25(search_texts, 4.0, 1.0) AS worse FROM search_texts"
        " WHERE search_texts MATCH :query",
        renew_names=("INSERT INTO search_name_words (search_name_words) VALUES ('rebuild')",),
        render=_render_fts5,
    ),
    "postgresql": Search(
        names="SELECT number FROM search_name_words WHERE words @@ to_tsquery('simple', :query)",
        texts="SELECT number, -ts_rank_cd(words, asked) AS worse"
        " FROM search_texts, to_tsquery('search_english', :query) AS asked WHERE words @@ asked",
        renew_names=(
            "DELETE FROM search_name_words",
            "INSERT INTO search_name_words SELECT number, search_words('simple', name) FROM search_names",
        ),
        render=_render_tsquery,
    ),
}
