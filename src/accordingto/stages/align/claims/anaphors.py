"""Numbers that go on about those counted before: 'the ministry put the number at 57', 'raised the toll … to 14'."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.count import Count
from accordingto.stages.align.claims.words import load_attributes
from accordingto.text.numbers import Quantity, QuantityKind

FIGURES = frozenset({"number", "figure", "toll", "total", "count", "tally", "estimate"})
PUTTING = frozenset(
    {"put", "give", "place", "set", "estimate", "raise", "lower", "revise", "lift", "update", "increase", "reduce"}
    | {"be", "stand", "rise", "climb", "grow", "jump", "fall", "reach", "pass", "exceed", "bring", "take"}
)
# 'At more than 57': so many words may qualify a number.
QUALIFYING = frozenset({"least", "than", "more", "about", "some", "around", "nearly", "over", "just"})
LONGEST = 4
TO = frozenset({"at", "to"})
# So many sentences back may those be counted whom 'the number' means.
BACK = 3
# 'The number' of a figure stands so few words before it at most.
REACH = 50


def find_anaphors(parse: Parse, quantities: Sequence[Quantity], counts: Sequence[Count]) -> Iterator[Count]:
    """The figures for people who were counted before, by another number or by what happened to them."""
    taken = {count.counted for count in counts}
    ordered = sorted(counts, key=_order)
    for quantity in quantities:
        number = parse.covered(quantity.number)[-1:] if quantity.kind is QuantityKind.COUNT else []
        if not number or number[0].index in taken:
            continue
        figure = _figure_before(parse, number[0])
        found = None if figure is None else _read(parse, figure, number[0], quantity, _last(parse, figure, ordered))
        if found is not None:
            insort(ordered, found, key=_order)
            yield found


def _order(count: Count) -> tuple[int, str]:
    return count.counted, count.attribute


def _figure_before(parse: Parse, number: Token) -> Token | None:
    """'The number' of the verb that puts it at, or raises it to, a number."""
    before = parse.tokens[number.index - 1] if number.index else number
    for _ in range(LONGEST):
        if before.index and before.lemma in QUALIFYING:
            before = parse.tokens[before.index - 1]
    first = max(parse.sentences[number.sentence].first, number.index - REACH)
    for token in parse.tokens[first : number.index]:
        verb = parse.tokens[token.head]
        is_figure = token.lemma in FIGURES and token.dep in {"dobj", "nsubj", "nsubjpass"}
        if is_figure and verb.lemma in PUTTING and (before.lemma in TO or parse.tokens[number.head] is verb):
            return token
    return None


def _read(parse: Parse, figure: Token, number: Token, quantity: Quantity, last: Count | None) -> Count | None:
    words = load_attributes()
    below = parse.tokens[figure.index + 1 : number.index]
    of_somebody = bool(below) and below[0].lemma == "of"
    if not of_somebody:
        below = ()
    named = [words.state[t.text.lower()] for t in below if t.text.lower() in words.state]
    named += [words.measure[figure.lemma]] if figure.lemma in words.measure else []
    if not named and (last is None or of_somebody):
        return None
    people = [t.text for t in below if t.lemma in words.persons - words.counted_nouns - FIGURES and t.pos == "NOUN"]
    return Count(
        attribute=named[0] if named else last.attribute if last is not None else "",
        low=quantity.low,
        high=quantity.high,
        who=people[0] if people else None,
        # With the verb, for 'from 24 to 30' alone is a range.
        evidence=Span(min(figure.start, parse.tokens[figure.head].start, quantity.span.start), quantity.span.end),
        predicate=figure.index,
        counted=number.index,
        about=None if named or last is None else last.predicate,
    )


def _last(parse: Parse, figure: Token, ordered: Sequence[Count]) -> Count | None:
    """The count nearest before, a few sentences back at most."""
    at = bisect_left(ordered, figure.index, key=lambda count: count.counted) - 1
    if at < 0 or parse.tokens[ordered[at].counted].sentence < figure.sentence - BACK:
        return None
    return ordered[at]
