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


@pytest.mark.parametrize(
    ("text", "deed", "kind"),
    [
        ("Police charged the Harbour Legion with the ambush.", "ambush", "assault"),
        ("The Harbour Legion occupied the mission.", "occupied", "seize"),
        ("It ended an occupation by the Harbour Legion.", "occupation", "seize"),
        (
            "The governor confirmed that the Harbour Legion, which has staged several attacks, refused.",
            "attacks",
            "assault",
        ),
        ("It was an attack with mines perpetrated by members of the Harbour Legion.", "attack", "assault"),
        ("Two farmers set off an explosive device abandoned by the Harbour Legion.", "set off", "assault"),
        ("They spoke of the Harbour Legion's responsibility for the attack.", "attack", "assault"),
    ],
)
def test_further_words_for_who_did_it(text, deed, kind):
    """Who occupies, stages, is charged with a deed, or left the device that went off, did it."""
    report = Report(text).actor("Harbour Legion").event(kind, deed)
    assert ("narration", "asserts", deed, "responsible", "Harbour Legion") in report.claims()


def test_units_of_whoever_tells_of_them():
    """Whose urban units they are is left open: they are those of the group that reports their attack."""
    report = Report("The Harbour Legion reports that urban units attacked the barracks.").actor("Harbour Legion")
    report.event("assault", "attacked").passage("urban units attacked the barracks", by="Harbour Legion")
    assert ("Harbour Legion", "asserts", "attacked", "responsible", "Harbour Legion") in report.claims()


def test_a_name_that_begins_with_another():
    """The Ormellan Army of the People is not the Ormellan Army."""
    report = Report("A nurse was kidnapped by Ormellan Army of the People guerrillas.")
    report.actor("Ormellan Army", kind=ActorKind.ORGANIZATION).actor("Ormellan Army of the People")
    report.event("seize", "kidnapped")
    assert [claim[4] for claim in report.claims() if claim[3] == "responsible"] == ["Ormellan Army of the People"]


def test_fighters_of_no_state():
    """'Ormellan guerrillas' are guerrillas, not Ormelle."""
    report = Report("The ferry was attacked by Ormellan guerrillas.").actor("Ormella", kind=ActorKind.GOVERNMENT)
    assert not [claim for claim in report.event("assault", "attacked").claims() if claim[3] == "responsible"]
