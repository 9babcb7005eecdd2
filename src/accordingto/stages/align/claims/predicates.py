"""What is said of those counted: 'were killed', 'left dead', 'the capture of', 'exchanged for'."""

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.words import load_attributes

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "oprd", "attr"})
# 'Nine were dead': of these the subject is in the state; who reports others dead is not.
STAYING = frozenset({"be", "remain"})
# 'Raised the number of those killed to 14'.
NUMBERS = frozenset({"number", "count", "tally"})
# 'Under 60 were held', which parsers take for a place: the preposition only bounds the number.
BOUNDS = frozenset({"under", "over", "around", "about", "above", "below", "between", "near", "to"})
# 'Attempted murder of five' killed nobody, 'the fatal shooting of a boy' did.
ATTEMPTED = frozenset({"attempted", "attempt", "planned"})
FATAL = frozenset({"fatal", "deadly", "lethal"})
# What may be somebody's: 'a teen's death', 'one man's life'.
OWNED = frozenset({"death", "killing", "murder", "slaying", "shooting", "stabbing", "life", "body"})
STATES = frozenset({"dead", "wounded", "injured", "hurt"})
CAPTIVES = frozenset({"prisoner", "captive", "hostage"})
# Climbing further than this leaves the clause of the number.
STEPS = 6


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
        for token, role in _places(parse, noun)
        for attribute in _attributes_of(parse, token, role)
    ]
    # '30 miners captured in May were freed' counts the freed; how many were captured, it does not say.
    main = [each for each in found if not each.given]
    found = main or found or list(_adjacent(parse, noun))
    # 'Nine protesters were arrested' counts the arrested, not those who came: the noun decides only where nothing
    # else is said of it.
    return found or [Predicate(attribute, noun.index) for attribute in _attributes_of(parse, noun, "counted")]


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
        parse.tokens[c].dep == "neg" or parse.tokens[c].lemma == "never" for at in chain for c in parse.children[at]
    )


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
        head = parse.tokens[token.head]
        if token.dep not in {"xcomp", "pcomp"} or head.index == token.index:
            return False
        if head.lemma in words.unreal:
            return True
        token = head
    return False


def _places(parse: Parse, noun: Token) -> Iterator[tuple[Token, str]]:
    """Words that may say something of the noun, each with the noun's role."""
    words = load_attributes()
    at = noun
    for _ in range(STEPS):
        yield from _below(parse, at)
        head = parse.tokens[at.head]
        if head.index == at.index:
            yield from _beside(parse, at)
            return
        joined = at.dep in {"conj", "appos"} and head.pos in {"NOUN", "PROPN", "NUM", "PRON"}
        # 'Took 30 soldiers prisoner', which parsers take for prisoners of a sort.
        if joined or (at.dep == "compound" and at.tag == "NNS" and head.lemma in words.held | CAPTIVES):
            at = head
        elif at.dep in {"pobj", "poss"}:
            more, above = _above(parse, at, head)
            yield from more
            if above is None:
                return
            at = above
        else:
            yield from _at_verb(parse, at, head)
            return


def _above(parse: Parse, at: Token, head: Token) -> tuple[list[tuple[Token, str]], Token | None]:
    """What the word above 'of', 'in' or an owner says of a noun, and the noun that it hands on to, if any."""
    words = load_attributes()
    if at.dep == "poss":
        return _owning(parse, at, head)
    above = parse.tokens[head.head]
    if head.lemma == "of" and above.pos == "NUM":
        return [], None  # '14 of the 60 miners': what is said, is said of the 14
    if head.lemma == "include":
        return [], above
    if head.lemma in BOUNDS and above.pos in {"VERB", "AUX"} and at.index < above.index:
        return list(_with_others(parse, above, "object" if _is_passive(parse, above) else "subject")), None
    if head.lemma == "of" and above.lemma in words.handing_on:
        return [(above, "counted")], above
    return [(above, f"prep:{head.lemma}")], None


def _owning(parse: Parse, at: Token, owned: Token) -> tuple[list[tuple[Token, str]], Token | None]:
    """'A teen's death', 'claimed one man's life'."""
    if owned.lemma not in OWNED or _has_of(parse, owned):
        return list(_at_verb(parse, at, owned)), None
    handed = owned.lemma in load_attributes().handing_on
    return ([(owned, "counted")], owned) if handed else ([(owned, "prep:of")], None)


def _has_of(parse: Parse, noun: Token) -> bool:
    return any(parse.tokens[c].lemma == "of" for c in parse.children[noun.index])


def _below(parse: Parse, noun: Token) -> Iterator[tuple[Token, str]]:
    """Participles and relative clauses: 'kidnapped from school', 'who died', 'still held captive'."""
    for child in parse.children[noun.index]:
        token = parse.tokens[child]
        if token.dep == "acl" and token.pos in {"VERB", "ADJ"}:
            yield token, "object" if token.tag in {"VBN", "VBD", "JJ"} else "subject"
        elif token.dep == "relcl":
            yield from _with_others(parse, token, _relative_role(parse, token))
        elif token.lemma == "of" and noun.lemma in load_attributes().persons:
            yield from _who_below(parse, child)
        elif token.dep in {"amod", "acomp"} and child > noun.index:
            yield token, "state"


def _who_below(parse: Parse, of: int) -> Iterator[tuple[Token, str]]:
    """'Guards of the palace who died': only people are 'who', wherever the parser hangs the clause."""
    for owned in parse.children[of]:
        if parse.tokens[owned].pos == "NOUN" and parse.tokens[owned].lemma not in load_attributes().persons:
            for child in parse.children[owned]:
                clause = parse.tokens[child]
                if clause.dep == "relcl" and any(parse.tokens[c].lemma == "who" for c in parse.children[child]):
                    yield from _with_others(parse, clause, _relative_role(parse, clause))


def _relative_role(parse: Parse, verb: Token) -> str:
    links = {parse.tokens[c].dep: parse.tokens[c] for c in parse.children[verb.index]}
    if "nsubjpass" in links:
        return "object"
    subject = links.get("nsubj")
    return "subject" if subject is not None and subject.tag in {"WP", "WDT"} else "object"


def _beside(parse: Parse, noun: Token) -> Iterator[tuple[Token, str]]:
    """Words after a noun that heads its sentence: 'Nine dead in blast'."""
    after = noun.index + 1
    if after < len(parse.tokens) and parse.tokens[after].sentence == noun.sentence:
        yield parse.tokens[after], "state"


def _at_verb(parse: Parse, noun: Token, verb: Token) -> Iterator[tuple[Token, str]]:
    if noun.dep in SUBJECTS and verb.pos == "ADJ":
        yield verb, "state"
    elif noun.dep in SUBJECTS:
        yield from _with_others(parse, verb, "object" if _is_passive(parse, verb) else "subject")
    elif noun.dep in OBJECTS:
        yield verb, "object"
        yield from _headline(parse, noun, verb)
    elif noun.dep in {"nummod", "amod", "dep", "npadvmod", "compound"}:
        yield verb, "state"


def _headline(parse: Parse, noun: Token, verb: Token) -> Iterator[tuple[Token, str]]:
    """'Ministry Says 20 Captives Have Been Freed', where parsers give the captives to the verb of saying."""
    for child in parse.children[verb.index]:
        token = parse.tokens[child]
        own = {parse.tokens[c].dep for c in parse.children[child]}
        if token.dep == "ccomp" and child > noun.index and "auxpass" in own and not own & SUBJECTS:
            yield token, "object"


def _with_others(parse: Parse, verb: Token, role: str) -> Iterator[tuple[Token, str]]:
    """The verb, what it raises ('are feared to have died') and the verbs that share its subject ('shot and killed')."""
    yield verb, role
    for child in parse.children[verb.index]:
        token = parse.tokens[child]
        if token.pos not in {"VERB", "AUX"}:
            continue
        own = {parse.tokens[c].dep for c in parse.children[child]}
        if token.dep in {"xcomp", "conj"} and not own & SUBJECTS and not _counts_others(parse, verb, token):
            shared = token.dep == "conj" and token.tag == "VBN" and role == "object" and not _has_aux(parse, token)
            yield token, "object" if shared or _is_passive(parse, token) else "subject"


def _counts_others(parse: Parse, verb: Token, other: Token) -> bool:
    """'Six were killed and up to 20 wounded': the second verb has a number of its own."""
    return other.dep == "conj" and any(t.pos == "NUM" for t in parse.tokens[verb.index + 1 : other.index])


def _has_aux(parse: Parse, verb: Token) -> bool:
    return any(parse.tokens[c].dep == "aux" for c in parse.children[verb.index])


def _is_passive(parse: Parse, verb: Token) -> bool:
    """Passive, or a headline's 'Nine killed in blast': a verb of harm without anybody harmed but its subject."""
    links = {parse.tokens[c].dep for c in parse.children[verb.index]}
    if links & {"auxpass", "nsubjpass"}:
        return True
    bare = (not links & {"dobj", "obj", "aux"} or _strays(parse, verb)) and verb.tag in {"VBN", "VBD"}
    words = load_attributes()
    # 'Three shot dead in protests': no one else is shot.
    partners = {parse.tokens[c].lemma for c in parse.children[verb.index]}
    completed = any(p["with"] in partners and p["role"] == "object" for p in words.phrases.get(verb.lemma, ()))
    return bare and (verb.lemma in words.done_to or completed)


def _strays(parse: Parse, verb: Token) -> bool:
    """'Boy shot in hunting accident': a noun that belongs to 'in' and that the parser gives to the verb."""
    children = [parse.tokens[c] for c in parse.children[verb.index]]
    if any(c.dep in {"aux", "obj"} for c in children):
        return False
    objects = [c.index for c in children if c.dep == "dobj"]
    places = [c.index for c in children if c.dep == "prep" and c.index > verb.index]
    return bool(objects) and bool(places) and min(places) < min(objects)


def _attributes_of(parse: Parse, token: Token, role: str) -> Iterator[str]:
    """The attributes that a word gives to those counted in a role: 'killed' + object, 'died' + subject."""
    words = load_attributes()
    partners = _partners(parse, token)
    named = [p for p in words.phrases.get(token.lemma, ()) if p["with"] in partners and p["role"] == role]
    if named:
        yield named[0]["attribute"]
    elif role == "counted":
        yield from _counted(token)
    elif role.startswith("prep:"):
        yield from _after_preposition(parse, token, role.removeprefix("prep:"))
    else:
        yield from _at_predicate(token, role, partners)


def _at_predicate(token: Token, role: str, partners: list[str]) -> Iterator[str]:
    words = load_attributes()
    shape = token.text.lower()
    if role in {"object", "state"} and token.tag in {"VBN", "JJ", "RB"} and shape in words.state:
        yield words.state[shape]
    elif role == "object" and token.lemma in words.done_to:
        yield words.done_to[token.lemma]
    elif role == "subject" and token.lemma in words.does:
        yield words.does[token.lemma]
    elif token.lemma in words.leaving and (role != "subject" or token.lemma in STAYING):
        yield from dict.fromkeys(words.state[each] for each in partners if each in words.state)


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
