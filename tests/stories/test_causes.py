"""What caused it, and who says otherwise."""

import pytest

from accordingto.text.causes import are_rival_causes
from tests.stories.whole import answers, compare, statuses

ATTACK = (
    "Blast in Kelm\nGovernor Tor Osrin said a drone launched by the Kelm Legion had hit the silo in Kelm on Wednesday. "
)


@pytest.mark.parametrize(
    "words",
    [
        "The ministry of industry said the explosion in Kelm was caused by dust, not by a drone.",
        "Ministry of industry says dust, not a drone, caused the explosion in Kelm.",
        "The ministry of industry said the explosion in Kelm was not caused by a drone but was due to dust.",
    ],
)
def test_not_by_a_drone_denies_the_drone_and_gives_a_rival(words):
    """The denial speaks of the drone alone, and dust stands beside it as another answer."""
    found = compare(ATTACK, "Blast in Kelm\n" + words)
    lines = {line.value: line for line in answers(found, "cause")}
    assert lines["drone"].says == {"Tor Osrin"}
    assert lines["drone"].denies == lines["dust"].says
    assert len(lines["dust"].says) == 1
    assert statuses(found, "cause") == ["contested"]


def test_nobody_asked_for_the_cause():
    """A drone that struck answers a question only where somebody asks it."""
    assert answers(compare(ATTACK), "cause") == []


def test_who_rules_something_out_denies_it():
    """'Could not be ruled out' denies nothing."""
    found = compare(
        ATTACK + "The mayor said it was sabotage. Police ruled out sabotage and said a gas leak caused the blast."
    )
    lines = {line.value: line for line in answers(found, "cause")}
    assert lines["sabotage"].denies == {"Police"}
    open_ = compare(ATTACK + "The mayor said it was sabotage. An accident could not be ruled out.")
    assert not any(line.denies for line in answers(open_, "cause"))


@pytest.mark.parametrize(
    "words",
    [
        "The ministry of industry denied that the Kelm Legion was responsible.",
        "The ministry of industry dismissed reports that the Kelm Legion was behind the explosion in Kelm.",
        "The ministry of industry said that the Kelm Legion was not responsible.",
    ],
)
def test_somebody_else_may_deny_who_did_it(words):
    """The denial is the ministry's and speaks of the Legion."""
    first = "Blast in Kelm\nGovernor Tor Osrin said the Kelm Legion was behind the explosion in Kelm on Wednesday. "
    (line,) = answers(compare(first, "Blast in Kelm\nThe explosion in Kelm was on Wednesday. " + words), "responsible")
    assert line.value == "Kelm Legion"
    assert "Tor Osrin" in line.says
    assert len(line.denies) == 1


def test_what_is_done_on_purpose_is_no_accident():
    """Two accidents, or two weapons, may be two words for one."""
    assert are_rival_causes("drone strike", "gas leak")
    assert not are_rival_causes("short circuit", "electrical fault")
    assert not are_rival_causes("missile", "drone")
