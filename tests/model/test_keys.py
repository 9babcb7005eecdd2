"""Ids derived from content."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.keys import make_id

parts = st.recursive(st.text() | st.integers() | st.none(), lambda each: st.tuples(each, each), max_leaves=4)


@given(parts)
def test_equal_parts_give_equal_ids(part):
    """An id depends on nothing but what it is made of."""
    assert make_id("doc", part) == make_id("doc", part)


@given(parts, parts)
def test_other_parts_give_other_ids(one, other):
    """Two different contents never share an id within a test run."""
    assert (make_id("doc", one) == make_id("doc", other)) == (one == other)


def test_borders_between_parts_count():
    """'ab' + 'c' is not 'a' + 'bc'."""
    assert make_id("doc", "ab", "c") != make_id("doc", "a", "bc")


def test_lone_surrogates_are_hashed():
    """Text that no encoding allows still has an id."""
    assert make_id("doc", "\ud800").startswith("doc-")
