"""What is claimed of groups: when they were founded, by whom, who leads them, how many they are."""

import pytest

from accordingto.model.actor import ActorKind
from tests.stages.align.claims_world import Report

PERSON = ActorKind.PERSON


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("The Harbour Legion was formed in August 2030.", "founded", ("2030-08-01", "2030-08-31")),
        ("Formed in 2030 by Anton Osrin, the Harbour Legion is small.", "founded", ("2030-01-01", "2030-12-31")),
        ("The Harbour Legion, which formed in 2030, is small.", "founded", ("2030-01-01", "2030-12-31")),
        ("The Harbour Legion was founded by Anton Osrin.", "founder", "Anton Osrin"),
        ("Before founding the Harbour Legion, Anton Osrin sold boats.", "founder", "Anton Osrin"),
        ("The leader of the Harbour Legion is Anton Osrin.", "leader", "Anton Osrin"),
        ("The leader of the Harbour Legion is known as Anton Osrin.", "leader", "Anton Osrin"),
        ("Anton Osrin, the leader of the Harbour Legion, left.", "leader", "Anton Osrin"),
        ("Anton Osrin was named as the Harbour Legion's leader.", "leader", "Anton Osrin"),
        ("The Harbour Legion numbered 120 people.", "size", (120, 120)),
        ("There are up to 900 men in the Harbour Legion.", "size", (None, 900)),
        ("The Harbour Legion has more than 300 members.", "size", (301, None)),
    ],
)
def test_what_a_group_is(text, attribute, value):
    """Founding, founders, leaders and size, each from its own words."""
    report = Report(text).actor("Harbour Legion").actor("Anton Osrin", kind=PERSON)
    found = [claim[2:] for claim in report.claims() if claim[3] == attribute]
    assert found == [("Harbour Legion", attribute, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The former leader of the Harbour Legion, Anton Osrin, left.",
        "The Harbour Legion may be formed in August 2030 if Anton Osrin returns.",
        "The Harbour Legion numbered its boats.",
    ],
)
def test_what_a_group_is_not(text):
    """Former leaders, plans and numbers of boats say nothing of what a group is now."""
    report = Report(text).actor("Harbour Legion").actor("Anton Osrin", kind=PERSON)
    assert report.claims() == []


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("The Harbour Legion has between 2,000 and 3,000 fighters.", (2000, 3000)),
        ("The Harbour Legion has many fighters. It has fewer than 800.", (None, 799)),
    ],
)
def test_how_many_it_has(text, size):
    """A range, and a bare number after a sentence that counted fighters."""
    report = Report(text).actor("Harbour Legion", "It")
    assert ("narration", "asserts", "Harbour Legion", "size", size) in report.claims()
