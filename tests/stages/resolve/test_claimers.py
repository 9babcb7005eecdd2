"""Whose an attribution is in the end."""

import pytest

from accordingto.stages.resolve import resolve
from tests.stages.resolve.room import claimers, read, resolve_texts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mira Dallow visited the town. She said the bridge was lost.", "Mira Dallow"),
        ("Tor Osrin, governor of Kell, left. The governor said the bridge was lost.", "Tor Osrin"),
        ("The Kell Legion took the town. The group said the bridge was lost.", "Kell Legion"),
        ("The Kell Legion took the town. It said the bridge was lost.", "Kell Legion"),
        ("Kell Legion fighters said the bridge was lost.", "Kell Legion"),
        ("The Sudanese army said the bridge was lost.", "Sudanese army"),
        ("Local residents said the bridge was lost.", "Local residents"),
        (
            "The Kell Legion fled. A channel close to the group said it rained. The channel said the bridge was lost.",
            "A channel close to the group",
        ),
        ("A website linked to the Kell Legion said it rained. It said the bridge was lost.", "A website"),
        ("The Kell Legion fled, its channel said. The channel said the bridge was lost.", "Kell Legion"),
        ("A spokesperson for the mayor, Mr. Tor Osrin, said the bridge was lost.", "Tor Osrin"),
    ],
)
def test_sources_lead_to_their_claimer(text, name):
    """Names, pronouns and descriptions of a source lead to the actor that they mean."""
    reading = read(text)
    found = claimers(reading, resolve([reading]))
    assert next((who for said, who in found.items() if "the bridge was lost" in said), None) == name


def test_a_description_is_never_joined_across_documents():
    """Two documents' 'residents' are two claimers."""
    text = "Local residents said the bridge was lost."
    resolution = resolve_texts(text, text + " It rained.")
    described = [actor for actor in resolution.actors if actor.described]
    assert len(described) == 2
    assert len({actor.id for actor in described}) == 2


def test_the_source_is_the_source_named_before():
    """A definite description leads to the indefinite one with the same noun."""
    reading = read("A source close to the talks said the road was open. The source said the bridge was lost.")
    assert len(set(claimers(reading, resolve([reading])).values())) == 1


def test_narration_belongs_to_the_outlet():
    """What a document says in its own voice is its outlet's; without an outlet it is nobody's."""
    text = "The bridge was lost on Monday."
    for outlet in ("Kell Courier", None):
        reading = read(text, outlet=outlet)
        resolution = resolve([reading])
        names = {actor.id: actor.name for actor in resolution.actors}
        assert {names.get(who) if who else None for who in resolution.claimers.values()} <= {outlet}


def test_a_sourceless_rumour_has_no_claimer():
    """'is thought to' is nobody's."""
    reading = read("The Kell Legion is believed to be short of boats.")
    resolution = resolve([reading])
    told = [each for each in reading.attributions if each.cue]
    assert all(resolution.claimers[each.id] is None for each in told)
