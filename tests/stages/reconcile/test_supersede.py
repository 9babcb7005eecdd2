"""Which later figure replaces an earlier one of the same origin."""

from accordingto.model.document import Span
from tests.stages.reconcile.world import World, days


def test_a_later_figure_of_one_origin_replaces_its_earlier_one():
    """The ministry's Wednesday figure supersedes its Tuesday figure; both stay on record."""
    world = World()
    ministry = world.actor("Ministry of Vardany")
    early = world.claim(world.document("Harbour Post", day=days(6)), (14, 14), by=ministry)
    late = world.claim(world.document("Delta Wire", day=days(7)), (9, 9), by=ministry)
    settled = {claim.id: claim for claim in world.reconcile().claims}
    assert settled[late.id].supersedes == (early.id,)
    assert settled[early.id].supersedes == ()
    assert len(world.question().answers) == 2


def test_a_superseded_figure_contests_nothing():
    """Once corrected, the old figure no longer clashes with another origin's."""
    world = World()
    ministry = world.actor("Ministry of Vardany")
    world.claim(world.document("Harbour Post", day=days(6)), (14, 14), by=ministry)
    world.claim(world.document("Delta Wire", day=days(7)), (9, 9), by=ministry)
    world.claim(world.document("Evening Ledger", day=days(8)), (9, 9))
    assert world.question().status == "agreed"


def test_round_words_said_later_replace_nothing():
    """'More than 70' a day after '73' repeats it."""
    world = World()
    ministry = world.actor("Ministry of Vardany")
    world.claim(world.document("Harbour Post", day=days(6)), (73, 73), by=ministry)
    world.claim(world.document("Delta Wire", day=days(7)), (71, None), by=ministry)
    assert all(not claim.supersedes for claim in world.reconcile().claims)


def test_an_earlier_version_is_superseded_in_the_same_document():
    """'An earlier version of this article said nine' withdraws the nine."""
    text = "Fourteen people were killed. Correction: an earlier version of this article said nine were killed."
    world = World()
    document = world.document("Harbour Post", text)
    old = world.claim(document, (9, 9), at=Span(text.index("nine"), len(text) - 1))
    new = world.claim(document, (14, 14), at=Span(0, 28))
    settled = {claim.id: claim for claim in world.reconcile().claims}
    assert settled[new.id].supersedes == (old.id,)
    assert settled[old.id].supersedes == ()


def test_what_a_report_takes_back_is_replaced_by_what_it_says_now():
    """'An earlier version of this article said six' gives way to the ministry's nine in the same article."""
    text = "Nine died, the ministry said. An earlier version of this article said six had died."
    world = World()
    document = world.document("Harbour Post", text)
    nine = world.claim(document, (9, 9), by=world.actor("Ministry"), at=Span(0, 9))
    six = world.claim(document, (6, 6), at=Span(text.index("six"), text.index("six") + 12))
    found = {claim.id: claim.supersedes for claim in world.reconcile().claims}
    assert found[nine.id] == (six.id,)
