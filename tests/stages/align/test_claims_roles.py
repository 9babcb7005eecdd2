"""What is no deed of those named beside it, and whom a relative clause counts."""

from accordingto.model.actor import ActorKind
from tests.stages.align.claims_world import Report

ORGANISATION = ActorKind.ORGANIZATION


def test_who_claims_five_deaths_did_nothing():
    """A number that somebody gives is no claim of responsibility."""
    text = "The Orvel Forum claimed five deaths in the shooting."
    report = Report(text).actor("Orvel Forum", kind=ORGANISATION).event("assault", "shooting")
    assert [claim for claim in report.claims() if claim[3] == "responsible"] == []


def test_the_accused_of_a_passive():
    """'Has been blamed for a riot' gives an answer though nobody is named who blames."""
    text = "The Harbour Legion has been blamed for a riot in which nine inmates died."
    report = Report(text).actor("Harbour Legion").event("assault", "riot")
    report.passage("for a riot in which nine inmates died", by=None)
    assert ("Harbour Legion", "responsible") in {(claim[4], claim[3]) for claim in report.claims()}


def test_not_less_than_denies_nothing():
    """'Not less than 22 died' is a figure."""
    text = "The forum finds that not less than 22 persons died in the leak."
    report = Report(text).event("assault", "leak")
    assert [claim[1:] for claim in report.claims()] == [("asserts", "leak", "killed", (22, None))]


def test_the_ill_are_hurt():
    """'Were taken ill', 'are under treatment' count the hurt of an accident."""
    text = "More than 200 people were taken ill after the leak. As many as 214 persons are under treatment."
    report = Report(text).event("assault", "leak")
    assert {claim[4] for claim in report.claims() if claim[3] == "injured"} >= {(201, None)}
