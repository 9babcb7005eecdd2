"""An actor is an entity of reference data where name, kind and country suffice, and never otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.actor import Actor, ActorKind, Affiliation
from accordingto.model.event import Event, EventKind, Participant, Place
from accordingto.model.reference import ReferenceEntity
from accordingto.model.trace import Trace
from accordingto.stages.refer import find_candidates, link_actors

MALI = Actor("act-mali", "Mali", ActorKind.GOVERNMENT, ("Mali",))


def entity(key, name, *more, schema="Person", countries=(), weak=()):
    """An entity of an invented list."""
    return ReferenceEntity(key, name, schema, (name, *more), tuple(weak), tuple(countries), "{}")


def actor(name, *more, kind=ActorKind.PERSON, of=()):
    """An actor, perhaps belonging to others."""
    sides = tuple(Affiliation(each.id, None, None, "tests.v1") for each in of)
    return Actor(f"act-{name}", name, kind, (name, *more), sides)


def link(one, *entities, events=()):
    """The id that an actor is linked to."""
    linked = next(each for each in link_actors([one, MALI], events, entities) if each.id == one.id)
    return None if linked.reference is None else linked.reference.id


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (actor("Tor Osrin", of=[MALI]), entity("Q1", "Tor Osrin", countries=["ML"]), True),
        (actor("Tor Osrin", of=[MALI]), entity("Q1", "Osrin, Tor", countries=["ML"]), True),
        (actor("Tor Osrin", of=[MALI]), entity("Q1", "Тор Осрин", countries=["ML"]), True),
        (actor("Tor Osrin", of=[MALI]), entity("Q1", "Tor Osrin", countries=["NE"]), False),
        (actor("Tor Osrin"), entity("Q1", "Tor Osrin", countries=["ML"]), False),
        (actor("Tor Osrin"), entity("Q1", "Tor Osrin"), False),
        (actor("Tor Anselm Osrin"), entity("Q1", "Tor Anselm Osrin"), True),
        (actor("Tor Osrin", "Abu Lamar"), entity("Q1", "Tor Osrin", "Abu Lamar"), True),
        (actor("Tor Osrin", "Lamar"), entity("Q1", "Tor Osrin", weak=["Lamar"]), True),
        (actor("Lamar", of=[MALI]), entity("Q1", "Tor Osrin", weak=["Lamar"], countries=["ML"]), False),
        (actor("Osrin", of=[MALI]), entity("Q1", "Osrin", countries=["ML"]), False),
        (actor("Tor Anselm Osrin"), entity("Q1", "Tor Anselm Osrin", schema="Company"), False),
        (actor("Dawn Front", kind=ActorKind.GROUP), entity("Q1", "Dawn Front", schema="Organization"), True),
        (actor("Dawn Front", kind=ActorKind.GROUP), entity("Q1", "Dawn Front"), False),
        (actor("DFL", kind=ActorKind.GROUP), entity("Q1", "DFL", schema="Organization"), False),
        (
            actor("DFL", "Dawn Front League", kind=ActorKind.GROUP),
            entity("Q1", "Dawn Front League", "DFL", schema="Organization"),
            True,
        ),
        (
            actor("Dawn Front", kind=ActorKind.GROUP, of=[MALI]),
            entity("Q1", "Dawn Front", schema="Organization", countries=["NE"]),
            False,
        ),
    ],
)
def test_what_suffices(one, other, linked):
    """The table of docs/reference.md."""
    assert link(one, other) == ("Q1" if linked else None)


def test_where_it_was_met_counts_for_it():
    """A person of an event in a country that the entity has, too."""
    osrin = actor("Tor Osrin")
    place = Place("Orlec", country="ML")
    raid = Event("ev", EventKind.ASSAULT, "raid", None, (place,), (Participant(osrin.id, "agent"),), (), Trace("t.v1"))
    assert link(osrin, entity("Q1", "Tor Osrin", countries=["ML"]), events=[raid]) == "Q1"
    assert link(osrin, entity("Q1", "Tor Osrin", countries=["NE"]), events=[raid]) is None


def test_two_that_fit_equally_are_none():
    """Two of one name in one country; the one with a second name in common wins."""
    osrin = actor("Tor Osrin", "Lamar", of=[MALI])
    one, other = (entity(each, "Tor Osrin", countries=["ML"]) for each in ("Q1", "Q2"))
    assert link(osrin, one, other) is None
    assert link(osrin, one, entity("Q2", "Tor Osrin", "Lamar", countries=["ML"])) == "Q2"


def test_the_reasons_can_be_read():
    """Names and country, in words."""
    linked = link_actors([actor("Tor Osrin", of=[MALI]), MALI], (), [entity("Q1", "Osrin Tor", countries=["ML"])])
    assert linked[0].reference is not None
    assert linked[0].reference.reasons == ("equal name 'Osrin Tor'", "of Mali")


def test_only_entities_with_a_name_of_the_ledger_are_candidates():
    """A long list leaves few."""
    entities = [entity("Q1", "Tor Osrin"), entity("Q2", "Lena Vask"), entity("Q3", "Vask", weak=["Osrin Tor"])]
    assert [each.id for each in find_candidates([actor("Tor Osrin")], entities)] == ["Q1", "Q3"]


NAMES = st.sampled_from(["Tor Osrin", "Osrin Tor", "Tor Anselm Osrin", "Lena Vask", "Лена Васк", "", "…"])


@given(st.lists(st.builds(entity, st.sampled_from("abcd"), NAMES, NAMES), unique_by=lambda e: e.id), st.randoms())
def test_the_order_of_a_list_changes_nothing(entities, chance):
    """Shuffled, the same links."""
    actors = [actor("Tor Osrin", "Lamar", of=[MALI]), actor("Tor Anselm Osrin"), actor("Lena Vask"), MALI]
    shuffled = list(entities)
    chance.shuffle(shuffled)
    assert link_actors(actors, (), entities) == link_actors(actors, (), shuffled)
