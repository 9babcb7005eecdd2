"""A passage is somebody else's, an actor of another kind: shown before, saved, kept by later builds, taken back."""

import shutil

import pytest

from accordingto.errors import JudgementRefused
from accordingto.judging import Desk, Overtaken, Reviewer, Saved, dump_reviews, import_reviews
from accordingto.judging.drafting import draft_ascription, draft_sorting, draft_undo
from accordingto.ledger import compare_again
from accordingto.model.actor import ActorKind
from accordingto.query.anchored import find_waiting_reviews
from accordingto.store import SqlStore
from tests.judging.raid import read_story

ADA, BO = (Reviewer(name, "read again", "2031-05-14T09:00:00Z") for name in ("Ada", "Bo"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A ledger file of the story."""
    path = tmp_path_factory.mktemp("whole") / "raid.ledger"
    with SqlStore(path).writer() as writer:
        compare_again(writer, read_story())
    return path


@pytest.fixture
def desk(built, tmp_path):
    """A desk at a copy of it."""
    return Desk(SqlStore(shutil.copy(built, tmp_path / "raid.ledger")))


def everything(desk):
    """The ledger as it is in the file."""
    with desk.view() as view:
        return view.findings()


def toll(desk):
    """A claim about the ferry, and the name of somebody else."""
    found = everything(desk)
    names = {actor.id: actor.name for actor in found.resolution.actors}
    claim = next(each for each in found.claims if names.get(found.resolution.claimers[each.attribution]) is not None)
    whose = found.resolution.claimers[claim.attribution]
    other = next(each for each in found.resolution.actors if each.id != whose and not each.described and each.mentions)
    return claim, whose, other


def test_a_passage_is_somebody_elses(desk):
    """Its claims count for them, in this ledger and in one that is compared anew; an undo gives it back."""
    before = everything(desk)
    claim, whose, other = toll(desk)
    made = draft_ascription(desk.look(claim.id), claim.id, other.id, ADA)
    preview = desk.preview(made)
    assert everything(desk) == before
    saved = desk.save(made, preview.seen)
    assert isinstance(saved, Saved)
    assert saved.told == preview.told
    assert everything(desk).resolution.claimers[claim.attribution] == other.id
    after = everything(desk)
    with desk._store.writer() as writer:
        compare_again(writer)
        assert find_waiting_reviews(writer.connection, writer.reviews()) == set()
    assert everything(desk) == after
    desk.write(draft_undo(1, BO))
    assert everything(desk) == before
    assert whose == everything(desk).resolution.claimers[claim.attribution]


def test_an_actor_is_of_another_kind(desk):
    """Whatever rules took it for; twice is refused, and the later of two learns of the first."""
    actor = next(
        each for each in everything(desk).resolution.actors if each.kind is ActorKind.GROUP and not each.described
    )
    made = draft_sorting(everything(desk), actor.id, ActorKind.ORGANIZATION, ADA)
    other = draft_sorting(everything(desk), actor.name, ActorKind.GOVERNMENT, BO)
    seen = desk.preview(other).seen
    desk.save(made, desk.preview(made).seen)
    kinds = {each.id: each.kind for each in everything(desk).resolution.actors}
    assert kinds[actor.id] is ActorKind.ORGANIZATION
    overtaken = desk.save(other, seen)
    assert isinstance(overtaken, Overtaken)
    assert [each.by for each in overtaken.newer] == ["Ada"]
    with pytest.raises(JudgementRefused, match="already"):
        desk.write(made)


def test_both_go_to_another_ledger(desk, built, tmp_path):
    """As lines of a file, with what they do."""
    claim, _, other = toll(desk)
    desk.write(draft_ascription(desk.look(claim.id), claim.id, other.id, ADA))
    desk.write(draft_sorting(everything(desk), other.id, ActorKind.OUTLET, ADA))
    text = dump_reviews(desk.reviews(), {each.document.id: each.document.text for each in read_story()})
    with SqlStore(shutil.copy(built, tmp_path / "other.ledger")).writer() as writer:
        assert import_reviews(writer, text, "file").added == 2
        assert writer.findings() == everything(desk)
        assert writer.reviews() == desk.reviews()
