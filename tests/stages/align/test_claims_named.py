"""Victims told of one by one: only words that tell of the deed themselves count them."""

import pytest

from accordingto.model.actor import ActorKind
from tests.stages.align.claims_world import Report

PERSON = ActorKind.PERSON
SOMEBODY = (1, None)


@pytest.mark.parametrize(
    ("text", "trigger", "attribute"),
    [
        ("The murder of Ada Wren shocked the town.", "murder", "killed"),
        ("Ada Wren's murder shocked the town.", "murder", "killed"),
        ("Gunmen kidnapped Ada Wren in the harbour.", "kidnapped", "captured"),
        ("Two doctors, Ada Wren and Tor Osrin, were kidnapped.", "kidnapped", "captured"),
    ],
)
def test_a_named_victim_is_one_or_more(text, trigger, attribute):
    """'The murder of Ada Wren' says that somebody was killed: she."""
    report = Report(text).actor("Ada Wren", kind=PERSON).actor("Tor Osrin", kind=PERSON).passage(text)
    found = {(claim[3], claim[4]) for claim in report.event("assault", trigger).claims()}
    assert (attribute, SOMEBODY) in found


def test_each_of_those_killed_together_counts():
    """'Six monks, a cook and her son' are six and others."""
    text = "Soldiers killed six monks, a cook, and her son."
    found = [claim[4] for claim in Report(text).passage(text).event("assault", "killed").claims()]
    assert {SOMEBODY, (6, 6)} == set(found)


@pytest.mark.parametrize("text", ["The Wren murder trial began.", "Tor Osrin was not kidnapped yet but may be killed."])
def test_nobody_is_counted_who_was_not_hurt(text):
    """A word that only names a deed, or one that may come, hurts nobody."""
    report = Report(text).actor("Tor Osrin", kind=PERSON).passage(text)
    found = [claim for claim in report.event("seize", text.split()[2]).claims() if claim[1] == "asserts"]
    assert not found


def test_names_outlast_a_number_added_up():
    """Two told of one by one are two or more; as the report gives no number, each of them still counts."""
    text = "Ada Wren was murdered in May. Tor Osrin was murdered in June."
    report = Report(text).actor("Ada Wren", kind=PERSON).actor("Tor Osrin", kind=PERSON).passage(text)
    found = {claim[4] for claim in report.event("assault", "murdered in May", "murdered in June").claims()}
    assert SOMEBODY in found
