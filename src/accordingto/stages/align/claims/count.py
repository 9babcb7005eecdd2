"""A number of people with what happened to them, as the counting rules hand it on."""

from dataclasses import dataclass

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.persons import Person

# What is told of people one by one.
HARMED = frozenset({"killed", "injured"})
# Verbs and nouns that say by what means: 'shot and killed', 'stabbed and left to die'. Alone they leave open who lived.
BY_MEANS = frozenset({"shoot", "stab", "burn", "shooting", "stabbing", "shot", "hit", "strike"})
PLAIN, MULTIPLE = "claims.count.v2", "claims.multiple.v1"
# 'Three others were shot': whoever was told of beside them is not among them.
OTHERS = frozenset({"other", "others", "more"})
# 'Were taken to hospital', 'are in stable condition', 'were treated': of those hurt these are perhaps a part.
IN_CARE = frozenset(
    {"take", "send", "rush", "airlift", "transport", "fly", "list", "be", "remain", "treat", "hospitalize"}
)
KNOWN = frozenset({"the", "this", "that", "those", "these"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people with what happened to them.

    Attributes:
        attribute: ``killed``, ``hostages`` …
        low, high: bounds.
        who: the words for those counted, ``None`` for 'nine' and 'nine people'.
        evidence: from the number to the word that says what happened, or the other way round.
        predicate: token of that word.
        counted: token of the counted noun (the number itself where there is none).
        denied: the words say that there were none.
        anyone: the words are 'any soldiers', which say something only in a denial.
        about: token of the earlier predicate that 'the number' goes on about.
        given: said in passing, so that it holds though the rest is only promised: 'vowed to free the 20 still held'.
        person: who it is, for one person told of without a number.
        hit: 'shot', 'stabbed': hurt or dead, the word does not say which.
        rest: 'three others', 'six more people': told beside somebody else, who is not among them.
        part: 'two of them are in hospital': some of those hurt, where more are told of.
        rule: what made it.
    """

    attribute: str
    low: int | None
    high: int | None
    who: str | None
    evidence: Span
    predicate: int
    counted: int
    denied: bool = False
    anyone: bool = False
    given: bool = False
    about: int | None = None
    person: Person | None = None
    hit: bool = False
    rest: bool = False
    part: bool = False
    rule: str = PLAIN


def is_rest(parse: Parse, noun: int) -> bool:
    """'Three others', 'six other people'."""
    words = (noun, *parse.children[noun])
    return any(parse.tokens[each].lemma.lower() in OTHERS for each in words)


def is_part(parse: Parse, number: int, predicate: int) -> bool:
    """'Two of them', 'the other two', or that people are in hospital: there may be more of them."""
    if parse.tokens[predicate].lemma in IN_CARE:
        return True
    of = (c for c in parse.children[number] if parse.tokens[c].lemma == "of")
    below = (parse.tokens[c] for each in of for c in parse.children[each])
    return any(each.dep == "pobj" and each.tag in {"NNS", "PRP"} and _is_known(parse, each) for each in below)


def _is_known(parse: Parse, noun: Token) -> bool:
    """'Them', 'the victims', 'those wounded': told of before."""
    return noun.tag == "PRP" or any(parse.tokens[c].lemma in KNOWN for c in parse.children[noun.index])


def is_set_off(parse: Parse, number: Token) -> bool:
    """'Orvel man, 19, shot': a number between commas right after one person is an age."""
    around = parse.tokens[max(0, number.index - 2) : number.index + 2]
    if len(around) < 4 or {each.sentence for each in around} != {around[0].sentence}:  # noqa: PLR2004
        return False
    return around[0].tag in {"NN", "NNP"} and around[1].text == around[3].text == ","


def is_hit(parse: Parse, predicate: int) -> bool:
    """Whether a word says by what means, and not with what end."""
    return parse.tokens[predicate].lemma.lower() in BY_MEANS


def make_evidence(parse: Parse, number: Span, noun: int, predicate: int) -> Span:
    """From the first to the last of number, noun and predicate."""
    ends = [parse.tokens[noun], parse.tokens[predicate]]
    return Span(min(number.start, *(t.start for t in ends)), max(number.end, *(t.end for t in ends)))
