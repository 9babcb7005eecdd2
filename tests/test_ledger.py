"""Which documents a ledger holds does not depend on the order in which they were given."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from accordingto.united import unite_documents
from tests.factory import make_document

DOCUMENTS = st.builds(
    lambda text, uri, outlet, url: make_document(text, uri, outlet=outlet, url=url),
    st.sampled_from(["Nine died.", "Two were hurt."]),
    st.sampled_from(["a.txt", "b.txt", "c.txt"]),
    st.none(),
    st.sampled_from([None, "https://wire.example/1"]),
)


@given(st.lists(DOCUMENTS, max_size=6), st.data())
def test_adding_in_any_order_and_steps_is_adding_at_once(documents, data):
    """One by one, in groups, twice: the same documents."""
    at_once = unite_documents([], documents)
    shuffled = data.draw(st.permutations([*documents, *documents[:2]]))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(shuffled)))))
    held = unite_documents([], [])
    for start, end in pairwise([0, *cuts, len(shuffled)]):
        held = unite_documents(held, shuffled[start:end])
    assert held == at_once


def test_two_with_the_same_words_and_metadata_are_one():
    """Named after the first path."""
    united = unite_documents([make_document("Nine died.", "b.txt")], [make_document("Nine died.", "a.txt")])
    assert [each.uri for each in united] == ["a.txt"]


def test_the_same_words_of_two_outlets_are_two():
    """A copy is a document of its own: that it is a copy is for lineage to say."""
    wire, courier = (make_document("Nine died.", f"{each}.txt", outlet=each) for each in ("Wire", "Courier"))
    assert len(unite_documents([wire], [courier])) == 2


def test_metadata_given_later_replaces():
    """The same document with a publisher, or with an address, is not a second one."""
    bare = make_document("Nine died.")
    named, addressed = replace(bare, outlet="Wire"), make_document("Nine died.", url="https://wire.example/1")
    assert unite_documents([bare], [named]) == [named]
    assert unite_documents([bare], [addressed]) == [addressed] == unite_documents([addressed], [bare])
