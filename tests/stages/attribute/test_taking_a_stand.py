"""Doubting, contesting and ordering, and what looks like a claim and is none: invented sentences."""

import pytest

from accordingto.model.attribution import Stance
from tests.stages.attribute.test_attribute import given_away, said

STANDS = [
    ("Neighbours were sceptical of the account given by the police.", Stance.DOUBTS),
    ("The union contested the army's account of the shooting.", Stance.DENIES),
    ("The agency was unable to verify when or where the video was made.", Stance.CANNOT_VERIFY),
    ("“Release him now,” said his mother.", Stance.DEMANDS),
    ("“Please stay away from the harbour,” the mayor said.", Stance.DEMANDS),
    ("“Please note that no ship has left,” the mayor said.", Stance.ASSERTS),
    ("“Look, we had no choice,” the general said.", Stance.ASSERTS),
]


@pytest.mark.parametrize(("text", "stance"), STANDS)
def test_the_stance_that_a_claimer_takes(text, stance):
    """The words of doubting, the verb, or a bare verb that opens the quotation tell."""
    _, found = given_away(text)
    assert [each.stance for each in found] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The party contested the election in May.",
        "Rebels attacked Orlec on Monday.",
        "A crowd gathered on Friday to protest police treatment of the young.",
        "The figures came from two sources who declined to be identified.",
    ],
)
def test_deeds_say_nothing(text):
    """Who fights, gathers or runs for office claims nothing."""
    assert said(text) == []


def test_a_finite_verb_is_not_joined_to_a_participle():
    """Who said that the planes were bombing vowed to go on; the planes vowed nothing."""
    found = said("Norvia said its planes were bombing three towns and vowed to go on until the rebels left.")
    assert [(source, cue) for source, cue, _ in found] == [("Norvia", "said"), ("Norvia", "vowed")]
    assert found[0][2] == "its planes were bombing three towns"


def test_whose_allegations_they_are_stands_before_them():
    """'police allegations' are the police's."""
    assert ("police", "allegations", "Osrin had a gun") in said("Few believed police allegations that Osrin had a gun.")


def test_a_name_behind_a_preposition_speaks_for_nobody():
    """The woman told it; the one whose cousin she is did not."""
    ((source, cue, _),) = said("A woman who identified herself as Osrin's cousin told reporters that he was asleep.")
    assert (source.split()[:2], cue) == (["A", "woman"], "told")
