"""Comparing in several processes gives what one gives, and what is packed is what was read."""

import gc
from contextlib import ExitStack

import pytest

from accordingto.comparing import crew as crew_room
from accordingto.comparing import settling, shelf
from accordingto.comparing.crew import COLLECT, Crew, collecting_rarely
from accordingto.comparing.shelf import Shelf
from accordingto.model.review import find_standing
from accordingto.pipeline import Said, compare, read_document
from accordingto.store.packed_reading import open_lines, open_reading, pack_reading
from accordingto.text.places import NoGazetteer
from tests.factory import make_document

TEXTS = [
    "The Dawn Front killed nine soldiers in Orlec, the army of Marland said. Tor Osrin leads the Dawn Front.",
    "Nine soldiers died in Orlec when the Dawn Front came, the army said.",
    "A ferry sank off Mellin harbour in a storm. Divers reached the wreck, said its owner Sela Varn.",
    "Guards of Mellin prison met two inmates. Hal Berin leads the Dawn Front.",
    "A ferry sank off Mellin harbour in a storm. Divers reached the wreck, said its owner Sela Varn. He was not there.",
]


@pytest.fixture(scope="module")
def readings():
    """Of reports of several stories."""
    return [read_document(make_document(text, f"{number}.txt")) for number, text in enumerate(TEXTS)]


def compare_all(held, processes):
    """The findings of some readings."""
    with Crew(processes) as crew:
        return compare(held, Said((), find_standing(())), NoGazetteer(), crew)


@pytest.mark.slow
def test_several_processes_find_what_one_finds(readings, monkeypatch):
    """Packed or not, in shares of whatever size."""
    alone = compare_all(Shelf.of(readings), 1)
    assert alone.findings.lineage.derivations
    for room, name in ((crew_room, "FEW"), (shelf, "SHARE"), (settling, "SHARE")):
        monkeypatch.setattr(room, name, 1)
    packed = {each.document.id: pack_reading(each) for each in readings}
    documents = tuple(sorted((each.document for each in readings), key=lambda each: each.id))
    rules = {each: row.rules for each, row in packed.items()}
    assert compare_all(Shelf(documents, lambda ids: [packed[each] for each in ids], rules), 2) == alone


def test_what_is_packed_is_what_was_read(readings):
    """With its grammar, and without it the same lines."""
    for each in readings:
        assert open_reading(pack_reading(each)) == each
        bare = open_lines(pack_reading(each))
        assert (bare.document, bare.attributions) == (each.document, each.attributions)
        assert not bare.parse.tokens


def test_the_collector_is_put_back_by_the_last():
    """Of two ledgers that are compared at once the one that began first may end first."""
    usual = gc.get_threshold()
    first, second = ExitStack(), ExitStack()
    first.enter_context(collecting_rarely())
    second.enter_context(collecting_rarely())
    first.close()
    assert gc.get_threshold()[0] == COLLECT
    second.close()
    assert gc.get_threshold() == usual
