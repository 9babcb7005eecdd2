"""Which outlets have a say in what a document shows of where it came from."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.stages.lineage import find_mentioned
from accordingto.stages.lineage.voices import find_voices
from tests.factory import make_document

PUBLISHERS = frozenset(
    {
        "The Orlec Post",
        "Tavik Wire",
        "Radio Sarn",
        "tavik.example",
        "The Post",
        "Sarn-24",
        "O'Vale News",
        "Öster Bote",
        "BİRGÜN",
    }
)
PIECES = st.sampled_from(
    [
        "told the Orlec Post.", "The Post reported", "told Radio Sarn,", "according to a report by Tavik Wire",
        "tavik.example reports", "The Orlec Post.com said", "Sarn-24 could not verify", "told O'Vale News",
        "Nine died.", "told Öster Bote.", "BİRGÜN reported.", "THE POST reported", "told the",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=6).map(" ".join))
def test_no_other_outlet_changes_what_is_found(text):
    """With those that a text may name the same voices are heard as with all."""
    document = make_document(text)
    mentioned = frozenset(find_mentioned(text, PUBLISHERS))
    assert list(find_voices(document, mentioned)) == list(find_voices(document, PUBLISHERS))


def test_an_outlet_that_is_not_named_has_no_say():
    """Nor has one for its article."""
    assert find_mentioned("The army told O'Vale News that nine died.", PUBLISHERS) == ("O'Vale News",)
