"""'Police', 'the officers', 'the army' with nothing beside them: the one body of that sort that the report names.

Where it names none, or several, or one of another country than it is about, they stay nameless.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from accordingto.lexicon import load_table
from accordingto.model.actor import ActorKind
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve.cast import Cast, Figure
from accordingto.text.names import fold_name, is_acronym

# What may hang on a noun that says no more than itself.
_PLAIN = frozenset({"det", "punct", "conj", "cc", "case", "prep"})
# 'Police in Kell', 'officers from Otar' may be others.
_BINDING = frozenset({"in", "of", "from", "for", "with", "at", "near", "around", "outside"})


class BareBodies:
    """The named bodies of one document that bare nouns can mean."""

    def __init__(self, cast: Cast, parse: Parse) -> None:
        self.parse = parse
        self._named = {sort: _find_named(cast, sort, row) for sort, row in _bare().items()}

    def lead_back(self, token: Token) -> Figure | None:
        """The body that a noun means where nothing stands beside it."""
        sort = bare_nouns().get(token.text.lower())
        if sort is None or self._named[sort] is None or not self._is_bare(token):
            return None
        return self._named[sort]

    def _is_bare(self, token: Token) -> bool:
        for child in (self.parse.tokens[index] for index in self.parse.children[token.index]):
            if child.dep not in _PLAIN or (child.dep == "det" and child.text.lower() != "the"):
                return False
            if child.dep == "prep" and child.lemma in _BINDING:
                return False
        return True


def _find_named(cast: Cast, sort: str, row: Mapping[str, Any]) -> Figure | None:
    named = [each for each in cast.living() if each.mentions and _is_of(each, sort, row)]
    fits = [each for each in named if not each.code or not cast.home or each.code == cast.home]
    return fits[0] if len(named) == 1 and fits else None


def _is_of(figure: Figure, sort: str, row: Mapping[str, Any]) -> bool:
    if figure.body == sort:
        return True
    if figure.described or figure.kind not in {ActorKind.ORGANIZATION, ActorKind.GROUP}:
        return False
    ends = tuple(f" {name}" for name in row["names"])
    initials = row["initials"]
    return any(
        (ends and fold_name(name).endswith(ends))
        or (initials and is_acronym(name) and len(name) > len(initials) and fold_name(name).endswith(initials))
        for name in figure.names
    )


@cache
def bare_nouns() -> dict[str, str]:
    """The sort of body of each bare noun, the first that has it."""
    return {noun: sort for sort, row in reversed(_bare().items()) for noun in row["nouns"]}


@cache
def _bare() -> dict[str, dict[str, Any]]:
    return dict(load_table("en", "organisation_words")["bare"])
