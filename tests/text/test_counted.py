"""Whether two descriptions of people counted mean the same people, others, or part of all."""

import pytest

from accordingto.text.counted import are_others, are_same


@pytest.mark.parametrize(
    ("left", "right", "others", "same"),
    [
        ("soldiers", "civilians", True, False),
        ("people", "soldiers", False, False),
        ("people", None, False, True),
        ("policemen", "soldiers", False, True),
        ("two women", "a woman", False, True),
        ("hostages", "captives", False, False),
        ("3 more workers", "dock workers", True, False),
        ("more people", None, True, False),
        ("members of the Harbour Legion", "Harbour Legion fighters", False, True),
    ],
)
def test_who_is_counted(left, right, others, same):
    """Kinds of people and the names of their side tell whether two counts are of the same."""
    assert (are_others(left, right), are_others(right, left)) == (others, others)
    assert (are_same(left, right), are_same(right, left)) == (same, same)
