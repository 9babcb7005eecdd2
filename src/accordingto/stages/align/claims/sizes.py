"""How many members groups have: 'it numbered 120', 'between 2,000 and 3,000 fighters', 'it has fewer than 800'."""

from collections.abc import Iterator

from accordingto.model.claim import NumberValue
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.deeds import after_preposition, child_of, subject_of
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.predicates import is_negated, is_unreal
from accordingto.stages.align.claims.trait import Trait, load_traits
from accordingto.text.numbers import Quantity, QuantityKind, find_numbers


def find_sizes(page: Page) -> Iterator[Trait]:
    """Every number of members in a document, with the words for the group."""
    for quantity in find_numbers(page.text):
        covered = page.parse.covered(quantity.number) if quantity.kind is QuantityKind.COUNT else []
        if covered and page.is_told(covered[0]):
            yield from _size(page, quantity, covered[-1])


def _size(page: Page, quantity: Quantity, number: Token) -> Iterator[Trait]:
    parse = page.parse
    if number.dep == "conj" and parse.tokens[number.head].pos == "NUM":
        number = parse.tokens[number.head]  # 'between 2,000 and 3,000 fighters'
    noun = parse.tokens[number.head] if number.dep in {"nummod", "quantmod"} else number
    verb = parse.tokens[noun.head]
    group = _numbered(parse, noun=noun, verb=verb) or _numbered_before(page, noun=noun, verb=verb)
    group = group or _belonged(parse, noun=noun, verb=verb) or _strength(parse, noun=noun) or _with(parse, noun=noun)
    if group is None or is_unreal(parse, verb.index) or is_negated(parse, verb):
        return
    ends = (noun, verb, group)
    evidence = Span(min(quantity.span.start, *(t.start for t in ends)), max(quantity.span.end, *(t.end for t in ends)))
    value = NumberValue(quantity.low, quantity.high)
    yield Trait(group, "size", value, evidence, number.start, "claims.size.v1")


def _belonged(parse: Parse, *, noun: Token, verb: Token) -> Token | None:
    """'No more than 300 men belong to it'."""
    belongs = verb.lemma == "belong" and noun.dep == "nsubj"
    return after_preposition(parse, verb.index, "to") if belongs else None


def _strength(parse: Parse, *, noun: Token) -> Token | None:
    """'Puts its strength at 900', 'the strength of the Legion is put at 900'."""
    preposition = parse.tokens[noun.head]
    if noun.pos != "NUM" or noun.dep != "pobj" or preposition.lemma != "at":
        return None
    strength = child_of(parse, preposition.head, {"dobj", "nsubjpass"})
    if strength is None or strength.lemma not in load_traits()["strength"]:
        return None
    return child_of(parse, strength.index, {"poss"}) or after_preposition(parse, strength.index, "of")


def _with(parse: Parse, *, noun: Token) -> Token | None:
    """'The Legion, a gang with an estimated 900 members': the name, or what it is called."""
    preposition = parse.tokens[noun.head]
    if noun.lemma not in load_traits()["members"] or noun.dep != "pobj" or preposition.lemma != "with":
        return None
    above = parse.tokens[preposition.head]
    for _ in range(3):
        if preposition.dep == "conj" or above.pos in {"ADP", "VERB"}:
            preposition, above = above, parse.tokens[above.head]
    named = above if above.dep != "appos" else parse.tokens[above.head]
    return named if named.pos in {"NOUN", "PROPN"} and preposition.dep in {"prep", "acl", "conj"} else None


def _numbered_before(page: Page, *, noun: Token, verb: Token) -> Token | None:
    """'It has fewer than 800', after a sentence that counted its fighters."""
    parse = page.parse
    group = child_of(parse, verb.index, {"nsubj"})
    if noun.pos != "NUM" or noun.dep != "dobj" or verb.lemma not in load_traits()["having"] or group is None:
        return None
    before = parse.words(parse.sentences[max(0, verb.sentence - 1)])
    counted = any(
        t.lemma in load_traits()["members"] and parse.tokens[t.head].lemma in load_traits()["having"] for t in before
    )
    return group if counted and group.pos == "PRON" else None


def _numbered(parse: Parse, *, noun: Token, verb: Token) -> Token | None:
    """The group whose size a number gives: 'it numbered 120', 'the unit has 120 members', '120 troops in the unit'."""
    table = load_traits()
    is_member = noun.lemma in table["members"]
    if verb.lemma in table["numbering"] and (is_member or noun.pos == "NUM"):
        return subject_of(parse, verb) if verb.pos == "VERB" else None
    if is_member and noun.dep == "dobj" and verb.lemma in table["having"]:
        return subject_of(parse, verb)
    if is_member and noun.dep == "attr" and verb.lemma == "be":
        return after_preposition(parse, noun.index, "in") or after_preposition(parse, verb.index, "in")
    return None
