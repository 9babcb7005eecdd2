"""Ids derived from content."""

import hashlib
import json

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


@given(st.lists(st.text(st.characters(), max_size=8) | st.integers(-(2**63), 2**64 - 1) | st.none(), max_size=4))
def test_an_id_is_what_it_always_was(given_parts):
    """Parts count as the JSON that the standard library writes, whoever writes it: ids are kept for years."""
    written = json.dumps(["doc", *given_parts], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
    assert make_id("doc", *given_parts) == f"doc-{digest[:16]}"


def test_a_string_of_another_library_is_a_string():
    """Its ids are those of its words."""

    class Marked(str):
        __slots__ = ()

    assert make_id("doc", Marked("a.txt")) == make_id("doc", "a.txt")


def test_borders_between_parts_count():
    """'ab' + 'c' is not 'a' + 'bc'."""
    assert make_id("doc", "ab", "c") != make_id("doc", "a", "bc")


def test_lone_surrogates_are_hashed():
    """Text that no encoding allows still has an id."""
    assert make_id("doc", "\ud800").startswith("doc-")
