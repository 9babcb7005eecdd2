"""Who was met so far on the way through a document, and who of them a later word most likely means."""

from collections.abc import Callable
from typing import NamedTuple

from accordingto.model.document import Zone
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve.cast import Figure, current

Test = Callable[[Figure], bool]

# How many sentences back a pronoun may reach. Beyond three a guess is wrong as often as right.
REACH = 3
# How far 'the group' may reach.
GROUP_REACH = 6
# What counts for a figure as the antecedent of a pronoun, beside nearness (one point a sentence).
SUBJECT, SPEAKER, UNNAMED, BEFORE_IN_SENTENCE = 1.5, 1.0, -0.5, -1.0


class Met(NamedTuple):
    """A figure met at a token; ``sentence`` counts the report's own sentences only."""

    figure: Figure
    sentence: int
    token: int
    subject: bool
    speaker: bool


class Seen:
    """The figures met so far, in text order."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._met: list[Met] = []
        self._last: dict[int, int] = {}
        self._order = _own_order(parse)

    def meet(self, figure: Figure, token: Token, *, speaker: bool) -> None:
        """Note that a figure stands here."""
        subject = token.dep in {"nsubj", "nsubjpass"}
        self._met.append(Met(figure, self._order[token.sentence], token.index, subject, speaker))
        self._last[id(figure)] = token.index

    def last(self, figure: Figure) -> int:
        """The token where a figure was met last; -1 when it was not met yet."""
        return self._last.get(id(figure), -1)

    def likeliest(self, token: Token, fits: Test) -> Figure | None:
        """Whom a pronoun means: near, a subject, a speaker; nobody beyond ``REACH`` sentences."""
        return self._best(token, fits, REACH, self._as_pronoun)

    def nearest(self, token: Token, fits: Test, *, reach: int = GROUP_REACH) -> Figure | None:
        """Whom 'the group' means: the nearest that fits, subjects first."""
        return self._best(token, fits, reach, self._as_noun)

    def _best(self, token: Token, fits: Test, reach: int, weigh: Callable[[Met, int], float]) -> Figure | None:
        best, best_score = None, float("-inf")
        here = self._order[token.sentence]
        for met in reversed(self._met):
            gap = here - met.sentence
            if gap > reach:
                break
            figure = current(met.figure)
            if not fits(figure) or self._one_clause(met, token):
                continue
            score = weigh(met, gap)
            if score > best_score:
                best, best_score = figure, score
        return best

    def _as_pronoun(self, met: Met, gap: int) -> float:
        score = -gap + SUBJECT * met.subject + SPEAKER * met.speaker + UNNAMED * met.figure.described
        return score + (BEFORE_IN_SENTENCE if gap == 0 and not met.subject else 0)

    def _as_noun(self, met: Met, gap: int) -> float:
        return -gap + 1.2 * met.subject

    def _one_clause(self, met: Met, token: Token) -> bool:
        """A subject and the object of one verb are two."""
        there = self.parse.tokens[met.token]
        return there.head == token.head and there.sentence == token.sentence and token.dep != "poss"


def _own_order(parse: Parse) -> list[int]:
    """For each sentence its number among the report's own: a caption between two does not part them."""
    order, count = [], 0
    for sentence in parse.sentences:
        order.append(count)
        count += sentence.zone in (None, Zone.TITLE)
    return order
