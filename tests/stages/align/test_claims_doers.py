"""Claims: who did it, from the doer of the deed, from who claims it, and denials for the same state."""

import pytest

from accordingto.model.actor import ActorKind
from tests.stages.align.claims_world import Report


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Nine miners were shot dead by the Harbour Legion.", "shot dead"),
        ("Nine miners were killed by the Harbour Legion in the raid.", "raid"),
        ("The Harbour Legion fired on the ferry.", "fired on"),
        ("The Harbour Legion opened fire on the ferry.", "opened fire"),
        ("Nine miners died in an ambush that the Harbour Legion claimed.", "ambush"),
        ("The Harbour Legion claimed the ambush.", "ambush"),
        ("The police said the Harbour Legion planned the ambush.", "ambush"),
        ("Nine miners died in an ambush laid and carried out by the Harbour Legion.", "ambush"),
        ("A number of Harbour Legion fighters stormed the town.", "stormed"),
        ("Nine miners were captured by members of the Harbour Legion.", "captured"),
    ],
)
def test_who_did_it(text, deed):
    """Who shoots, fires on somebody, is named after 'by', or claims the deed, did it."""
    report = Report(text).actor("Harbour Legion").event("assault", deed)
    assert ("narration", "asserts", deed, "responsible", "Harbour Legion") in report.claims()


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Legion planned a raid.",
        "The Harbour Legion claimed the raid was staged.",
        "The Harbour Legion repelled the raid and killed nine men.",
    ],
)
def test_who_did_not(text):
    """Who claims something of a raid, or kills in one that it repels, is not said to have done it."""
    report = Report(text).actor("Harbour Legion").event("assault", "raid")
    assert not any(claim[3] == "responsible" for claim in report.claims())


def test_ministry_denies_for_the_navy():
    """A body of the same state denies what its navy is accused of, whatever words it has for the deed."""
    report = Report(
        "The Front blamed the Ormellan navy for the attack. The Ormellan ministry denied that its ships had been near."
    )
    report.actor("Front").actor("Ormellan navy").actor("Ormellan ministry")
    report.actor("Ormella", kind=ActorKind.GOVERNMENT).event("assault", "attack")
    report.passage("the Ormellan navy for the attack", by="Front")
    report.passage("that its ships had been near", by="Ormellan ministry", stance="denies")
    assert ("Ormellan ministry", "denies", "attack", "responsible", "Ormellan navy") in report.claims()


@pytest.mark.parametrize(
    ("text", "attribute", "number"),
    [
        ("More than 100 people joined a vigil in Orvel.", "participants", (101, None)),
        ("More than 200 neighbours set off after the vigil.", "participants", (201, None)),
        ("A police officer suffered a gash on one arm during the vigil.", "injured", (1, None)),
    ],
)
def test_who_came_and_who_was_hurt(text, attribute, number):
    """Those who join or set off took part; a gash is an injury."""
    report = Report(text).event("protest", "vigil")
    assert ("narration", "asserts", "vigil", attribute, number) in report.claims()


def test_raid_by_government_jets():
    """Whose government it is, the one state that the sentence names says."""
    report = Report("Six died when a raid by government planes struck the Ormellan port of Maida.")
    report.actor("Ormella", kind=ActorKind.GOVERNMENT).event("assault", "raid")
    assert ("narration", "asserts", "raid", "responsible", "Ormella") in report.claims()


def test_lightly_wounded_are_some_of_the_wounded():
    """How badly they were hurt says who is counted."""
    report = Report("In the raid 20 people were lightly wounded.").event("assault", "raid")
    assert ("narration", "asserts", "raid", "injured", (20, 20)) in report.claims()


def test_gunmen_did_it():
    """A nameless group is the answer where nobody is named."""
    report = Report("Gunmen stormed the ferry.").actor("Gunmen", described=True).event("assault", "stormed")
    assert ("narration", "asserts", "stormed", "responsible", "Gunmen") in report.claims()


def test_gunmen_of_somebody():
    """Where anybody names who did it, the gunmen are no other answer."""
    report = Report("Gunmen stormed the ferry. The Harbour Legion claimed responsibility for the attack.")
    report.actor("Gunmen", described=True).actor("Harbour Legion").event("assault", "stormed")
    assert [claim[4] for claim in report.claims() if claim[3] == "responsible"] == ["Harbour Legion"]
