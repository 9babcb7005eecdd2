"""What a report tells in passing draws no figures to itself."""

import pytest

from accordingto.model.claim import NumberValue
from tests.stories.whole import compare

OLD = "In 2011, 31 prisoners were killed in a fire at the same prison. "


@pytest.mark.parametrize(
    "rest", ["Medics said three bodies had been found. ", "Three bodies had been found by Thursday, medics said. "]
)
def test_figures_go_past_what_was_long_over(rest):
    """Three bodies are those of today's riot, though the fire of 2011 is told nearer by."""
    found = compare("Riot at Orvel prison\nA riot broke out at Orvel prison on Wednesday, guards said. " + OLD + rest)
    years = {event.id: event.date.start.year for event in found.events if event.date is not None}
    assert {low: years[str(subject.event)] for low, subject in killed(found)} == {31: 2011, 3: 2031}


def test_an_anniversary_is_what_its_report_is_about():
    """Told at the top, the fire of 2011 takes the figures that follow."""
    found = compare(
        "Orvel remembers\nA fire at Orvel prison in 2011 killed 31 prisoners. Medics said four guards died too."
    )
    assert {subject for _, subject in killed(found)} == {subject for low, subject in killed(found) if low == 31}


def killed(found):
    """How many dead each claim counts at the least, and of what."""
    counted = [(each.value, each.subject) for each in found.claims if each.attribute == "killed"]
    return [(value.low, subject) for value, subject in counted if isinstance(value, NumberValue)]
