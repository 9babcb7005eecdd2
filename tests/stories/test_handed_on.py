"""Whose a figure is that others hand on."""

from datetime import date

import pytest

from tests.stories.whole import answers, compare, statuses

FIRST = (
    "Blast in Kelm\nGovernor Tor Osrin said on Wednesday that 24 workers were killed in a blast in Kelm on Tuesday.",
    "Kelm Courier",
    date(2031, 6, 11),
)
RELAYED = [
    "Governor Osrin revised the death toll to 27 on Friday, the Kelm Courier reported.",
    "Osrin raised the toll from 24 to 27, according to the Kelm Courier.",
    "Osrin raised the number of dead to 27.",
]


@pytest.mark.parametrize("sentence", RELAYED)
def test_a_corrected_figure_is_the_correctors_whoever_reports_it(sentence):
    """It replaces the earlier figure of the same governor and contests nothing."""
    later = (f"Toll revised\n{sentence} The blast in Kelm was on Tuesday.", "Mill Blog", date(2031, 6, 13))
    found = compare(FIRST, later)
    lines = {line.value: line for line in answers(found, "killed")}
    assert lines["27"].says == lines["24"].says == {"Tor Osrin"}
    assert {claim.attribute for claim in found.claims if claim.supersedes} == {"killed"}
    assert statuses(found, "killed") == ["single"]


def test_a_count_goes_on_about_the_count_before():
    """'Raised its count to 31' counts those of 'raised the toll to 30'."""
    found = compare(
        "Blast in Kelm\nTen died in a blast in Kelm. The mayor raised the toll to 30. The army raised its count to 31."
    )
    assert [line.value for line in answers(found, "killed")] == ["10", "30", "31"]


def test_who_finds_bodies_raises_no_figure():
    """'Raising the toll to five' is told by whoever tells of the find."""
    found = compare(
        "Mine collapse in Kelm\nRescuers found two bodies in Kelm, raising the toll to five, the mayor said."
    )
    assert all(line.says == {"the mayor"} for line in answers(found, "killed"))
