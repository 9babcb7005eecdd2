"""'accordingto stories' lists what the documents tell of."""

import json
from dataclasses import replace

from accordingto.model.story import Story
from accordingto.model.trace import Trace
from accordingto.store import SqlStore
from tests.harbour import DOCUMENTS, make_findings

WHY = Trace("stories.one-story.v1", (), "they share orlec, dawn")
IDS = tuple(sorted(each.id for each in DOCUMENTS))
TOLD = (
    Story("story-1", "Raid on \x1b[31mOrlec", IDS[:-1], DOCUMENTS[0].published.date, ("Orlec",), WHY),
    Story("story-2", "A ferry", IDS[-1:], None, (), replace(WHY, note="nothing else in the ledger is like it")),
)


def write(path):
    """A ledger with two stories."""
    with SqlStore(path).writer() as writer:
        writer.save(replace(make_findings(), stories=tuple(sorted(TOLD, key=lambda story: story.id))))
    return path


def test_stories_are_listed_with_their_documents_and_why(run, tmp_path):
    """The one with most documents first; nothing of a label steers the terminal."""
    shown = run("stories", write(tmp_path / "two.ledger"))
    assert shown.exit_code == 0
    assert shown.stdout.index("Raid on") < shown.stdout.index("A ferry")
    for words in ("13 May 2031", "Orlec", "they share orlec, dawn", "Harbour Wire", f"{len(IDS) - 1} documents"):
        assert words in shown.stdout
    assert "\x1b" not in shown.stdout


def test_stories_come_back_from_the_file_and_as_json(run, tmp_path):
    """What was saved is what is read, and programs get the same."""
    path = write(tmp_path / "two.ledger")
    with SqlStore(path).view() as view:
        assert view.findings().stories == view.stories() == TOLD
    rows = json.loads(run("stories", path, "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["story-1", "story-2"]
    assert rows[0]["documents"] == list(TOLD[0].documents)
    assert rows[1]["days"] is None


def test_a_limit_is_told(run, tmp_path):
    """Who asks for one story learns that there are two."""
    shown = run("stories", write(tmp_path / "two.ledger"), "--limit", "1").stdout
    assert "1 of 2 stories shown" in shown
    assert "A ferry" not in shown


def test_a_ledger_without_stories_says_what_to_do(run, ledger):
    """One that was built before there were stories, say."""
    shown = run("stories", ledger)
    assert shown.exit_code == 0
    assert "no stories yet" in shown.stderr


def test_build_says_how_many_stories_there_are(run, reports, tmp_path):
    """And takes the user's word that they are one."""
    path = tmp_path / "raid.ledger"
    (reports / "ferry.txt").write_text("A ferry sank off Mellin harbour; its owner Sela Varn wept.\n", encoding="utf-8")
    assert "only names and wordings are compared across them" in run("build", reports, "-o", path).stdout
    assert "declared with --one-story" in run("build", reports, "-o", path, "--one-story").stdout
