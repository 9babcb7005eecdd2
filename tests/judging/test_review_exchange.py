"""Reviews written and read are the same reviews, and do in another ledger what they did in the first."""

import json
import shutil
from typing import Any

import pytest

from accordingto.errors import JudgementRefused
from accordingto.judging import Desk, dump_reviews, import_reviews
from accordingto.judging.review_exchange import read_reviews
from accordingto.ledger import compare_again
from accordingto.model.actor import mention_key
from accordingto.model.claim import ActorValue, NumberValue, Scope
from accordingto.model.lineage import DerivationKind
from accordingto.model.review import Act, Correction, Review
from accordingto.query.anchored import find_waiting_reviews
from accordingto.store import SqlStore
from tests.judging.raid import read_story

SIGNED: dict[str, Any] = {"by": "Ada \u202e<b>", "made": "2031-05-14T09:00:00Z", "reason": "read again"}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A ledger of the story."""
    path = tmp_path_factory.mktemp("exchange") / "raid.ledger"
    with SqlStore(path).writer() as writer:
        compare_again(writer, read_story())
    return path


@pytest.fixture(scope="module")
def reviewed(untouched, tmp_path_factory):
    """The same with a review of each kind, and one taken back."""
    path = tmp_path_factory.mktemp("exchange") / "reviewed.ledger"
    shutil.copy(untouched, path)
    desk = Desk(SqlStore(path))
    with desk.view() as view:
        found = view.findings()
    toll = next(each for each in found.questions if each.status.value == "contested")
    claims = [desk.look(each).claim_at(each) for each in toll.trace.inputs]
    keys = [desk.look(each.id).event_keys(each.id)[:1] for each in found.events[:2]]
    documents = tuple(each.document.id for each in found.readings)
    said = Correction(NumberValue(44, 44), Scope("soldiers"), event=keys[0][0])
    for made in (
        Review(Act.WITHDRAW, claim=claims[0], **SIGNED),
        Review(Act.UNDO, undoes=1, **SIGNED),
        Review(Act.CORRECT, claim=claims[1], correction=said, **SIGNED),
        Review(Act.JOIN, left=keys[0], right=keys[1], **SIGNED),
        Review(Act.DERIVE, left=documents[:1], right=("outlet:Radio Sarn",), kind=DerivationKind.CREDIT, **SIGNED),
    ):
        desk.write(made)
    return path


def exported(path):
    """Every review of a ledger, as lines."""
    with SqlStore(path).view() as view:
        return dump_reviews(view.reviews(), {each.document.id: each.document.text for each in view.readings()})


def test_what_is_exported_is_what_is_imported(reviewed):
    """Numbers and what was taken back included; the words are there for a person."""
    text = exported(reviewed)
    with SqlStore(reviewed).view() as view:
        assert [review for _, review in read_reviews(text, "file")] == list(view.reviews())
    assert "words" in json.loads(text.split("\n", 1)[0])


def test_reviews_do_elsewhere_what_they_did_here(untouched, reviewed, tmp_path):
    """Another ledger of the same documents becomes the same ledger; what it knows is not added twice."""
    path = tmp_path / "other.ledger"
    shutil.copy(untouched, path)
    for added, known in ((5, 0), (0, 5)):
        with SqlStore(path).writer() as writer:
            made = import_reviews(writer, exported(reviewed), "file")
        assert (made.added, made.known, made.waiting) == (added, known, 0)
    with SqlStore(path).view() as mine, SqlStore(reviewed).view() as theirs:
        assert mine.findings() == theirs.findings()
        assert mine.reviews() == theirs.reviews()


def test_numbers_of_the_other_ledger_are_its_own(untouched, reviewed, tmp_path):
    """Where somebody reviewed before, what is taken back is still the line that was meant."""
    path = tmp_path / "other.ledger"
    shutil.copy(untouched, path)
    with SqlStore(reviewed).view() as view:
        first = view.reviews()[2]
    Desk(SqlStore(path)).write(Review(Act.WITHDRAW, "Bo", "2031-05-13T09:00:00Z", "no", claim=first.claim))
    with SqlStore(path).writer() as writer:
        import_reviews(writer, exported(reviewed), "file")
    with SqlStore(path).view() as view:
        assert [(each.number, each.undoes) for each in view.reviews() if each.act is Act.UNDO] == [(3, 2)]


def test_a_review_waits_for_its_document(reviewed, tmp_path):
    """It is kept, and counts when the document comes."""
    path = tmp_path / "other.ledger"
    with SqlStore(path).writer() as writer:
        compare_again(writer, [each for each in read_story() if each.document.uri == "ferry.txt"])
    with SqlStore(path).writer() as writer:
        made = import_reviews(writer, exported(reviewed), "file")
        assert (made.added, made.waiting > 0) == (5, True)
        compare_again(writer, read_story())
    with SqlStore(path).view() as mine, SqlStore(reviewed).view() as theirs:
        assert mine.findings().claims == theirs.findings().claims


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("[]", "not a JSON object"),
        ("{", "not JSON"),
        ("[" * 100_000, "nested|not JSON"),
        ({"number": None}, "no int"),
        ({"number": 0}, "number"),
        ({"by": " "}, "signs"),
        ({"reason": ""}, "reason"),
        ({"made": "yesterday"}, "no time"),
        ({"act": "burn"}, "burn"),
        ({"act": "undo", "claim": None, "undoes": 9}, "not above it"),
        ({"act": "join"}, "another kind"),
        ({"act": "accept", "left": ["doc-0000000000000000:1-2"]}, "left"),
        ({"claim": {"document": "../etc", "evidence": [1, 2]}}, "points at no words"),
        ({"claim": {"evidence": [5, -5]}}, "points at no words"),
        ({"more": 1}, "more"),
        ({"reason": "read \ud800 again"}, "half a character"),
    ],
)
def test_a_malformed_line_refuses_the_whole_file(reviewed, line, why):
    """One line names the place and the fault; nothing is added."""
    first, rest = exported(reviewed).split("\n", 1)
    if isinstance(line, dict):
        known = json.loads(first)
        inner = {**known["claim"], **line["claim"]} if line.get("claim") else line.get("claim", known["claim"])
        line = json.dumps({**known, **line, "claim": inner})
    with SqlStore(reviewed).writer() as writer:
        with pytest.raises(JudgementRefused, match=f"file, line 1: .*({why})"):
            import_reviews(writer, line + "\n" + rest, "file")
        assert len(writer.reviews()) == 5


def test_what_is_no_longer_found_is_told_to_wait(reviewed, tmp_path):
    """Of a ledger without the documents; where they are, nothing waits."""
    path = tmp_path / "other.ledger"
    with SqlStore(path).writer() as writer:
        compare_again(writer, [each for each in read_story() if each.document.uri == "ferry.txt"])
        import_reviews(writer, exported(reviewed), "file")
    with SqlStore(reviewed).view() as here, SqlStore(path).view() as there:
        assert find_waiting_reviews(here.connection, here.reviews()) == set()
        known = {each.claim.document for each in here.reviews() if each.claim is not None}
        gone = {each.number for each in here.reviews() if each.act is not Act.UNDO}
        kept = {each.document.id for each in read_story() if each.document.uri == "ferry.txt"}
        waiting = find_waiting_reviews(there.connection, there.reviews())
    assert waiting
    assert waiting <= gone
    assert waiting == gone or known & kept


def test_a_correction_may_name_somebody_of_another_story(untouched, tmp_path):
    """What is imported does at once what comparing everything does, and so does what is said after it."""
    path = tmp_path / "named.ledger"
    shutil.copy(untouched, path)
    with SqlStore(path).view() as view:
        found = view.findings()
    desk = Desk(SqlStore(path))
    ferry = next(each.document.id for each in found.readings if each.document.uri == "ferry.txt")
    lines = {line.id: each.document.id for each in found.readings for line in each.attributions}
    raid = [each for each in found.claims if lines[each.attribution] != ferry]
    blamed = next(each.id for each in raid if isinstance(each.value, ActorValue))
    toll = next(each.id for each in raid if each.attribute == "killed")
    guard = next(m for each in found.resolution.actors for m in each.mentions if m.document == ferry)
    said = Correction(ActorValue(mention_key(ferry, guard.span)))
    line = Review(Act.CORRECT, claim=desk.look(blamed).claim_at(blamed), correction=said, number=1, **SIGNED)
    with SqlStore(path).writer() as writer:
        import_reviews(writer, dump_reviews([line], {}), "file")
    at_once = lines_of(path)
    assert at_once == compared_again(path)
    desk.write(Review(Act.WITHDRAW, claim=desk.look(toll).claim_at(toll), **SIGNED))
    at_once = lines_of(path)
    assert at_once == compared_again(path)


def lines_of(path):
    """Claims and questions of a ledger."""
    with SqlStore(path).view() as view:
        found = view.findings()
    return found.claims, found.questions


def compared_again(path):
    """The same once everything was compared."""
    with SqlStore(path).writer() as writer:
        compare_again(writer)
    return lines_of(path)
