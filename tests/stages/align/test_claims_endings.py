"""How events ended and what became of groups."""

import pytest

from tests.stages.align.claims_world import Report


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "stance", "value"),
    [
        ("Both sides agreed a ceasefire in Orvel.", "agree", "ceasefire", "asserts", "ceasefire agreed"),
        ("The talks in Orvel collapsed.", "consult", "talks", "asserts", "talks failed"),
        ("The talks ended without agreement.", "consult", "talks", "asserts", "talks failed"),
        ("Soldiers repelled the attack.", "assault", "attack", "asserts", "attack repelled"),
        ("In the attack the town was not captured.", "assault", "attack", "denies", "town captured"),
        ("The court annulled the result after the protest.", "protest", "protest", "asserts", "vote annulled"),
    ],
)
def test_how_an_event_ended(text, kind, trigger, stance, value):
    """Many wordings, one phrase; what did not happen is denied."""
    found = Report(text).event(kind, trigger).claims()
    assert [(claim[1], claim[4]) for claim in found if claim[3] == "outcome"] == [(stance, value)]


@pytest.mark.parametrize(
    ("text", "stance", "value"),
    [
        ("The Harbour Legion was dissolved in May.", "asserts", "dissolved"),
        ("The outlawed Harbour Legion met.", "asserts", "banned"),
        ("Osrinia designated the Harbour Legion a terrorist organisation.", "asserts", "designated terrorist"),
        ("The Harbour Legion remains active.", "asserts", "active"),
        ("The Harbour Legion has not been banned.", "denies", "banned"),
    ],
)
def test_what_became_of_a_group(text, stance, value):
    """Dissolved, banned, active: the group's status."""
    found = Report(text).actor("Harbour Legion").claims()
    assert [(claim[1], claim[4]) for claim in found if claim[3] == "status"] == [(stance, value)]


@pytest.mark.parametrize(
    "text",
    ["The talks may collapse.", "Soldiers want to repel the attack.", "The Harbour Legion collapsed the tent."],
)
def test_what_has_not_ended(text):
    """What may happen, or happened to something else, ends nothing."""
    found = Report(text).actor("Harbour Legion").event("consult", text.split()[1]).claims()
    assert not [claim for claim in found if claim[3] in {"outcome", "status"}]
