"""Claimers without a name: 'a military source', 'two residents of Tolm', one a description and document."""

from collections.abc import Sequence

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Cast, Figure, current
from accordingto.text.names import clean_name

LONGEST_DESCRIPTION = 120
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


class Described:
    """The claimers without a name of one document."""

    def __init__(self, cast: Cast, parse: Parse) -> None:
        self.cast, self.parse = cast, parse
        self._by_words: dict[str, Figure] = {}
        self.heads: list[tuple[Figure, Token]] = []  # with the head words of their descriptions

    def describe(self, tokens: Sequence[Token], head: Token) -> Figure | None:
        """The claimer of these words, or None where they name a thing; 'the source' is the 'a source' before it."""
        span = Span(tokens[0].start, max(tokens[-1].end, head.end))
        text = " ".join(self.cast.document.quote(span).split())[:LONGEST_DESCRIPTION]
        clean = clean_name(text)
        if not any(letter.isalnum() for letter in clean) or head.lemma in words.nouns("things"):
            return None
        figure = self._by_words.get(clean.lower()) or self._definite(tokens, head)
        if figure is None:
            plural = head.tag in {"NNS", "NNPS"}
            figure = self.cast.add(Figure(_kind(head), described=True, kept=True, plural=plural))
        self._by_words.setdefault(clean.lower(), figure)
        figure.names.setdefault(clean, 1)
        figure.names.setdefault(text, 1)
        self.heads.append((figure, head))
        self.cast.mention(figure, span, MentionForm.DESCRIPTION, [head.index])
        return current(figure)

    def _definite(self, tokens: Sequence[Token], head: Token) -> Figure | None:
        """'the aide with knowledge of the plan' after 'an aide close to the governor'."""
        if tokens[0].text.lower() not in _DEFINITE:
            return None
        nouns = {head.lemma, head.text.lower()}
        return next((self._by_words[each] for each in reversed(self._by_words) if nouns & set(each.split())), None)


def _kind(head: Token) -> ActorKind:
    office = head.lemma if head.tag == "NN" else head.text.lower() if head.tag == "NNP" else ""
    if office in words.nouns("person") or office in words.roles():
        return ActorKind.PERSON
    if head.lemma in words.nouns("outlet_nouns") and head.tag == "NN":
        return ActorKind.OUTLET
    return ActorKind.GROUP
