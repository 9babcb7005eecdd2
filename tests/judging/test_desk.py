"""A review is shown with its effect, saved, taken back; the later of two reviewers learns what changed."""

import pytest

from accordingto.errors import JudgementRefused
from accordingto.judging import Desk, Overtaken, find_due, render_told
from accordingto.ledger import compare_again
from accordingto.model.claim import NumberValue, Scope, Status
from accordingto.model.lineage import DerivationKind
from accordingto.model.review import Act, Correction, Review
from accordingto.store import SqlStore, open_store
from accordingto.store.copy import copy_ledger
from tests.judging.raid import read_story


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A ledger file of the story."""
    path = tmp_path_factory.mktemp("desk") / "raid.ledger"
    with SqlStore(path).writer() as writer:
        compare_again(writer, read_story())
    return path


@pytest.fixture(params=["file", "server"])
def desk(request, built, tmp_path):
    """A desk at a copy of it, in a file and on a server."""
    store = open_store(request.getfixturevalue("database") if request.param == "server" else tmp_path / "raid.ledger")
    copy_ledger(SqlStore(built), store)
    return Desk(store)


def toll(desk):
    """The contested question of the raid."""
    return next(each for each in everything(desk).questions if each.status is Status.CONTESTED)


def everything(desk):
    """The ledger as it is in the file."""
    with desk.view() as view:
        return view.findings()


def review(desk, act, claim=None, **others):
    """A review of one claim by id."""
    about = {} if claim is None else {"claim": desk.look(claim).claim_at(claim)}
    return Review(**{"by": "Ada", "made": "2031-05-14T09:00:00Z", "reason": "read again"} | others, act=act, **about)


def correct(desk, claim, number, by="Ada"):
    """It says so many soldiers."""
    said = Correction(NumberValue(number, number), Scope("soldiers"))
    return review(desk, Act.CORRECT, claim, by=by, correction=said)


def test_the_effect_is_shown_and_nothing_is_saved(desk):
    """A preview tells which questions stand otherwise; the ledger is as it was."""
    before = toll(desk)
    lines = [
        line
        for claim in before.trace.inputs
        for told in desk.preview(correct(desk, claim, 44)).told
        for line in render_told(told)
    ]
    assert any("44" in line for line in lines)
    assert toll(desk) == before
    assert desk.reviews() == ()


def test_what_was_previewed_is_what_is_saved(desk):
    """The saved review does what the preview said, also for one who opens the file anew."""
    made = correct(desk, toll(desk).trace.inputs[0], 44)
    preview = desk.preview(made)
    saved = desk.save(made, preview.seen)
    assert saved.told == preview.told
    assert "review.correct.v1" in {claim.trace.rule for claim in everything(desk).claims}


def test_a_review_survives_comparing_everything_anew(desk):
    """The ledger that a review was saved to is the one that a new comparison gives."""
    desk.write(review(desk, Act.WITHDRAW, toll(desk).trace.inputs[0]))
    before = everything(desk)
    with desk._store.writer() as writer:
        compare_again(writer)
    after = everything(desk)
    assert (before.claims, before.questions, before.overruled) == (after.claims, after.questions, after.overruled)


def test_an_undone_review_counts_no_more(desk):
    """The rules' findings are back, and both lines stay on record."""
    before = everything(desk)
    desk.write(review(desk, Act.WITHDRAW, toll(desk).trace.inputs[0]))
    desk.write(review(desk, Act.UNDO, undoes=1, reason="it stands there after all"))
    assert everything(desk) == before
    assert [each.act for each in desk.reviews()] == [Act.WITHDRAW, Act.UNDO]


def test_the_later_of_two_learns_what_changed(desk):
    """Nothing of the later review is saved; it comes back with what the earlier said, and can be saved then."""
    claim = toll(desk).trace.inputs[0]
    mine, theirs = correct(desk, claim, 44), correct(desk, claim, 45, by="Bo")
    seen = desk.preview(mine).seen
    desk.save(theirs, desk.preview(theirs).seen)
    overtaken = desk.save(mine, seen)
    assert isinstance(overtaken, Overtaken)
    assert [each.by for each in overtaken.newer] == ["Bo"]
    assert len(desk.reviews()) == 1
    assert desk.save(mine, overtaken.preview.seen).review.number == 2


def test_two_at_different_questions_do_not_meet(desk):
    """Reviews of other questions do not hold up."""
    questions = everything(desk).questions
    one, other = [each for each in questions if each.attribute == "killed"][:2]
    mine = review(desk, Act.ACCEPT, one.trace.inputs[0])
    seen = desk.preview(mine).seen
    desk.write(review(desk, Act.ACCEPT, other.trace.inputs[0], by="Bo"))
    assert desk.save(mine, seen).review.number == 2


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"reason": " "}, "reason"),
        ({"by": ""}, "signs"),
        ({"reason": "read \ud800 again"}, "half a character"),
        ({"correction": Correction(NumberValue(9, 8))}, "more than"),
        ({"correction": Correction(NumberValue(None, None))}, "bound"),
        ({"correction": Correction(NumberValue(1, 2**80))}, "lies between"),
        ({"correction": None}, "needs a value"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_reason(desk, wrong, why):
    """One line names the fault; nothing is saved."""
    made = correct(desk, toll(desk).trace.inputs[0], 44)
    refused = review(desk, Act.CORRECT, **{"correction": made.correction} | wrong)
    with pytest.raises(JudgementRefused, match=why):
        desk.write(Review(**{name: getattr(refused, name) for name in Review.__slots__} | {"claim": made.claim}))
    assert desk.reviews() == ()


def reads_as_kept(desk, line):
    """Whether the stories that the desk keeps are those that the file holds."""
    with desk.view() as view:
        fresh = view.slice_of(view.homes_of([line]))
    kept = desk.look(line).findings
    return all(
        getattr(kept, field) == getattr(fresh, field)
        for field in ("claims", "events", "questions", "lineage", "stories", "resolution", "overruled", "readings")
    )


@pytest.mark.parametrize("looks_first", [True, False])
def test_what_is_kept_between_steps_is_what_the_file_holds(desk, looks_first):
    """After saving, taking back, joining and deriving, in this program or in another."""
    claim, events = toll(desk).trace.inputs[0], everything(desk).events
    keys = [desk.look(each.id).event_keys(each.id)[:1] for each in events[:2]]
    documents = [each.document.id for each in everything(desk).readings]
    for made in (
        correct(desk, claim, 44),
        review(desk, Act.JOIN, left=keys[0], right=keys[1]),
        review(desk, Act.UNDO, undoes=1),
        review(desk, Act.DERIVE, left=documents[:1], right=documents[1:2], kind=DerivationKind.COPY),
    ):
        desk.look(claim)
        if looks_first:
            desk.save(made, desk.preview(made).seen)
        else:
            desk.write(made)
        assert reads_as_kept(desk, claim)
    Desk(desk._store).write(correct(desk, claim, 45))
    assert reads_as_kept(desk, claim)


def test_the_queue_begins_with_what_is_contested_and_least_sure(desk):
    """And what was looked at is no longer in it."""
    with desk.view() as view:
        due, number = find_due(view, 5)
    assert due[0].question.status is Status.CONTESTED
    for each in due[0].question.trace.inputs:
        desk.write(review(desk, Act.ACCEPT, each))
    with desk.view() as view:
        left, less = find_due(view, 5)
    assert due[0].question.id not in {each.question.id for each in left}
    assert less == number - 1
