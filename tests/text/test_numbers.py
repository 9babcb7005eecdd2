"""Counts and bounds as a toll in a news report gives them."""

import pytest

from accordingto.text.numbers import QuantityKind, find_numbers


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than 70 fighters", 71, None),
        ("at least two civilians", 2, None),
        ("up to 4,000 volunteers", None, 4000),
        ("as many as 57 pupils", None, 57),
        ("just under 200 miners", None, 199),
        ("nearly 200 miners", None, 199),
        ("fewer than ten boats", None, 9),
        ("between 10 and 15 men", 10, 15),
        ("10-15 tanks", 10, 15),
        ("2 to 3 million people", 2_000_000, 3_000_000),
        ("some 197 pupils", 197, 197),
        ("twenty-one people", 21, 21),
        ("two hundred and six crew", 206, 206),
        ("a dozen captives", 12, 12),
        ("more than two dozen", 25, None),
        ("dozens of men", 24, None),
        ("hundreds of thousands of people", 200_000, None),
        ("several hundred miners", 300, None),
        ("2.6 million refugees", 2_600_000, 2_600_000),
        ("an estimated 1.5m people", 1_500_000, 1_500_000),
        ("200 or more", 200, None),
        ("half a million", 500_000, 500_000),
    ],
)
def test_bounds(text, low, high):
    """A number keeps exactly the bounds that its words give it."""
    [found] = find_numbers(text)
    assert (found.low, found.high, found.kind) == (low, high, QuantityKind.COUNT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("$5.2 billion", QuantityKind.MONEY),
        ("40 per cent", QuantityKind.PERCENT),
        ("in 2014", QuantityKind.YEAR),
        ("the 2014 kidnapping", QuantityKind.YEAR),
        ("some 2000 people", QuantityKind.COUNT),
        ("on May 22", QuantityKind.DATE),
        ("Ana Berk, 34, said", QuantityKind.AGE),
        ("aged 16 to 18", QuantityKind.AGE),
        ("a 21-year-old", QuantityKind.AGE),
        ("two days", QuantityKind.DURATION),
        ("30 km away", QuantityKind.MEASURE),
        ("Article 5", QuantityKind.LABEL),
        ("at 10 a.m.", QuantityKind.TIME),
        ("the 9600 block of Pine Street", QuantityKind.LABEL),
        ("Bus #22", QuantityKind.LABEL),
        ("a 911 dispatcher", QuantityKind.LABEL),
        ("Image 3 of 9 Anton Osrin", QuantityKind.LABEL),
        ("3 of 9 people were freed", QuantityKind.COUNT),
        ("in Camp 4", QuantityKind.LABEL),
        ("in the camp 30 people died", QuantityKind.COUNT),
        ("on 13 NOV 89 in", QuantityKind.YEAR),
        ("per 100,000 people", QuantityKind.MEASURE),
        ("a five-storey block", QuantityKind.MEASURE),
    ],
)
def test_kind(text, kind):
    """A number that counts nobody is told apart by its form."""
    assert find_numbers(text)[-1].kind == kind


def test_change_is_no_range():
    """A toll that rose from one number to another is two numbers, not a range."""
    assert [found.low for found in find_numbers("The toll rose from 12 to 14.")] == [12, 14]


def test_no_one_counts_nobody():
    """'no one' holds no number."""
    assert find_numbers("No one was hurt; they saw one another.") == []


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("The mayor said that one sailor had died.", [1]),
        ("She said that one was killed and two were hurt.", [1, 2]),
        ("Nobody liked that one.", []),
        ("There was no\none in the boat.", []),
    ],
)
def test_that_one_counts_when_somebody_follows(text, lows):
    """'Said that one sailor died' counts a sailor; 'that one' at the end of a clause, and 'no one', count nobody."""
    assert [found.low for found in find_numbers(text)] == lows


def test_list_of_ages():
    """Ages go on through a list, and a count of people after it is a count again."""
    kinds = [found.kind for found in find_numbers("three men, ages 24, 20, and 19; and two women, ages 26 and 22.")]
    age, count = QuantityKind.AGE, QuantityKind.COUNT
    assert kinds == [count, age, age, age, count, age, age]


def test_phone_numbers_are_no_range():
    """The parts of a telephone number count nobody."""
    assert {found.kind for found in find_numbers("Call 760-393-3531 or (317) 262-8477.")} == {QuantityKind.LABEL}
