"""Events: what keeps them apart, days, towns that no list knows, and sums over several towns."""

import pytest

from tests.stages.align.told_world import events_of, triggers


@pytest.mark.parametrize(
    "text",
    [
        "Planes bombed Orvel on Sunday, killing six people. Planes bombed Orvel again on Monday, killing four people.",
        "Rebels attacked Orvel in January. Rebels attacked Kelmar in January, killing 11 soldiers.",
        "No fewer than 23 villagers died in raids on three towns. Seven villagers were killed in a raid on Orvel.",
    ],
)
def test_two_events(text):
    """Another day, another town, a sum over three towns beside the raid on one: two events."""
    assert len(events_of(text)) == 2


def test_the_town_is_the_one_just_named():
    """'Retook the town' goes back to the town of the sentence before."""
    (found,) = events_of("There was no news in Orvel on Monday. The army said its troops retook the town.\n")
    assert [place.name for place in found.places] == ["Orvel"]


def test_stacked_date_is_the_nouns_own():
    """'An ambush in Orvel in January' is dated January wherever it stands in the sentence."""
    (found,) = events_of("The band took responsibility for an ambush in Orvel in January.\n")
    assert (found.date.start.month, found.date.end.month) == (1, 1)


def test_day_of_saying_is_not_the_days_of_what_is_said():
    """'Said on Monday at least six were killed in a raid on Sunday'."""
    text = "Nurses said on Monday at least eight villagers were killed in a raid on Orvel on Sunday.\n"
    (found,) = events_of(text)
    assert found.date.start.day == found.date.end.day == 8
    assert "raid" in triggers(found, text)


def test_clause_with_in_which_belongs_to_its_noun():
    """'The ambush at Orvel on May 19, in which nine were killed' is one telling."""
    text = "A man is wanted for the ambush at Orvel on May 19, in which nine soldiers were killed, the ministry said.\n"
    (found,) = events_of(text)
    assert triggers(found, text) == ["ambush"]
