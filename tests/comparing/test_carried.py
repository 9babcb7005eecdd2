"""What goes from one process to another arrives as it was."""

import copyreg
import pickle
from dataclasses import replace

import pytest

from accordingto.comparing.carried import carry_by_values
from accordingto.comparing.notebook import Notebook
from accordingto.comparing.notes import Around, Note, take_notes
from accordingto.comparing.packing import pack_most, unpack
from accordingto.model.actor import Mention, MentionForm
from accordingto.model.document import Span
from accordingto.model.trace import Issue, Trace
from accordingto.pipeline import read_document
from accordingto.text.places import NoGazetteer
from tests.factory import make_document

TEXT = "Officials in Orvel said two people died on Monday. “We will hold the bridge to the end,” Tor Osrin said."


def note_of(text=TEXT):
    """What a document tells."""
    (note,) = take_notes([read_document(make_document(text, "a.txt"))], Around(frozenset(), NoGazetteer()))
    return note


def test_lines_are_carried_by_their_values():
    """With one field or several, and not field by field."""
    carry_by_values()
    assert {Mention, Trace, Issue} <= copyreg.dispatch_table.keys()
    for line in (Mention("doc-1", Span(0, 5), "Osrin", MentionForm.NAME), Trace("room.rule.v1")):
        assert pickle.loads(pickle.dumps(line)) == line  # noqa: S301  its own bytes


def test_what_is_worked_out_is_packed_but_for_issues():
    """And is what it was when it is opened."""
    note, issue = note_of(), Issue("doc-1", "lineage", "a.txt: ValueError")
    packed, same = pack_most([note, issue])
    assert isinstance(packed, bytes)
    assert unpack(Note, packed) == note
    assert same is issue


def test_half_a_character_goes_as_it_is():
    """It cannot be packed."""
    mention = Mention("doc-1", Span(0, 1), "\ud800", MentionForm.NAME)
    assert pack_most([mention]) == [mention]


def test_a_part_of_the_notebook_is_taken_once():
    """Who takes it holds it alone; documents that are set aside are left out."""
    document = make_document(TEXT, "a.txt")
    note = note_of()
    book = Notebook([note])
    book.open([document])
    (said,) = book.take_quoted()
    assert said.wording == "we will hold the bridge to the end"
    assert [each.document for each in book.take_signs()] == [*book.take_trails()] == [document.id]
    assert not book.take_trails()
    assert not list(book.take_signs())
    aside = Notebook([note])
    aside.open([])
    assert not list(aside.take_named())


def test_notes_that_were_altered_are_not_believed():
    """They are told of, so that all is noted anew."""
    book = Notebook([replace(note_of(), particulars=b"altered")])
    with pytest.raises(ValueError, match="altered"):
        book.open([make_document(TEXT, "a.txt")])
