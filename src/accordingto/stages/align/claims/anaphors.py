"""Numbers that go on about those counted before: 'the ministry put the number at 57', 'raised the toll … to 14'."""

from collections.abc import Iterator, Sequence

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.counting import Count
from accordingto.stages.align.claims.words import load_attributes
from accordingto.text.numbers import Quantity, QuantityKind

FIGURES = frozenset({"number", "figure", "toll", "total", "count", "tally", "estimate"})
PUTTING = frozenset(
    {"put", "give", "place", "set", "estimate", "raise", "lower", "revise", "lift", "update", "increase", "reduce"}
    | {"be", "stand", "rise", "climb", "grow", "jump", "fall", "reach", "pass", "exceed", "bring", "take"}
)
TO = frozenset({"at", "to"})
# So many sentences back may those be counted whom 'the number' means.
BACK = 3


def find_anaphors(parse: Parse, quantities: Sequence[Quantity], counts: Sequence[Count]) -> Iterator[Count]:
    """The figures for people who were counted before, by another number or by what happened to them."""
    taken = {count.counted for count in counts}
    for quantity in quantities:
        number = parse.covered(quantity.number)[-1:]
        if quantity.kind is not QuantityKind.COUNT or not number or number[0].index in taken:
            continue
        figure = _figure_before(parse, number[0])
        found = None if figure is None else _read(parse, figure, number[0], quantity, counts)
        if found is not None:
            yield found


def _figure_before(parse: Parse, number: Token) -> Token | None:
    """'The number' of the verb that puts it at, or raises it to, a number."""
    before = parse.tokens[number.index - 1] if number.index else number
    while before.index and before.lemma in {
        "least",
        "than",
        "more",
        "about",
        "some",
        "around",
        "nearly",
        "over",
        "just",
    }:
        before = parse.tokens[before.index - 1]
    sentence = parse.sentences[number.sentence]
    for token in parse.tokens[sentence.first : number.index]:
        verb = parse.tokens[token.head]
        is_figure = token.lemma in FIGURES and token.dep in {"dobj", "nsubj", "nsubjpass"}
        if is_figure and verb.lemma in PUTTING and (before.lemma in TO or parse.tokens[number.head] is verb):
            return token
    return None


def _read(parse: Parse, figure: Token, number: Token, quantity: Quantity, counts: Sequence[Count]) -> Count | None:
    words = load_attributes()
    below = [parse.tokens[i] for i in parse.subtree(figure.index) if i < number.index]
    named = [words.state[t.text.lower()] for t in below if t.text.lower() in words.state]
    named += [words.measure[figure.lemma]] if figure.lemma in words.measure else []
    earlier = [c for c in counts if c.counted < figure.index and number.sentence - BACK <= _at(parse, c)]
    last = max(earlier, key=lambda count: count.counted, default=None)
    if not named and (last is None or len(below) > len(_bare(below))):
        return None
    people = [t.text for t in below if t.lemma in words.persons - words.counted_nouns - FIGURES and t.pos == "NOUN"]
    return Count(
        attribute=named[0] if named else last.attribute if last is not None else "",
        low=quantity.low,
        high=quantity.high,
        who=people[0] if people else None,
        evidence=Span(min(figure.start, quantity.span.start), quantity.span.end),
        predicate=figure.index,
        counted=number.index,
        about=None if named or last is None else last.predicate,
    )


def _at(parse: Parse, count: Count) -> int:
    return parse.tokens[count.counted].sentence


def _bare(below: Sequence[Token]) -> list[Token]:
    """'The number', 'the official figure': words that do not say of whom."""
    return [t for t in below if t.dep in {"det", "amod", "nsubj", "dobj", "nsubjpass", "poss"} or t.pos == "DET"]
