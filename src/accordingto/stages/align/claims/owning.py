"""Deeds by the words beside them: 'the Front claimed the ambush', 'the navy fired on the ferry'."""

from collections.abc import Iterator

from accordingto.lexicon import load_table
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.deeds import child_of, is_known, load_deeds, subject_of
from accordingto.stages.align.claims.predicates import is_negated


def find_owned(parse: Parse, verb: Token) -> Iterator[tuple[Token, Token, str]]:
    """'The Front claimed the ambush', 'an ambush that the Front claimed', 'an ambush claimed by the Front'."""
    deeds = load_deeds()
    by = child_of(parse, verb.index, {"agent"})
    who = child_of(parse, by.index, {"pobj"}) if by is not None else child_of(parse, verb.index, {"nsubj"})
    deed = child_of(parse, verb.index, {"dobj", "nsubjpass"})
    if verb.dep in {"relcl", "acl"} and (deed is None or deed.lemma in {"that", "which"}):
        deed = parse.tokens[verb.head]
    named = deed is not None and deed.lemma in deeds.deeds | deeds.general and not _is_figure(parse, deed)
    if who is not None and deed is not None and named and not is_negated(parse, verb):
        yield who, deed, "claims.claimed-responsibility.v1"


def _is_figure(parse: Parse, deed: Token) -> bool:
    """'Claimed five deaths': a number that somebody gives is no deed of theirs."""
    return deed.tag == "NNS" and child_of(parse, deed.index, {"nummod"}) is not None


def fires(parse: Parse, verb: Token, thing: Token | None) -> bool:
    """Whether a weapon is fired, or somebody is fired on: 'fired a rocket', 'fired on the ferry', 'opened fire'."""
    deeds = load_deeds()
    if verb.lemma == "open":
        return thing is not None and thing.lemma == "fire"
    if thing is not None:
        return verb.lemma in deeds.firing and thing.lemma in deeds.weapons
    aimed = any(parse.tokens[c].lemma in deeds.aiming for c in parse.children[verb.index])
    return verb.lemma == "fire" and aimed and subject_of(parse, verb) is not None


def find_lost(parse: Parse, verb: Token) -> Token | None:
    """The raid of 'the raid, in which nine died, "was planned and carried out by X"', where the parser loses it."""
    deeds = load_deeds()
    before = parse.tokens[parse.sentences[verb.sentence].first : verb.index]
    known = (each for each in reversed(before) if each.lemma in deeds.deeds and is_known(parse, each))
    return next(known, None)


def find_effect(parse: Parse, verb: Token, weapon: Token | None) -> Token | None:
    """What a weapon that was laid did: 'killed' of 'a mine laid by X killed nine', 'set off a bomb left by X'."""
    if weapon is None or verb.lemma not in load_deeds().placing or weapon.lemma not in load_deeds().weapons:
        return None
    head = parse.tokens[weapon.head]
    return parse.tokens[head.head] if head.pos == "ADP" else head


def find_held(parse: Parse, token: Token) -> Token | None:
    """X of 'hold X, and Y, responsible for', where the parser hangs 'responsible' on the nearest of them."""
    noun = parse.tokens[token.head]
    while noun.dep == "conj":
        noun = parse.tokens[noun.head]
    verb = parse.tokens[noun.head]
    return noun if token.dep == "amod" and noun.dep == "dobj" and verb.lemma == "hold" else None


def is_alleged(parse: Parse, verb: Token, who: Token) -> bool:
    """'Members, presumably of the Front': who did it is no more than thought."""
    heads = (verb.index, who.index, *(c for c in parse.children[who.index] if parse.tokens[c].dep == "prep"))
    hedges = load_table("en", "cues_phrases")["hedges"]["adverbs"]
    return any(parse.tokens[c].lemma in hedges for head in heads for c in parse.children[head])
