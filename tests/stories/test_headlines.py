"""What a headline says, and what only looks as if it did."""

import pytest

from tests.stories.whole import compare, values

BODY = "\nTen people were killed in a blast in Kelm on Wednesday, police said. It was the first in Kelm this year."


@pytest.mark.parametrize(
    "headline",
    [
        "KELM: ministry says 10 miners killed",
        "Kelm: Ten dead, police say",
        "Kelm: Gunmen kill ten",
        "Kelm blast: what we know",
        "KORVA: Rebels seize bridge",
    ],
)
def test_a_town_before_a_colon_says_nothing(headline):
    """What the headline is about is neither a claimer nor a party."""
    found = compare(headline + BODY)
    names = {each.id: each.name for each in found.resolution.actors}
    told = {each.id for each in found.readings[0].attributions if each.source}
    assert {names[who] for each, who in found.resolution.claimers.items() if each in told and who is not None} <= {
        "police",
        "ministry",
    }
    taking_part = {names[each.actor] for event in found.events for each in event.participants}
    assert not taking_part & {"Kelm", "KELM", "KORVA", "Kelm blast"}


def test_the_town_of_a_blast_takes_no_part():
    """'The Kelm blast' was not done by Kelm, whatever a headline made of the name."""
    found = compare(
        "Kelm: ministry says accident\nPolice blamed rebels for the Kelm blast, which killed ten in Kelm on Monday."
    )
    names = {each.id: each.name for each in found.resolution.actors}
    assert "Kelm" not in {names[each.actor] for event in found.events for each in event.participants}


@pytest.mark.parametrize("headline", ["Kelm Legion: ten miners killed", "Police: ten miners killed"])
def test_somebody_before_a_colon_speaks(headline):
    """A body, or people of an office, say what stands behind the colon."""
    found = compare(headline + BODY)
    assert headline.partition(":")[0].lower() in {
        each.name.lower() for each in found.resolution.actors if each.id in found.resolution.claimers.values()
    }


@pytest.mark.parametrize("headline", ["12 rebels killed in Kelm", "Army says 12 rebels killed"])
def test_those_killed_are_not_those_who_killed(headline):
    """'12 rebels killed' leaves out 'were'."""
    found = compare(headline + "\nThe army said on Thursday that 12 rebels were killed in Kelm.")
    assert values(found, "killed") == ["12"]
    assert values(found, "responsible") == []
