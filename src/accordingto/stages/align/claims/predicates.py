"""What is said of those counted: 'were killed', 'left dead', 'the capture of', 'exchanged for'."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.count import BY_MEANS, HARMED
from accordingto.stages.align.claims.standing import OBJECTS, SUBJECTS, find_roles
from accordingto.stages.align.claims.words import load_attributes

# 'Nine were dead': of these the subject is in the state; who reports others dead is not.
STAYING = frozenset({"be", "remain"})
# 'Raised the number of those killed to 14'.
NUMBERS = frozenset({"number", "count", "tally"})
# 'Attempted murder of five' killed nobody, 'the fatal shooting of a boy' did.
ATTEMPTED = frozenset({"attempted", "attempt", "planned"})
FATAL = frozenset({"fatal", "deadly", "lethal"})
BOUNDING = frozenset({"less", "fewer", "more", "only", "just"})
STATES = frozenset({"dead", "wounded", "injured", "hurt"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says what happened to those counted, and whether it is denied."""

    attribute: str
    token: int
    negated: bool = False
    given: bool = False  # said beside the noun, not of it: 'the 30 miners still held'


def find_predicates(parse: Parse, noun: Token) -> list[Predicate]:
    """Everything said of a counted noun, the nearest first."""
    beside = _stated_after(parse, noun)
    if beside is not None:
        return [beside]
    found = [
        Predicate(attribute, token.index, is_negated(parse, token), parse.tokens[token.head] is noun)
        for token, role in find_roles(parse, noun)
        for attribute in _attributes_of(parse, token, role)
    ]
    # '30 miners captured in May were freed' counts the freed; how many were captured, it does not say.
    main = [each for each in found if not each.given]
    found = main or found or list(_adjacent(parse, noun))
    # 'Nine protesters were arrested' counts the arrested, not those who came: the noun decides only where nothing
    # else is said of it.
    return found or [Predicate(attribute, noun.index) for attribute in _attributes_of(parse, noun, "counted")]


@cache
def find_harming() -> frozenset[str]:
    """Every word without which no sentence says that somebody was killed or hurt."""
    words = load_attributes()
    tables = (words.done_to, words.does, words.counted, words.state, words.measure)
    plain = {word for table in tables for word, attribute in table.items() if attribute in HARMED}
    before = {word for (_, word), attribute in words.before.items() if attribute in HARMED}
    phrases = {verb for verb, rows in words.phrases.items() if any(row["attribute"] in HARMED for row in rows)}
    # 'A fatal crash' kills whatever a crash does, and who turns a gun on himself is dead.
    return frozenset({*plain, *before, *phrases, *words.of, "turn"})


@cache
def find_saying() -> frozenset[str]:
    """Every word without which no sentence says what happened to people."""
    words = load_attributes()
    tables = (words.done_to, words.does, words.of, words.counted, words.state, words.measure, words.phrases)
    plain = {word for table in tables for word in table}
    return frozenset({*plain, *words.held, *(word for _, word in words.before), "turn"})


def find_settled(parse: Parse, predicates: list[Predicate]) -> list[Predicate]:
    """The real ones. 'Killed or wounded' of one number says neither, so that both are dropped."""
    real = [predicate for predicate in predicates if not is_unreal(parse, predicate.token)]
    attributes = {predicate.attribute for predicate in real}
    if {"killed", "injured"} <= attributes:
        # 'Shot and killed' says only how they died.
        deaths = [each for each in real if each.attribute == "killed"]
        hurt = [each for each in real if each.attribute == "injured"]
        if any(parse.tokens[each.token].lemma not in BY_MEANS for each in hurt):
            return []
        real = deaths
    first: dict[str, Predicate] = {}
    for predicate in real:
        first.setdefault(predicate.attribute, predicate)
    return list(first.values())


def _stated_after(parse: Parse, noun: Token) -> Predicate | None:
    """'One dead', '13 wounded': a bare number with its state, whatever else the sentence tells."""
    after = parse.tokens[noun.index + 1 : noun.index + 2]
    if noun.pos != "NUM" or not after or after[0].sentence != noun.sentence or after[0].text.lower() not in STATES:
        return None
    return Predicate(load_attributes().state[after[0].text.lower()], after[0].index)


def _adjacent(parse: Parse, noun: Token) -> Iterator[Predicate]:
    """'Spoke of two dead', 'twelve captured soldiers': a state beside the noun, however the parser links it."""
    words = load_attributes()
    after = parse.tokens[noun.index + 1 : noun.index + 2]
    if after and after[0].sentence == noun.sentence and after[0].text.lower() in words.state:
        yield Predicate(words.state[after[0].text.lower()], after[0].index)
        return
    for child in parse.children[noun.index]:
        token = parse.tokens[child]
        if token.dep == "amod" and child < noun.index and token.tag in {"VBN", "VBD"} and token.lemma in words.done_to:
            yield Predicate(words.done_to[token.lemma], child)


def is_negated(parse: Parse, token: Token) -> bool:
    """Whether a verb or adjective stands under 'not' or 'never'."""
    chain = [token.index]
    if token.pos not in {"VERB", "AUX"}:
        chain.append(token.head)
    return any(
        (parse.tokens[c].dep == "neg" and not bounds(parse, c)) or parse.tokens[c].lemma == "never"
        for at in chain
        for c in parse.children[at]
    )


def _has_condition(parse: Parse, verb: Token) -> bool:
    clauses = (c for c in parse.children[verb.index] if parse.tokens[c].dep == "advcl")
    return any(parse.tokens[each].lemma == "if" for clause in clauses for each in parse.children[clause])


def bounds(parse: Parse, index: int) -> bool:
    """The 'not' of 'not less than 22 died' bounds the number and denies nothing."""
    after = parse.tokens[index + 1 : index + 2]
    return bool(after) and after[0].text.lower() in BOUNDING


def is_unreal(parse: Parse, index: int) -> bool:
    """Whether a predicate is only threatened, planned, possible or asked about."""
    words = load_attributes()
    token = parse.tokens[index]
    if token.pos not in {"VERB", "AUX"}:
        return False
    for _ in range(4):
        marks = {parse.tokens[c].lemma for c in parse.children[token.index] if parse.tokens[c].dep in {"aux", "mark"}}
        if ("have" not in marks and marks & words.modals) or marks & {"if", "unless", "whether"}:
            return True
        if marks & words.modals and _has_condition(parse, token):
            return True  # 'it could have killed her, had she stood there'
        head = parse.tokens[token.head]
        if token.dep not in {"xcomp", "pcomp"} or head.index == token.index:
            return False
        if head.lemma in words.unreal:
            return True
        token = head
    return False


def _attributes_of(parse: Parse, token: Token, role: str) -> Iterator[str]:
    """The attributes that a word gives to those counted in a role: 'killed' + object, 'died' + subject."""
    words = load_attributes()
    phrases = [p for p in words.phrases.get(token.lemma, ()) if p["role"] == role]
    partners = _partners(parse, token) if phrases else ()
    named = next((p for p in phrases if p["with"] in partners), None)
    if named is not None:
        yield named["attribute"]
    elif role == "self":
        yield "killed"
    elif role == "counted":
        yield from _counted(token)
    elif role.startswith("prep:"):
        yield from _after_preposition(parse, token, role.removeprefix("prep:"))
    else:
        yield from _at_predicate(parse, token, role)


def _at_predicate(parse: Parse, token: Token, role: str) -> Iterator[str]:
    words = load_attributes()
    shape = token.text.lower()
    if role in {"object", "state"} and token.tag in {"VBN", "JJ", "RB"} and shape in words.state:
        yield words.state[shape]
    elif role == "object" and token.lemma in words.done_to:
        yield words.done_to[token.lemma]
    elif role == "subject" and token.lemma in words.does:
        yield words.does[token.lemma]
    elif token.lemma in words.leaving and (role != "subject" or token.lemma in STAYING):
        yield from dict.fromkeys(words.state[each] for each in _partners(parse, token) if each in words.state)


def _counted(token: Token) -> Iterator[str]:
    words = load_attributes()
    if token.lemma in words.counted:
        yield words.counted[token.lemma]
    elif token.lemma in words.held:
        yield "hostages"
    elif token.lemma in words.state and token.pos == "ADJ":
        yield words.state[token.lemma]


def _after_preposition(parse: Parse, token: Token, preposition: str) -> Iterator[str]:
    """'A toll of nine', 'the toll rose to nine', 'exchanged for four fighters'."""
    words = load_attributes()
    if preposition == "of" and token.lemma in words.of:
        attempted = {parse.tokens[c].lemma.lower() for c in parse.children[token.index]}
        if attempted.isdisjoint(ATTEMPTED):
            yield "killed" if attempted & FATAL else words.of[token.lemma]
        return
    if (preposition, token.lemma) in words.before:
        yield words.before[preposition, token.lemma]
    subjects = [parse.tokens[c] for c in parse.children[token.index] if parse.tokens[c].dep in SUBJECTS | OBJECTS]
    if preposition not in {"of", "to", "at"}:
        return
    for each in (token, *subjects):
        if each.lemma in words.measure:
            yield words.measure[each.lemma]
            return
        if each.lemma in NUMBERS and preposition != "of":
            below = (parse.tokens[i].text.lower() for i in parse.subtree(each.index))
            yield from list(dict.fromkeys(words.state[word] for word in below if word in words.state))[:1]


def _partners(parse: Parse, token: Token) -> list[str]:
    """Words beside a verb that complete it, those of its prepositions included: 'hostage', 'over', 'captivity'."""
    found = []
    for child in parse.children[token.index]:
        each = parse.tokens[child]
        if each.dep in SUBJECTS or each.dep in {"advcl", "relcl", "conj", "aux", "auxpass"}:
            continue
        found.append(each.lemma if each.pos != "VERB" else each.text.lower())
        if each.dep in {"prep", "ccomp", "xcomp", "dobj", "obj"}:
            found.extend(
                parse.tokens[c].lemma for c in parse.children[child] if parse.tokens[c].dep not in {"det", "poss"}
            )
    return found
