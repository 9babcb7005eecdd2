"""Text, titles, names and addresses that try to be more than words stay words, on every page."""

from dataclasses import replace

import pytest

from accordingto.model.findings import Reading
from accordingto.model.keys import make_id
from accordingto.model.parse import Parse
from accordingto.store import SqlStore
from tests.factory import make_document
from tests.harbour import make_findings
from tests.web.conftest import served
from tests.web.test_browser import Watched

ATTACK = (
    '<script>window.pwned=1</script><img src=x onerror="window.pwned=2">\'"{{7*7}}</p></article><svg onload=alert(1)>'
)
ODD = "\u202e\u0000\ufffe\x1b[31m"


def with_attacks(findings):
    """The hand-made story with markup wherever somebody else's words can stand."""
    actors = tuple(
        replace(each, name=f"{each.name} {ATTACK}", names=(*each.names, ATTACK)) for each in findings.resolution.actors
    )
    readings = tuple(
        replace(
            each,
            document=replace(
                each.document,
                title=f"{ATTACK} {each.document.title or ''}",
                author=ATTACK,
                outlet=f"{each.document.outlet or 'Radio'} {ATTACK}",
                url="javascript:window.pwned=3",
            ),
        )
        for each in findings.readings
    )
    text = f'{ATTACK}\n"{ATTACK}", he said.\n{ODD.replace(chr(0), "")}\n' + "<" * 200
    report = make_document(text, "../../etc/<b>passwd</b>.txt", outlet=ATTACK, title=ATTACK)
    extra = Reading(report, Parse(report.id, (), (), (), "xx"), (), "hand.v1")
    questions = tuple(replace(each, reason=f"{each.reason} {ATTACK}") for each in findings.questions)
    events = tuple(
        replace(
            each,
            label=f"{each.label} {ATTACK}",
            places=tuple(replace(p, name=f"{p.name} {ATTACK}") for p in each.places),
        )
        for each in findings.events
    )
    origin = replace(
        findings.lineage.origins[0], id=make_id("origin", report.id), documents=(report.id,), outlet=ATTACK
    )
    lineage = replace(findings.lineage, origins=(*findings.lineage.origins, origin))
    return replace(
        findings,
        readings=tuple(sorted((*readings, extra), key=lambda each: each.document.id)),
        resolution=replace(findings.resolution, actors=actors),
        questions=questions,
        events=events,
        lineage=lineage,
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The address of its reading room, and the paths of all of its pages."""
    findings = with_attacks(make_findings())
    path = tmp_path_factory.mktemp("hostile") / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(findings)
    paths = [
        "/story/all",
        "/actors",
        "/documents",
        "/lineage",
        "/judgements",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/search?q=script",
        *(f"/question/{each.id}" for each in findings.questions),
        *(f"/document/{each.document.id}?at=3-40" for each in findings.readings),
        *(f"/actor/{each.id}" for each in findings.resolution.actors),
        *(f"/event/{each.id}" for each in findings.events),
        "/nothing/%3Cscript%3Ealert(1)%3C/script%3E",
        "/story/%3Cimg%20src=x%20onerror=alert(1)%3E",
    ]
    with served(path) as address:
        yield address, paths


def test_article_text_never_runs(chromium, hostile):
    """No script of a text runs, no element of it is made, no dialog opens, nothing is asked of the server by it."""
    address, paths = hostile
    window = Watched(chromium.new_context(), address)
    for path in paths:
        page = window.open(path, until="networkidle")
        assert page.evaluate("window.pwned") is None, path
        assert page.locator("img, svg:not(.leaflet-zoom-animated), script:not([src])").count() == 0, path
        assert page.locator('a[href^="javascript"]').count() == 0, path
        assert [each for each in window.wrong if "404" not in each and "422" not in each] == [], path
    assert window.asked == {address.removeprefix("http://")}


def test_the_words_are_still_there(chromium, hostile):
    """What looked like markup is shown as it was written."""
    address, paths = hostile
    page = Watched(chromium.new_context(), address).open(paths[0])
    assert "<script>window.pwned=1</script>" in page.locator("main").inner_text()
    assert "{{7*7}}" in page.locator("main").inner_text()
