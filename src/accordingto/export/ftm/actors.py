"""Actors as persons and bodies, who belongs to whom, and which names stand in which documents."""

from collections.abc import Iterator
from functools import cache

from accordingto.export.ftm.entity import Entity, flat, make_entity
from accordingto.lexicon import load_table
from accordingto.model.actor import Actor, ActorKind, Affiliation, MentionForm
from accordingto.model.findings import Findings
from accordingto.model.keys import make_id
from accordingto.stages.refer import Lands
from accordingto.text.names import fold_name

# The rule by which an army or a ministry belongs to its government.
OFFICIAL = "resolve.body-of."
COMPANY = "Company"


def render_actors(findings: Findings) -> Iterator[Entity]:
    """Every actor, then every membership, then every name in every document."""
    actors = findings.resolution.actors
    lands = Lands(actors, findings.events)
    schemas = {actor.id: find_schema(actor) for actor in actors}
    for actor in actors:
        yield _actor(actor, schemas[actor.id], sorted(code.lower() for code in lands.own(actor) if len(code) == 2))  # noqa: PLR2004  ISO codes; learnt countries have none
    texts = {reading.document.id: reading.document for reading in findings.readings}
    for actor in actors:
        for side in actor.affiliations:
            words = texts[side.document].quote(side.evidence) if side.document and side.evidence else None
            yield _side(actor, side, schemas.get(side.actor, "Organization"), words)
    for actor in actors:
        yield from _mentions(actor, schemas[actor.id])


def find_schema(actor: Actor) -> str:
    """Person, PublicBody, Company where its name or the reference data says so, else Organization."""
    if actor.kind is ActorKind.PERSON:
        return "Person"
    known = None if actor.reference is None else actor.reference.schema
    if known in {COMPANY, "PublicBody"}:
        return known
    if actor.kind is ActorKind.GOVERNMENT or any(each.rule.startswith(OFFICIAL) for each in actor.affiliations):
        return "PublicBody"
    is_company = actor.kind is ActorKind.ORGANIZATION and any(_has_legal_form(name) for name in actor.names)
    return COMPANY if is_company else "Organization"


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(str(form) for forms in load_table("en", "legal_forms")["forms"] for form in forms)


def _has_legal_form(name: str) -> bool:
    first, _, last = fold_name(name).rpartition(" ")
    return bool(first) and last in _legal_forms()


def _actor(actor: Actor, schema: str, countries: list[str]) -> Entity:
    reference = actor.reference
    entity = make_entity(
        actor.id,
        schema,
        actor.name,
        name=flat(actor.name),
        alias=(flat(name) for name in actor.names if name != actor.name),
        country=countries,
        wikidataId=None if reference is None or not _is_wikidata(reference.id) else reference.id,
        summary="a claimer without a name" if actor.described else None,
        keywords=actor.kind.value,
    )
    return entity if reference is None else entity | {"referents": [reference.id]}


def _is_wikidata(key: str) -> bool:
    return key[:1] == "Q" and key[1:].isdecimal()


def _side(actor: Actor, side: Affiliation, other: str, words: str | None) -> Entity:
    key = make_id("side", actor.id, side.actor)
    summary = None if words is None else flat(words)
    if other == "Person":  # a person's spokesman: FollowTheMoney knows members of bodies only
        return make_entity(
            key, "UnknownLink", "belongs to", subject=actor.id, object=side.actor, summary=summary, proof=side.document
        )
    return make_entity(
        key, "Membership", "belongs to", member=actor.id, organization=side.actor, summary=summary, proof=side.document
    )


def _mentions(actor: Actor, schema: str) -> Iterator[Entity]:
    """One a document, with every name that stands there."""
    named: dict[str, list[str]] = {}
    for mention in actor.mentions:
        if mention.form is MentionForm.NAME or actor.described:
            named.setdefault(mention.document, []).append(flat(mention.text))
    for document, names in named.items():
        yield make_entity(
            make_id("mention", actor.id, document),
            "Mention",
            names[0],
            document=document,
            resolved=actor.id,
            name=names,
            detectedSchema=schema,
        )
