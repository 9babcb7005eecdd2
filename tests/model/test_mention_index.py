"""A judgement's key finds its mention, even when the mention's borders have moved."""

import pytest

from accordingto.model.mention_index import MentionIndex

INDEX = MentionIndex([("doc-1:4-7", "a"), ("doc-1:20-30", "b"), ("doc-2:4-7", "c"), ("doc-1:outlet", "d")])


@pytest.mark.parametrize(
    ("key", "owner"),
    [
        ("doc-1:4-7", "a"),
        ("doc-2:4-7", "c"),
        ("doc-1:0-7", "a"),
        ("doc-1:5-22", "a"),
        ("doc-1:6-26", "b"),
        ("doc-1:7-20", None),
        ("doc-3:4-7", None),
        ("doc-1:outlet", "d"),
        ("doc-2:outlet", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_the_mention_that_shares_most_characters(key, owner):
    """The very mention first; nobody where nothing overlaps."""
    assert INDEX.find(key) == owner
