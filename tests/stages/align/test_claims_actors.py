"""What is claimed of groups: when they were founded, by whom, who leads them, how many they are."""

import pytest

from accordingto.model.actor import ActorKind, Resolution
from accordingto.model.attribution import Attribution, Form, Stance, with_id
from accordingto.model.document import Span
from accordingto.model.findings import Reading
from accordingto.stages.align.claims import find_claims
from accordingto.stages.parse import parse
from tests.stages.align.claims_world import Report, span_of

PERSON = ActorKind.PERSON


def test_the_gang_is_not_its_rival():
    """'The gang' after 'a rival gang, the Orvel Wolves' is the gang that the report is about."""
    text = (
        "Guards were overpowered by men of the Harbour Legion. The dead were of a rival gang, Orvel Wolves.\n"
        "The gang's leader, Anton Osrin, said so.\n"
    )
    report = Report(text).actor("Harbour Legion").actor("Orvel Wolves").actor("Anton Osrin", kind=PERSON)
    assert [claim[2] for claim in report.claims() if claim[3] == "leader"] == ["Harbour Legion"]


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
        ("The ministry puts the strength of the Harbour Legion at 900.", "size", (900, 900)),
        ("No more than 300 men belong to the Harbour Legion.", "size", (None, 300)),
        ("The Harbour Legion is led from his cell by Anton Osrin.", "leader", "Anton Osrin"),
        ("The Harbour Legion was founded in 2030 by a Kalvian, Anton Osrin.", "founder", "Anton Osrin"),
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


def test_who_a_claimer_is_the_report_tells():
    """'Anton Osrin, the Legion's commander, said' tells in the report's own voice who leads the Legion."""
    text = "It was calm. Anton Osrin, the Harbour Legion's commander, said 60 people died."
    report = Report(text).actor("Harbour Legion").actor("Anton Osrin", kind=PERSON)
    said = with_source(report, "60 people died", "Anton Osrin, the Harbour Legion's commander")
    told = with_id(Attribution("", said.document, (), (), (Span(0, 12),), Form.NARRATION, Stance.ASSERTS))
    reading = Reading(report.document, parse(report.document), (said, told), "test")
    who = Resolution(tuple(report.actors.values()), (), {said.id: "actor-Anton Osrin", told.id: None}, {})
    assert [(c.attribution, c.attribute) for c in find_claims([reading], who, ())] == [(told.id, "leader")]


def with_source(report, words, source):
    """A passage whose claimer is named at length."""
    content, named = (span_of(report.document.text, each) for each in (words, source))
    return with_id(Attribution("", report.document.id, (named,), (), (content,), Form.INDIRECT, Stance.ASSERTS))


def test_an_institute_counts_the_fighters_of_others():
    """'The institute estimates that it has 900 fighters' is about the group spoken of before."""
    report = Report("The Harbour Legion is small. The Coastal Institute estimates that it has 900 fighters.")
    report.actor("Harbour Legion").actor("Coastal Institute", "it", kind=ActorKind.ORGANIZATION)
    report.passage("it has 900 fighters", by="Coastal Institute")
    assert report.claims() == [("Coastal Institute", "asserts", "Harbour Legion", "size", (900, 900))]
