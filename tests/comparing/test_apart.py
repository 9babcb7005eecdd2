"""Stories are compared one by one: what crosses them, and how a ledger remembers that they are one."""

import pytest

from accordingto.comparing.apart import Apart
from accordingto.ledger import compare_again, extend_ledger
from accordingto.model.story import DECLARED, Story
from accordingto.model.trace import Trace
from accordingto.pipeline import read_document
from accordingto.settings import DEFAULT_MODEL
from accordingto.stages.lineage import trace_lineage
from accordingto.stages.resolve import resolve
from accordingto.stages.stories import Shares
from accordingto.store import MemoryStore
from accordingto.text.places import NoGazetteer
from tests.factory import make_document

DOCUMENTS = [
    make_document("The Dawn Front killed nine soldiers in Orlec, the army said. Tor Osrin leads the Dawn Front.", "a"),
    make_document("Nine soldiers died in Orlec when the Dawn Front came, the army of Marland said.", "b"),
    make_document(
        "A ferry sank off Mellin harbour in a storm. Divers reached the wreck, said its owner Sela Varn.", "c"
    ),
]
# Told elsewhere, of the same front.
PRISON = make_document("Guards of Mellin prison met two inmates. Hal Berin leads the Dawn Front.", "d")


def extend(writer, documents, **options):
    """Add documents and say which stories there are."""
    extend_ledger(writer, documents, model=DEFAULT_MODEL, watch=lambda *_: None, **options)
    return {story.documents for story in writer.stories()}


@pytest.fixture(scope="module")
def at_once():
    """A ledger of all documents."""
    store = MemoryStore()
    with store.writer() as writer:
        extend(writer, DOCUMENTS)
    return store.held


def test_adding_later_gives_the_stories_of_building_at_once(at_once):
    """In whatever steps the documents come."""
    with MemoryStore().writer() as writer:
        extend(writer, DOCUMENTS[2:])
        extend(writer, DOCUMENTS[:1])
        extend(writer, DOCUMENTS[1:2])
        assert writer.stories() == at_once.stories()
        assert writer.findings() == at_once.findings()


def test_one_question_of_two_stories_is_two():
    """Each story asks who leads the front, and neither contests the other's answer."""
    readings = [read_document(each) for each in (DOCUMENTS[0], PRISON)]
    resolution, lineage = resolve(readings, ()), trace_lineage([each.document for each in readings])
    stories = tuple(Story(f"story-{r.document.uri}", "", (r.document.id,), None, (), Trace("tests")) for r in readings)
    told = Apart(stories, tuple((each,) for each in readings), Shares({}, resolution, lineage))
    found = told.align(NoGazetteer())
    asked = [each for each in told.reconcile(found.claims, found.events).questions if each.attribute == "leader"]
    assert len({each.id for each in asked}) == 2
    assert len({each.subject for each in asked}) == 1
    assert {each.status.value for each in asked} == {"single"}


def test_that_all_is_one_story_is_remembered_until_it_is_taken_back():
    """A ledger that is extended, or compared again after a judgement, keeps what was declared."""
    with MemoryStore().writer() as writer:
        assert len(extend(writer, DOCUMENTS[:2], one_story=True)) == 1
        assert extend(writer, DOCUMENTS[2:]) == {tuple(sorted(each.id for each in DOCUMENTS))}
        compare_again(writer)
        assert [story.trace.rule for story in writer.stories()] == [DECLARED]
        assert len(extend(writer, DOCUMENTS[2:], one_story=False)) == 2
