"""Reference data is kept as it was given, and so are the links to it."""

from dataclasses import replace

from accordingto.model.actor import Reference
from accordingto.model.reference import ReferenceEntity
from tests.harbour import make_findings

OSRIN = ReferenceEntity("Q1", "Tor Osrin", "Person", ("Tor Osrin", "Тор"), ("Lamar",), ("ML",), '{"id": "Q1"}')
VASK = ReferenceEntity("Q0", "Lena Vask", "Person", ("Lena Vask",), (), (), "{}")


def test_entities_outlast_a_build(store):
    """Sorted by id; one that is given again replaces the older."""
    with store.writer() as writer:
        writer.keep_entities([OSRIN, VASK])
        writer.save(make_findings())
        writer.keep_entities([replace(VASK, countries=("NE",))])
    with store.view() as view:
        assert view.entities() == (replace(VASK, countries=("NE",)), OSRIN)


def test_a_link_comes_back_as_it_was(store):
    """With score, reasons and rule; the others have none."""
    findings = make_findings()
    first, *others = findings.resolution.actors
    linked = replace(first, reference=Reference("Q1", "Tor Osrin", "Person", 0.99, ("equal name", "of Mali"), "t.v1"))
    with store.writer() as writer:
        writer.save(replace(findings, resolution=replace(findings.resolution, actors=(linked, *others))))
    with store.view() as view:
        assert view.findings().resolution.actors == (linked, *others)
