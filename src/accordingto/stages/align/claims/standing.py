"""Which words may say something of a counted noun, and in what role it stands to each.

'Nine' of 'nine were killed' is the object of a killing, of 'nine died' the subject, of 'the death of nine' what follows
'of'; 'the 30 miners still held' has a participle below it.
"""

from collections.abc import Iterator

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.words import load_attributes

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "oprd", "attr"})
# 'Under 60 were held', which parsers take for a place: the preposition only bounds the number.
BOUNDS = frozenset({"under", "over", "around", "about", "above", "below", "between", "near", "to"})
# What may be somebody's: 'a teen's death', 'one man's life'.
OWNED = frozenset({"death", "killing", "murder", "slaying", "shooting", "stabbing", "life", "body"})
REFLEXIVE = frozenset({"himself", "herself", "themselves"})
CAPTIVES = frozenset({"prisoner", "captive", "hostage"})
# Climbing further than this leaves the clause of the number.
STEPS = 6


def find_roles(parse: Parse, noun: Token) -> Iterator[tuple[Token, str]]:
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
    # 'Turned the gun on himself'
    himself = head.lemma == "on" and above.lemma == "turn" and at.text.lower() in REFLEXIVE
    return [(above, "self" if himself else f"prep:{head.lemma}")], None


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
