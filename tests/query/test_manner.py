"""In what manner somebody is held responsible."""

import pytest

from accordingto.pipeline import compare_readings, read_document
from accordingto.query.manner import Manner, Manners
from tests.factory import make_document


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("The Harbour Legion claimed responsibility for an attack on the depot in Orvel.", Manner.CLAIMED),
        ("The governor blamed the Harbour Legion for an attack on the depot in Orvel.", Manner.ACCUSED),
        ("Fighters of the Harbour Legion attacked the depot in Orvel.", Manner.TOLD),
        ("A farmer in Orvel set off an explosive device presumably abandoned by the Harbour Legion.", Manner.ACCUSED),
    ],
)
def test_claimed_accused_and_told_as_fact_are_kept_apart(text, manner):
    """A party's own word, an accusation and a report's plain statement are three things."""
    findings = compare_readings([read_document(make_document(text))])
    held = [claim for claim in findings.claims if claim.attribute == "responsible"]
    assert Manners(findings).strongest(held) is manner
