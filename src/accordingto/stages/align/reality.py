"""Whether words tell of something that happened, that is denied, or that is only wished, feared or foretold."""

from enum import StrEnum

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.families import Words
from accordingto.stages.align.triggers import Trigger


class Reality(StrEnum):
    """How real the words make an event."""

    ACTUAL = "actual"
    DENIED = "denied"  # 'no gunmen were released': speaks of an event that somebody else asserts
    UNREAL = "unreal"  # promised, feared, conditional


def find_reality(parse: Parse, trigger: Trigger, words: Words) -> Reality:
    """How real a trigger's event is by its own clause and the verbs and nouns above it."""
    if not trigger.verbal:
        reality = _noun_reality(parse, parse.tokens[trigger.index], words)
        if reality is not Reality.ACTUAL or trigger.light is None:
            return reality
    return _verb_reality(parse, parse.tokens[trigger.clause], words)


def _verb_reality(parse: Parse, verb: Token, words: Words) -> Reality:
    for _ in range(8):
        here = _here(parse, verb, words)
        if here is not None:
            return here
        above = _governor(parse, verb, words)
        if isinstance(above, Reality):
            return above
        if above is None:
            return Reality.ACTUAL
        verb = above
    return Reality.ACTUAL


def _here(parse: Parse, verb: Token, words: Words) -> Reality | None:
    """What the verb's own helpers say; ``None`` when they leave it to the verb above."""
    children = [parse.tokens[c] for c in parse.children[verb.index]]
    lemmas = {child.lemma.lower() for child in children if child.dep in {"aux", "auxpass"}}
    if any(c.dep == "mark" and c.lemma.lower() in words.sets["irrealis_marks"] for c in children):
        return Reality.UNREAL
    modals = {c.text.lower() for c in children if c.tag == "MD"}
    if modals and not (modals <= words.sets["irrealis_hedged_perfect"] and "have" in lemmas):
        return Reality.UNREAL
    if any(c.dep == "neg" and not _bounds(parse, c) for c in children) or _negative_subject(parse, children, words):
        return Reality.DENIED
    return None


def _bounds(parse: Parse, negator: Token) -> bool:
    """'Not less than 22 died', 'not only killed': nothing is denied."""
    after = parse.tokens[negator.index + 1 : negator.index + 2]
    return bool(after) and after[0].text.lower() in {"less", "fewer", "more", "only", "just"}


def _negative_subject(parse: Parse, children: list[Token], words: Words) -> bool:
    """'No gunmen were released', 'nobody was hurt', 'took no hostages'."""
    for child in children:
        if child.dep not in {"nsubj", "nsubjpass", "dobj"}:
            continue
        below = (parse.tokens[c] for c in parse.children[child.index])
        if child.lemma.lower() in words.sets["negators"] or any(
            b.dep in {"det", "neg"} and b.lemma.lower() == "no" for b in below
        ):
            return True
    return False


def _governor(parse: Parse, verb: Token, words: Words) -> Token | Reality | None:
    """The verb that decides on this one, or what it decides; ``None`` at the top."""
    head = parse.tokens[verb.head]
    if head.index == verb.index:
        return None
    if verb.dep == "conj" and head.pos in {"VERB", "AUX"}:
        return head if _leans_on_first(parse, verb) else None
    infinitive = any(parse.tokens[c].tag == "TO" for c in parse.children[verb.index])
    if infinitive and verb.dep in {"xcomp", "ccomp", "advcl", "pcomp", "acl"}:
        return _infinitive(parse, verb, head, words)
    if verb.dep == "pcomp" and head.dep == "prep":
        return _of_gerund(parse, head, words)
    return _complement(verb, head, words) if verb.dep in {"ccomp", "xcomp"} else None


def _complement(verb: Token, head: Token, words: Words) -> Reality | None:
    """'denied that it attacked', 'considered attacking'."""
    lemma = head.lemma.lower()
    if lemma in words.sets["negative_verbs"] and (verb.dep == "ccomp" or verb.tag in {"VB", "VBG"}):
        return Reality.DENIED
    return Reality.UNREAL if lemma in words.sets["irrealis_verbs"] and verb.tag in {"VB", "VBG"} else None


def _leans_on_first(parse: Parse, verb: Token) -> bool:
    """Whether a coordinated verb shares the first one's helpers: 'would storm and burn', not 'took none and fled'."""
    own = {"nsubj", "nsubjpass", "aux", "auxpass"}
    return verb.tag in {"VB", "VBN", "VBG"} and not any(parse.tokens[c].dep in own for c in parse.children[verb.index])


def _infinitive(parse: Parse, verb: Token, head: Token, words: Words) -> Token | Reality | None:
    """'managed to flee' happened, 'wants to flee' did not; 'the first to be freed' did."""
    lemma = head.lemma.lower()
    if lemma in words.sets["irrealis_implicatives"] or (head.tag == "VBN" and lemma in words.sets["irrealis_told"]):
        return head
    if lemma in words.sets["negative_verbs"]:
        return Reality.DENIED
    return None if _is_done(parse, verb, head) else Reality.UNREAL


def _is_done(parse: Parse, verb: Token, head: Token) -> bool:
    """'claims to have fled', 'the first to be freed', 'the only ones to flee'."""
    perfect = any(
        parse.tokens[c].lemma.lower() == "have" and parse.tokens[c].dep == "aux" for c in parse.children[verb.index]
    )
    ranked = {head.lemma.lower(), *(parse.tokens[c].lemma.lower() for c in parse.children[head.index])}
    return perfect or not ranked.isdisjoint({"first", "last", "only"})


def _of_gerund(parse: Parse, preposition: Token, words: Words) -> Token | Reality | None:
    """'accused of attacking' is asserted; 'plans for attacking', 'from attacking' are not."""
    head = parse.tokens[preposition.head]
    lemma = head.lemma.lower()
    if lemma in words.sets["irrealis_nouns"] or lemma in words.sets["irrealis_verbs"]:
        return Reality.UNREAL
    return Reality.UNREAL if preposition.lemma.lower() in {"without", "from", "against"} else None


def _noun_reality(parse: Parse, noun: Token, words: Words) -> Reality:
    children = [parse.tokens[c] for c in parse.children[noun.index]]
    lemmas = {child.lemma.lower() for child in children}
    if any(c.dep in {"det", "neg"} and c.lemma.lower() in {"no", "neither"} for c in children):
        return Reality.DENIED
    if lemmas & words.sets["irrealis_adjectives"]:
        return Reality.UNREAL
    definite = bool(lemmas & words.sets["definite"]) or any(c.dep == "poss" or _is_past(parse, c) for c in children)
    return _above_noun(parse, noun, words, definite=definite)


def _is_past(parse: Parse, clause: Token) -> bool:
    """'An air strike that killed dozens' happened, whoever wants it looked into."""
    helpers = (parse.tokens[c].tag for c in parse.children[clause.index])
    return clause.dep == "relcl" and clause.tag == "VBD" and "MD" not in helpers


def _above_noun(parse: Parse, noun: Token, words: Words, *, definite: bool) -> Reality:
    """What governs the noun: 'called for an attack', 'a plan of attack', 'would mean war'."""
    at = noun
    for _ in range(5):
        head = parse.tokens[at.head]
        lemma = head.lemma.lower()
        if head.index == at.index or at.dep in {"nsubj", "nsubjpass"}:
            return Reality.ACTUAL
        if lemma in words.sets["looking_back"] and at.dep in {"prep", "compound"}:
            return Reality.ACTUAL
        if head.pos in {"NOUN", "PROPN"} and lemma in words.sets["irrealis_nouns"] and at.dep in {"prep", "compound"}:
            return Reality.UNREAL
        if head.pos in {"VERB", "AUX"}:
            return _under_verb(parse, at, head, words, definite=definite)
        at = head
    return Reality.ACTUAL


def _under_verb(parse: Parse, at: Token, verb: Token, words: Words, *, definite: bool) -> Reality:
    """A definite event is real whatever the verb ('wants to avenge the raid'); an indefinite one follows the verb."""
    lemma = verb.lemma.lower()
    aimed = at.dep == "dobj" or (at.dep == "prep" and at.lemma.lower() in {"for", "to", "from", "against", "into"})
    if aimed and lemma in {"deny", "refute"}:
        return Reality.DENIED
    if aimed and lemma in words.sets["irrealis_verbs"] and not (lemma == "want" and verb.tag == "VBN"):
        return Reality.UNREAL  # 'is wanted for the ambush' looks back
    return Reality.ACTUAL if definite else _verb_reality(parse, verb, words)
