"""Numbers beside the word that says what happened, as headlines have them: 'Six shot, one fatally', '3 people wounded'.

Parsers make little of headlines; here only the order of words counts.
"""

from collections.abc import Iterator, Sequence

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.count import HARMED, Count, is_hit, is_rest, is_set_off
from accordingto.stages.align.claims.words import load_attributes
from accordingto.text.numbers import Quantity, QuantityKind

# 'Six young men shot': so many words may stand between a number and what happened.
BETWEEN = 4
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
# 'Six shot dead', 'six fatally shot', 'six shot, one fatally': what makes an injury a death.
FATALLY = frozenset({"fatally", "mortally"})


def find_headlined(parse: Parse, quantities: Sequence[Quantity], counted: set[int]) -> Iterator[Count]:
    """The numbers that no grammar ties to anything, read off the words that follow them."""
    for quantity in quantities:
        tokens = parse.covered(quantity.number) if quantity.kind is QuantityKind.COUNT else []
        if not tokens or tokens[-1].index in counted:
            continue
        if is_set_off(parse, tokens[-1]):
            continue
        found = _read(parse, tokens[-1], quantity, counted)
        if found is not None:
            yield found


def _read(parse: Parse, number: Token, quantity: Quantity, counted: set[int]) -> Count | None:
    sentence = parse.sentences[number.sentence]
    after = parse.tokens[number.index + 1 : min(sentence.last, number.index + BETWEEN + 3)]
    if after and after[0].text.lower() in FATALLY and (len(after) == 1 or after[1].pos == "PUNCT"):
        return _count(parse, quantity, number, after[0], attribute="killed", noun=number)
    for at, token in enumerate(after[: BETWEEN + 1]):
        attribute = _attribute(token, after[at + 1 : at + 2], after[:at])
        if attribute is not None:
            nouns = [each for each in after[:at] if each.pos in NOUNS]
            noun = nouns[-1] if nouns else number
            if noun.index in counted or not _are_people(nouns) or _is_modifier(after[at + 1 : at + 2]):
                return None
            return _count(
                parse, quantity, number, token, attribute=attribute, noun=noun, hit=is_hit(parse, token.index)
            )
        if token.pos not in NOUNS and token.text.lower() not in FATALLY | {"are", "were", "was", "is", "critically"}:
            return None
    return None


def _attribute(token: Token, following: Sequence[Token], before: Sequence[Token]) -> str | None:
    words, shape = load_attributes(), token.text.lower()
    if [each.lemma for each in following] == ["or"]:
        return None  # 'killed or wounded' of one number says neither
    if words.state.get(shape) in HARMED and (shape != "dead" or token.pos in {"ADJ", "PROPN", "NOUN", "ADV"}):
        return words.state[shape]
    if shape not in words.participles:
        return None
    dead = any(t.text.lower() in {"dead", "fatally"} for t in (*following, *before[-1:]))
    return "killed" if dead else words.participles[shape]


def _are_people(nouns: Sequence[Token]) -> bool:
    words = load_attributes()
    return not nouns or nouns[-1].lemma.lower() in words.persons | words.counted_nouns | {"people", "other"}


def _is_modifier(following: Sequence[Token]) -> bool:
    """'Two wounded soldiers': the word belongs to what follows."""
    return any(each.pos == "NOUN" for each in following)


def _count(
    parse: Parse, quantity: Quantity, number: Token, state: Token, *, attribute: str, noun: Token, hit: bool = False
) -> Count:
    described = None if noun is number or noun.lemma.lower() in load_attributes().counted_nouns else noun.text
    return Count(
        attribute=attribute,
        low=quantity.low,
        high=quantity.high,
        who=described,
        evidence=Span(min(quantity.span.start, number.start), max(quantity.span.end, state.end)),
        predicate=state.index,
        counted=noun.index,
        hit=hit,
        rest=is_rest(parse, noun.index),
    )
