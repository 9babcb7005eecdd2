"""The model of names: what it takes for one, what it keeps apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.text.name_model import may_merge, score_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anatoly Verenkov", "Анатолий Веренков"),
        ("Verenkov, Anatoly", "Anatoly Verenkov"),
        ("AnatolyVerenkov", "Anatoly Verenkov"),
        ("Mr. Anatoly Verenkov", "Anatoly Verenkov"),
        ("Anatoly Verenkof", "Anatoly Verenkov"),
    ],
)
def test_spellings_of_one_name_are_likely_one(left: str, right: str) -> None:
    """Scripts, order, titles, lost spaces and slips make no other person."""
    assert score_names(left, right, person=True) > 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Anatoly Verenkov", "Sofia Verenkov"), ("Anatoly Verenkov", "Anatoly Pross"), ("Anatoly Verenkov", "Ola Marsk")],
)
def test_other_persons_are_not(left: str, right: str) -> None:
    """One shared name is not enough."""
    assert score_names(left, right, person=True) < 0.5
    assert not may_merge(left, right, person=True)


@pytest.mark.parametrize(("left", "right"), [("Velk Fund II Ltd", "Velk Fund Ltd"), ("Velk Systems Ltd", "Velk Ltd")])
def test_a_number_or_a_word_more_is_another_organisation(left: str, right: str) -> None:
    """However alike, such names are never merged."""
    assert not may_merge(left, right, person=False)


@given(left=st.text(max_size=40), right=st.text(max_size=40), person=st.booleans())
def test_any_two_texts_have_a_score_that_ignores_their_order(left: str, right: str, *, person: bool) -> None:
    """A score is a chance, and one for both directions."""
    score = score_names(left, right, person=person)
    assert 0 <= score <= 1
    assert score == score_names(right, left, person=person)
