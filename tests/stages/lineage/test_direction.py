"""Which of two like documents came from the other, where neither dates nor credits tell."""

import pytest

from accordingto.stages.lineage import trace_lineage
from tests.factory import make_document
from tests.stages.lineage.test_copies import OTHER, WIRE

BACKGROUND = [
    "The lighthouse of Orlec was built by fishermen who had lost two boats and their crews in one winter.",
    "It has changed hands four times since the harbour tax was raised, and each time its lamp was broken.",
]


def _make(sentences, uri):
    return make_document("\n".join(sentences), uri)


def _links(*documents):
    return {(each.document, each.source) for each in trace_lineage(documents).derivations}


@pytest.mark.parametrize("names", [("a.txt", "b.txt", "c.txt"), ("c.txt", "b.txt", "a.txt")])
def test_a_text_mixed_of_two_came_from_both(names):
    """Both have sentences that stand nowhere else, the mix has none."""
    mixed = _make([*WIRE[:4], *OTHER[:2]], names[0])
    whole, other = _make(WIRE, names[1]), _make([*OTHER, *BACKGROUND], names[2])
    assert _links(mixed, whole, other) == {(mixed.id, whole.id), (mixed.id, other.id)}


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_a_copy_with_its_own_lead_ends_before_its_source(names):
    """Copies get a new head and lose their end; the source goes on where they stop."""
    source, copy = _make(WIRE, names[0]), _make([*BACKGROUND, *WIRE[1:6]], names[1])
    assert _links(source, copy) == {(copy.id, source.id)}


def test_a_third_copy_does_not_make_a_source_look_mixed():
    """What repeats the same sentences is of the same line and tells nothing about who was first."""
    source, head, tail = _make(WIRE, "b.txt"), _make(WIRE[:4], "a.txt"), _make(WIRE[3:], "c.txt")
    assert {link for link in _links(source, head, tail) if source.id in link} == {
        (head.id, source.id),
        (tail.id, source.id),
    }


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_an_agency_s_text_is_the_source_of_a_copy_that_names_nobody(names):
    """The copier put a lead and an end of its own to it, and left the dateline out."""
    wire = _make([f"ORLEC, June 5 (Reuters) - {WIRE[0]}", *WIRE[1:]], names[0])
    copy = _make([BACKGROUND[0], *WIRE[:-1], BACKGROUND[1]], names[1])
    assert (copy.id, wire.id) in _links(wire, copy)
