"""A ledger that grew is the ledger that one build makes of everything; what a new document does not touch stands."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from accordingto.comparing import standing
from accordingto.engines.plan import Plan
from accordingto.export.ledger_json import dump_ledger
from accordingto.judging import Desk, Pointer, Reviewer, merge_actors
from accordingto.ledger import Stage, compare_again, extend_ledger, rebuild_ledger
from accordingto.model.claim import NumberValue
from accordingto.model.review import Act, Correction, Review
from accordingto.pipeline import read_documents
from accordingto.settings import DEFAULT_MODEL
from accordingto.stages.lineage import likenesses
from accordingto.stages.lineage.alignment import align
from accordingto.store import SqlStore, open_store
from accordingto.store.memory import MemoryStore
from tests.factory import make_document

RAID = "Nine soldiers died in the raid on Orlec on 13 May 2031, the Marish army said."
REPORTS = {
    "a": RAID,
    "b": "Thirty soldiers died in the raid on Orlec on 13 May 2031, the Dawn Front said. It denied a retreat.",
    "c": "Two fishermen drowned off Tavik on 3 August 2029, the coast guard said. A ferry, the Santa Vela, was near.",
    "d": "A court in Brovik sentenced Lena Osrin to four years in prison on 7 January 2030, Radio Sarn reported.",
    "e": "Floods killed six people in Kellmar on 2 November 2027, the governor, Tor Vale, told the Wire.",
    "f": f"{RAID} The Santa Vela was not there, Lena Osrin told the Sarn Courier.",
}


@pytest.fixture(scope="module")
def documents():
    """Reports of several stories that share a few names."""
    return [make_document(text, f"{name}.txt", outlet=f"Outlet {name.upper()}") for name, text in REPORTS.items()]


@dataclass
class Growing:
    """A ledger that documents are added to, and how many stories stood at each addition."""

    store: Any
    stood: list[int] = field(default_factory=list)

    def add(self, *documents):
        """Add some."""
        with self.store.writer() as writer:
            extend_ledger(writer, documents, model=DEFAULT_MODEL, watch=lambda *_: None)

    def dump(self):
        """The whole ledger."""
        with self.store.view() as view:
            return dump_ledger(view.findings())


@pytest.fixture(params=["file", "server", "memory"])
def growing(request, tmp_path, monkeypatch):
    """An empty ledger of each kind."""
    stores: dict[str, Callable[[], Any]] = {
        "file": lambda: SqlStore(tmp_path / "a.ledger"),
        "server": lambda: open_store(request.getfixturevalue("database")),
        "memory": MemoryStore,
    }
    ledger = Growing(stores[request.param]())
    find = standing._find_standing

    def look(*given):
        found = find(*given)
        ledger.stood.append(len(found))
        return found

    monkeypatch.setattr(standing, "_find_standing", look)
    return ledger


def build(documents):
    """All at once."""
    ledger = Growing(MemoryStore())
    ledger.add(*documents)
    return ledger.dump()


def test_one_by_one_is_all_at_once(growing, documents):
    """And the story of the flood stands when another report of the raid comes."""
    for each in documents:
        growing.add(each)
    assert growing.stood[-1] > 0
    assert growing.dump() == build(documents)


def test_the_other_way_round(growing, documents):
    """The order in which documents come changes nothing."""
    for each in reversed(documents):
        growing.add(each)
    assert growing.dump() == build(documents)


def test_documents_that_were_compared_are_not_compared_again(growing, monkeypatch):
    """Sentence by sentence only what is new is held against what was there."""
    held: list[int] = []

    def count(ones, others, against):
        held.append(len(others))
        return align(ones, others, against)

    monkeypatch.setattr(likenesses, "align", count)
    copies = [make_document(f"{RAID} {text}", f"{name}.txt") for name, text in REPORTS.items()]
    growing.add(*copies[:4])
    assert sum(held) == 6
    held.clear()
    growing.add(copies[4])
    assert sum(held) == 4
    held.clear()
    growing.add(make_document("The lake of Tavik froze on 4 January 2030, the coast guard said.", "g.txt"))
    assert held == []


def test_a_document_that_is_another_now(growing, documents):
    """With another outlet it is settled anew, and nothing of what it was stays."""
    growing.add(*documents)
    named = [replace(each, outlet="The Sarn Courier") if each.uri == "a.txt" else each for each in documents]
    growing.add(named[0])
    assert growing.dump() == build(named)


def test_a_judgement_touches_what_it_is_about(growing, documents):
    """What stands after two actors were made one is what a comparison from nothing gives."""
    growing.add(*documents)
    with growing.store.writer() as writer:
        merge_actors(writer, "Lena Osrin", "Tor Vale", Reviewer("Ana", "one person", "2031-06-01T10:00:00Z"))
        after = dump_ledger(writer.findings())
        rebuild_ledger(writer, Stage.RESOLVE, Plan(DEFAULT_MODEL), lambda *_: None)
        assert dump_ledger(writer.findings()) == after
    assert growing.stood[-2] > 0


def test_a_review_saved_for_its_story_and_taken_back_elsewhere(growing, documents):
    """A comparison that follows trusts no story that was settled in between."""
    growing.add(*documents)
    before = growing.dump()
    desk = Desk(growing.store)
    with growing.store.view() as view:
        claim = next(each.id for each in view.findings().claims if each.attribute == "killed")
    desk.write(Review(Act.WITHDRAW, "Ana", "2031-06-01T10:00:00Z", "misread", claim=desk.look(claim).claim_at(claim)))
    assert growing.dump() != before
    with growing.store.writer() as writer:
        writer.add_reviews([Review(Act.UNDO, "Ana", "2031-06-02T10:00:00Z", "read well", undoes=1)])
        compare_again(writer)
    assert growing.dump() == before


def test_readings_given_in_place_of_the_ledgers(growing, documents):
    """They count, whatever the ledger had."""
    growing.add(*documents)
    fewer = [replace(each, attributions=each.attributions[:1]) for each in read_documents(documents)]
    with growing.store.writer() as writer:
        compare_again(writer, fewer)
    given = MemoryStore()
    with given.writer() as writer:
        compare_again(writer, fewer)
    assert growing.dump() == Growing(given).dump()


@pytest.mark.parametrize("held", [(0, 4), (4, 0)])
def test_stories_that_a_review_holds_together(growing, documents, held):
    """Both stand or neither: what is said of one for itself, and taken back elsewhere, leaves no trace."""
    one, other = (documents[each] for each in held)
    growing.add(one, other)
    desk = Desk(growing.store)
    with growing.store.view() as view:
        found = view.findings()
    lines = {line.id: reading.document.id for reading in found.readings for line in reading.attributions}
    first, *others = [each.id for each in found.claims if lines[each.attribution] == other.id]
    event = next(each for each in found.events if each.mentions[0].document == one.id)
    said = Correction(NumberValue(7, 7), event=Pointer(found).event_keys(event.id)[0])
    desk.write(review(Act.CORRECT, claim=desk.look(first).claim_at(first), correction=said))
    with growing.store.writer() as writer:
        compare_again(writer)
    before = growing.dump()
    claim = (others or [first])[0]
    made = desk.write(review(Act.WITHDRAW, claim=desk.look(claim).claim_at(claim))).review
    assert growing.dump() != before
    with growing.store.writer() as writer:
        writer.add_reviews([review(Act.UNDO, undoes=made.number)])
        compare_again(writer)
    assert growing.dump() == before


def review(act, **said):
    """Somebody's."""
    return Review(act, "Ana", "2031-06-01T10:00:00Z", "read again", **said)


def test_attributions_made_anew_are_not_read_again(growing, documents):
    """The grammar that they were made from is still by today's rules."""
    growing.add(*documents[:2])
    with growing.store.writer() as writer:
        rebuild_ledger(writer, Stage.ATTRIBUTE, Plan(DEFAULT_MODEL), lambda *_: None)
        grown = extend_ledger(writer, documents[2:3], model=DEFAULT_MODEL, watch=lambda *_: None)
    assert grown.read == (documents[2].id,)
