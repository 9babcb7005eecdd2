"""'Could not verify': exactly the answers that it speaks of."""

import pytest

from tests.stories.whole import answers, compare

TWO_SIDES = (
    "Clash near Orvel\n"
    "The defence ministry said on Wednesday that 30 rebels were killed in a clash near Orvel. "
    "The Veshin Front said that it killed 12 soldiers.\n"
)
OTHERS = " Residents said five civilians were injured in the clash."


def doubted(*reports):
    """The answers that an outlet could not check."""
    found = compare(*reports)
    return {line.value for name in ("killed", "injured") for line in answers(found, name) if line.doubts}


@pytest.mark.parametrize(
    "words",
    [
        "The Post could not independently verify the claims of either side.",
        "Neither claim could be independently verified.",
        "It was not possible to verify either account.",
        "None of these claims has been verified.",
        "These reports could not be independently verified.",
        "Battlefield claims are impossible to verify.",
        "There was no way to verify the rival claims.",
    ],
)
def test_a_general_doubt_speaks_of_both_sides(words):
    """And of nobody who speaks later."""
    assert doubted(TWO_SIDES + words + OTHERS) == {"30", "12"}


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("The Post could not verify the ministry's claim.", "30"),
        ("The claims of the Veshin Front could not be verified.", "12"),
        ("The claim could not be verified.", "12"),
    ],
)
def test_a_particular_doubt_speaks_of_one(words, figure):
    """Of whose claim it names, or of the last."""
    assert doubted(TWO_SIDES + words + OTHERS) == {figure}


def test_a_doubt_of_one_figure_leaves_compatible_ones_alone():
    """'More than 50' was not checked; nobody doubts 'at least 24'."""
    first = "Blast in Kelm\nAt least 24 people were killed in a blast in Kelm on Wednesday, police said."
    second = (
        "Blast in Kelm\nA Veshin Front channel said more than 50 people were killed in the blast in Kelm on Wednesday."
    )
    assert doubted(first, second + " The claim could not be verified.") == {"51-"}
