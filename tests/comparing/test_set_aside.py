"""A document that defeats a stage is set aside with an issue that names it; nothing is lost of the others."""

from dataclasses import replace

import pytest

import accordingto.comparing.apart
import accordingto.comparing.notes
import accordingto.pipeline
from accordingto.pipeline import compare_readings, read_documents
from accordingto.stages.align import align
from accordingto.stages.stories import group_signs
from tests.factory import make_document

TEXTS = {
    "a.txt": "Nine soldiers died in the raid on Orlec on 13 May 2031, the Marish army said.",
    "b.txt": "Thirty soldiers died in the raid on Orlec on 13 May 2031, the Dawn Front said.",
    "c.txt": "Twelve soldiers died in the raid on Orlec on 13 May 2031, Radio Sarn said.",
    "d.txt": "Two fishermen drowned off Tavik on 3 August 2029, the coast guard said.",
}


@pytest.fixture(scope="module")
def readings():
    """Three reports of one raid and one of something else, read."""
    documents = [make_document(text, uri, outlet=f"Outlet {uri[0].upper()}") for uri, text in TEXTS.items()]
    return sorted(read_documents(documents), key=lambda each: each.document.id)


@pytest.fixture
def break_align(monkeypatch):
    """Make settling a story fail wherever certain documents are in it together."""

    def install(*uris):
        def fail(readings, *known):
            if set(uris) <= {each.document.uri for each in readings}:
                raise ValueError("odd place")
            return align(readings, *known)

        monkeypatch.setattr(accordingto.comparing.apart, "align", fail)

    return install


def without(readings, uri):
    """What is found when a document was never there."""
    return compare_readings([each for each in readings if each.document.uri != uri])


def told(findings):
    """What the issues say."""
    return [each.message for each in findings.issues]


def sources(findings):
    """The file names of the documents that claims stand in."""
    uris = {line.id: each.document.uri for each in findings.readings for line in each.attributions}
    return {uris[each.attribution] for each in findings.claims}


@pytest.mark.parametrize(
    "stage", ["read_trail", "find_hints", "find_signs", "find_named", "find_quoted", "read_actors"]
)
def test_of_what_concerns_one_document(readings, monkeypatch, stage):
    """The others' lines are those that they have without it; it has an origin and a story of its own."""
    expected = without(readings, "c.txt")
    work = getattr(accordingto.comparing.notes, stage)

    def fail(given, *known):
        if getattr(given, "document", given).uri == "c.txt":
            raise ValueError("odd name")
        return work(given, *known)

    monkeypatch.setattr(accordingto.comparing.notes, stage, fail)
    found = compare_readings(readings)
    assert told(found) == ["c.txt: ValueError: odd name"]
    assert (found.claims, found.events, found.questions) == (expected.claims, expected.events, expected.questions)
    assert len(found.lineage.origins) == len(expected.lineage.origins) + 1
    assert len(found.stories) == len(expected.stories) + 1


def test_of_a_story(readings, break_align):
    """The document that its story cannot be settled with loses its claims, and no other does."""
    whole = compare_readings(readings)
    break_align("b.txt")
    found = compare_readings(readings)
    assert told(found) == ["b.txt: ValueError: odd place"]
    assert (sources(whole), sources(found)) == (set(TEXTS), set(TEXTS) - {"b.txt"})
    assert replace(found, claims=whole.claims).stories == whole.stories
    assert found.resolution == whole.resolution


def test_documents_that_do_harm_together_only(readings, break_align):
    """One of them is set aside, whatever the order in which they were given."""
    break_align("a.txt", "c.txt")
    found = compare_readings(readings)
    [issue] = found.issues
    assert issue.message in {"a.txt: ValueError: odd place", "c.txt: ValueError: odd place"}
    assert sources(found) == set(TEXTS) - {issue.message.partition(":")[0]}
    assert compare_readings(readings[::-1]) == found


def test_several_documents_of_a_story(readings, monkeypatch):
    """Each is found and named."""

    def fail(readings, *known):
        if odd := [each.document.uri for each in readings if each.document.uri in {"a.txt", "b.txt"}]:
            raise ValueError(f"odd place in {odd[0]}")
        return align(readings, *known)

    monkeypatch.setattr(accordingto.comparing.apart, "align", fail)
    found = compare_readings(readings)
    assert sorted(told(found)) == [f"{each}: ValueError: odd place in {each}" for each in ("a.txt", "b.txt")]
    assert sources(found) == {"c.txt", "d.txt"}


def test_a_story_that_no_document_is_to_blame_for(readings, monkeypatch):
    """It is left without claims; one issue names its documents, and other stories have theirs."""

    def fail(self, *known):
        if all(each.documents != (readings_of["d.txt"],) for each in self.stories):
            raise ValueError("odd story")
        return settle(self, *known)

    readings_of = {each.document.uri: each.document.id for each in readings}
    settle = accordingto.comparing.apart.Apart.align
    monkeypatch.setattr(accordingto.comparing.apart.Apart, "align", fail)
    found = compare_readings(readings)
    [message] = told(found)
    assert all(each in message for each in ("a.txt", "b.txt", "c.txt", "ValueError: odd story"))
    assert sources(found) == {"d.txt"}


def test_of_what_compares_all(readings, monkeypatch):
    """A document that cannot even be compared with itself is found among all."""

    def fail(signs, documents, **others):
        if any(each.uri == "c.txt" for each in documents.values()):
            raise ValueError("odd day")
        return group_signs(signs, documents, **others)

    expected = without(readings, "c.txt")
    monkeypatch.setattr(accordingto.pipeline, "group_signs", fail)
    found = compare_readings(readings)
    assert told(found) == ["c.txt: ValueError: odd day"]
    assert found.claims == expected.claims


def test_what_cannot_be_compared_together(readings, monkeypatch):
    """One of two documents that do harm together only is set aside, and no other."""

    def fail(signs, documents, **others):
        if {"b.txt", "d.txt"} <= {each.uri for each in documents.values()}:
            raise ValueError("odd pair")
        return group_signs(signs, documents, **others)

    monkeypatch.setattr(accordingto.pipeline, "group_signs", fail)
    found = compare_readings(readings)
    assert told(found) in (["b.txt: ValueError: odd pair"], ["d.txt: ValueError: odd pair"])
    assert len(sources(found)) == len(TEXTS) - 1
    assert compare_readings(readings[::-1]) == found


def test_comparing_that_no_document_is_to_blame_for(readings, monkeypatch):
    """Nothing is found, an issue says so beside those of the documents that were tried, and each keeps a story."""

    def fail(signs, documents, **others):
        if documents:
            raise ValueError("odd world")
        return group_signs(signs, documents, **others)

    monkeypatch.setattr(accordingto.pipeline, "MOST_ASIDE", 2)
    monkeypatch.setattr(accordingto.pipeline, "group_signs", fail)
    found = compare_readings(readings)
    *tried, whole = told(found)
    assert (len(tried), whole) == (2, "ValueError: odd world")
    assert (found.claims, len(found.stories)) == ((), len(TEXTS))
