"""The word list of responsibility, in the shape the rules ask for."""

from dataclasses import dataclass
from functools import cache, cached_property

from accordingto.lexicon import load_table
from accordingto.model.parse import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True)
class Deeds:
    """How reports say who did it; see ``lexicon/en/responsibility.yaml``."""

    claiming: frozenset[str]
    responsibility: frozenset[str]
    accusing: dict[str, str]
    tracing: dict[str, str]
    behind: frozenset[str]
    answerable: frozenset[str]
    doing: frozenset[str]
    light: frozenset[str]
    ordering: frozenset[str]
    killing: frozenset[str]
    crossing: frozenset[str]
    deeds: frozenset[str]
    undergone: frozenset[str]
    general: frozenset[str]
    firing: frozenset[str]
    aiming: frozenset[str]
    owning: frozenset[str]
    done_by: frozenset[str]
    weapons: frozenset[str]
    kinds: tuple[str, ...]
    involvement: frozenset[str]
    negated: frozenset[str]
    followers: frozenset[str]
    placing: frozenset[str]
    irregular: frozenset[str]
    units: frozenset[str]

    @cached_property
    def acting(self) -> frozenset[str]:
        """Verbs whose doer may have done a deed."""
        return self.doing | self.killing | self.firing | self.done_by | self.ordering | self.placing | {"open"}

    @cached_property
    def telling(self) -> frozenset[str]:
        """Every word that may tell who did it."""
        named = self.responsibility | self.behind | self.answerable | self.owning | self.deeds
        return named | self.acting | self.accusing.keys() | self.tracing.keys()


@cache
def load_deeds() -> Deeds:
    """The words of responsibility, read once."""
    table = load_table("en", "responsibility")
    plain = {"accusing", "tracing", "kinds"}
    sets = {name: frozenset(words) for name, words in table.items() if name not in plain}
    return Deeds(accusing=table["accusing"], tracing=table["tracing"], kinds=tuple(table["kinds"]), **sets)


def child_of(parse: Parse, index: int, links: frozenset[str] | set[str]) -> Token | None:
    """The first dependent with one of these links."""
    return next((parse.tokens[c] for c in parse.children[index] if parse.tokens[c].dep in links), None)


def after_preposition(parse: Parse, index: int, word: str) -> Token | None:
    """What follows a preposition of a word: 'X' of 'blamed on X', 'storming' of 'accused of storming'."""
    for child in parse.children[index]:
        token = parse.tokens[child]
        if token.lemma == word and token.dep in {"prep", "agent", "dative", "prt"}:
            return child_of(parse, child, {"pobj", "pcomp"})
    return None


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """Who does it, control and shared subjects included: 'X claimed to have launched', 'X marched in and stormed'."""
    at = verb
    for _ in range(4):
        own = child_of(parse, at.index, SUBJECTS)
        if own is not None:
            return _antecedent(parse, at, own)
        head = parse.tokens[at.head]
        if at.dep == "acl" and at.tag == "VBG":
            return head
        if at.dep not in {"xcomp", "conj", "advcl", "pcomp", "prep"} or head.index == at.index:
            return None
        if at.dep != "pcomp" and head.pos not in {"VERB", "AUX"}:
            return None  # 'explosions and then shooting' shares no subject with anything
        at = head
    return None


def _antecedent(parse: Parse, verb: Token, subject: Token) -> Token:
    """Whom 'who' and 'which' stand for."""
    if subject.tag in {"WP", "WDT"} and verb.dep == "relcl":
        return parse.tokens[verb.head]
    return subject


def thing_of(parse: Parse, verb: Token) -> Token | None:
    """What is done: 'a raid' of 'launched a raid', 'a raid that X launched', 'a raid planned and launched by X'."""
    at = verb
    for _ in range(3):
        own = child_of(parse, at.index, {"dobj", "nsubjpass"})
        if own is not None and own.tag not in {"WDT", "WP"}:
            return own
        if at.dep in {"relcl", "acl"} and (own is not None or at.tag == "VBN"):
            return parse.tokens[at.head]
        if at.dep != "conj" or at.tag != "VBN":
            return None
        at = parse.tokens[at.head]
    return None


def is_known(parse: Parse, deed: Token) -> bool:
    """Whether a noun means a deed told of, not one that is only planned: 'the raid', 'the murder of Ada Wren'."""
    children = [parse.tokens[child] for child in parse.children[deed.index]]
    return any(
        (each.dep == "det" and each.lemma.lower() in {"the", "this", "that", "these", "those"}) or each.dep == "poss"
        for each in children
    )


def past_means(parse: Parse, thing: Token | None) -> Token | None:
    """The attack of 'an attack with mines perpetrated by X', where the parser hangs what is told of it on the mines."""
    if thing is None or thing.dep != "pobj" or parse.tokens[thing.head].lemma != "with":
        return thing
    deed = parse.tokens[parse.tokens[thing.head].head]
    return deed if deed.lemma in load_deeds().deeds else thing
