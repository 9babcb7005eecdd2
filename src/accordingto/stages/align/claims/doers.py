"""Whom the words for a doer mean: a name, 'we', 'members of the Legion', 'a dozen Legion fighters'."""

from collections.abc import Sequence

from accordingto.model.actor import Actor, ActorKind, Resolution
from accordingto.model.attribution import Attribution
from accordingto.model.claim import ActorValue, Claim, ClaimStance
from accordingto.model.parse import Token
from accordingto.stages.align.claims.deeds import after_preposition, load_deeds
from accordingto.stages.align.claims.page import Page
from accordingto.text.names import is_acronym

ORGANISED = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT})
# 'Members of the 8th column of the Legion': so many 'of' are followed.
DEEPEST = 3
# What is told of a doer in a clause of its own is no name of his.
CLAUSES = frozenset({"relcl", "acl", "appos", "conj"})
# 'We' and 'I' are whoever speaks.
FIRST = frozenset({"we", "i", "us"})


def find_actor(page: Page, who: Token, attribution: Attribution | None) -> Actor | None:
    """The named actor that words stand for; 'we' and a bare 'it' or 'they' are the claimer of the passage."""
    actor = page.actor_at(who) or _initials(page, who)
    # The army of 'Ormellan Army of the People' is a part of that name, not a word beside one.
    is_part = actor is not None and actor.kind is ActorKind.GROUP and who.pos == "PROPN"
    if actor is None or actor.described or (who.lemma in load_deeds().followers and not is_part):
        actor = _named_by(page, who, attribution) or actor
    if actor is None and who.pos == "PRON" and attribution is not None:
        actor = page.actors.get(page.resolution.claimers.get(attribution.id) or "")
    if actor is None or actor.described or (who.lemma in FIRST and not _speaks_for_side(page, actor)):
        return None
    return actor


def find_name(page: Page, who: Token, actor: Actor) -> Token:
    """The word that names the doer among the words for one: the Legion of 'members of the Harbour Legion'."""
    if page.actor_at(who) is actor:
        return who
    parse = page.parse
    near = (child for child in parse.children[who.index] if parse.tokens[child].dep not in CLAUSES)
    below = (parse.tokens[index] for child in near for index in (child, *parse.subtree(child)))
    named = next((each for each in below if page.actor_at(each) is actor), None)
    if named is None and _is_bare_unit(page, who):
        named = next(
            (each for each in parse.words(parse.sentences[who.sentence]) if page.actor_at(each) is actor), None
        )
    return who if named is None else named


def find_nameless(page: Page, who: Token) -> Actor | None:
    """The nameless group that words describe: 'gunmen', 'the army' of whatever country."""
    actor = page.actor_at(who) if who.pos == "NOUN" else None
    if actor is None or not actor.described or actor.kind is not ActorKind.GROUP:
        return None
    said = {word for name in actor.names for word in name.lower().split()}
    return actor if who.text.lower() in said else None  # 'the group' may be led back to the wrong ones


def drop_nameless(claims: Sequence[Claim], resolution: Resolution) -> list[Claim]:
    """The claims without 'gunmen' did it, where anybody names who did: gunmen may well be the named one's."""
    nameless = {actor.id for actor in resolution.actors if actor.described}
    held = [each for each in claims if each.attribute == "responsible" and isinstance(each.value, ActorValue)]
    described = {each.id for each in held if isinstance(each.value, ActorValue) and each.value.actor in nameless}
    named = {each.subject for each in held if each.id not in described and each.stance is ClaimStance.ASSERTS}
    return [each for each in claims if each.id not in described or each.subject not in named]


def _speaks_for_side(page: Page, actor: Actor) -> bool:
    """Whether 'we' may be those who did it: a group, or somebody who belongs to one; a baker's 'we' are bystanders."""
    return actor.kind is not ActorKind.PERSON or page.has_side(actor.id)


def _named_by(page: Page, who: Token, attribution: Attribution | None) -> Actor | None:
    """'Harbour Legion militants' are the Legion, as far as deeds go, and 'its warplanes' are the claimer's."""
    if who.lemma not in load_deeds().followers:
        return None
    if attribution is not None and any(page.parse.tokens[c].tag == "PRP$" for c in page.parse.children[who.index]):
        return page.actors.get(page.resolution.claimers.get(attribution.id) or "")
    return _whose(page, who) or _before(page, who) or _own_unit(page, who, attribution)


def _initials(page: Page, who: Token) -> Actor | None:
    """The Legion of 'the outlawed HL', as the report said that it is called."""
    actor = page.actor_named(who.text) if who.pos == "PROPN" and is_acronym(who.text) else None
    return actor if actor is not None and actor.kind in ORGANISED else None


def _own_unit(page: Page, who: Token, attribution: Attribution | None) -> Actor | None:
    """'The Legion reports that urban units attacked': whose units, where it tells of nobody else's, are its own."""
    claimer = page.actors.get(page.resolution.claimers.get(attribution.id) or "") if attribution is not None else None
    if claimer is None or claimer.described or claimer.kind is not ActorKind.GROUP or not _is_bare_unit(page, who):
        return None
    return claimer


def _is_bare_unit(page: Page, who: Token) -> bool:
    """Whether a part of a body of fighters is told of without the name or the article of anybody's."""
    parse = page.parse
    beside = {parse.tokens[child].pos for child in parse.children[who.index]}
    if who.lemma not in load_deeds().units or not beside.isdisjoint({"DET", "PROPN"}):
        return False
    # Units that attack 'its camp' are the enemy's.
    return all(parse.tokens[index].tag != "PRP$" for index in parse.subtree(who.head))


def _before(page: Page, who: Token) -> Actor | None:
    """The Legion of 'Harbour Legion militants'."""
    for child in page.parse.children[who.index]:
        if page.parse.tokens[child].dep in {"compound", "amod", "nmod", "poss"}:
            first = min(page.parse.subtree(child))
            actor = page.actor_named(page.text[page.parse.tokens[first].start : page.parse.tokens[child].end])
            # 'Ormellan guerrillas' are not Ormelle.
            rebels = actor is not None and actor.kind is ActorKind.GOVERNMENT and who.lemma in load_deeds().irregular
            if actor is not None and actor.kind is not ActorKind.PERSON and not rebels:
                return actor
    return None


def _whose(page: Page, who: Token, deep: int = DEEPEST) -> Actor | None:
    """The Legion of 'members of the Harbour Legion', 'fighters of the 3rd column of the Legion'."""
    for word in ("of", "from") if deep else ():
        below = after_preposition(page.parse, who.index, word)
        if below is None:
            continue
        actor = page.actor_at(below)
        if actor is not None and not actor.described:
            return actor if actor.kind in ORGANISED else None
        named = _before(page, below) if below.lemma in load_deeds().followers else None
        found = named or _whose(page, below, deep - 1)  # 'a number of Legion fighters'
        if found is not None:
            return found
    return None
