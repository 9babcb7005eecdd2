"""Deeds by the words beside them: 'the Front claimed the ambush', 'the navy fired on the ferry'."""

from collections.abc import Iterator

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.deeds import child_of, load_deeds, subject_of
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
