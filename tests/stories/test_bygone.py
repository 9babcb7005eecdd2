"""Older disasters, other people and denials told beside today's event."""

import pytest

from accordingto.model.claim import ClaimStance
from tests.stories.whole import compare, values

TODAY = "Clash at Orvel camp\nThree people died in a clash at a camp in Orvel on Wednesday, police said. "


@pytest.mark.parametrize(
    "words",
    [
        "There had been no deaths at the camp since 1987, when nine died in a fire.",
        "The worst clash was in 2004, when nine were killed.",
        "Nobody had died there before 1987, when nine people were killed.",
    ],
)
def test_older_deaths_are_of_another_event(words):
    """They neither answer nor deny how many died today."""
    found = compare(TODAY + words)
    (today,) = (each for each in found.questions if each.attribute == "killed" and "3" in _low(each))
    assert _low(today) == ["3"]
    assert all(claim.stance is ClaimStance.ASSERTS for claim in found.claims)
    older = [event for event in found.events if event.date is not None and event.date.end.year < 2031]
    assert len(older) == 1


def _low(question):
    return [str(answer.value.low) for answer in question.answers]


def test_who_denies_that_his_men_did_it_takes_no_part():
    """A bare denial accuses nobody, so that there is no answer and no party."""
    found = compare(
        "Attack on convoy\nGunmen attacked an aid convoy near Orvel on Wednesday, killing two drivers. "
        "General Tor Osrin denied that his men had attacked the convoy."
    )
    names = {each.id: each.name for each in found.resolution.actors}
    assert "Tor Osrin" not in {names[each.actor] for event in found.events for each in event.participants}
    assert "Tor Osrin" not in values(found, "responsible")
