"""How a question stands: single, agreed, contested or unverified."""

import pytest

from accordingto.model.actor import ActorKind
from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from tests.stages.reconcile.world import World, days


def test_one_origin_is_single():
    """One claimer, relayed by two outlets, is one origin."""
    world = World()
    ministry = world.actor("Ministry of Vardany", kind=ActorKind.GOVERNMENT)
    for outlet in ("Harbour Post", "Delta Wire"):
        world.claim(world.document(outlet), (9, 9), by=ministry)
    question = world.question()
    assert question.status == "single"
    assert [answer.origins for answer in question.answers] == [1]


def test_two_origins_agree():
    """Two outlets that narrate the same figure on their own lines agree."""
    world = World()
    world.claim(world.document("Harbour Post"), (9, 9))
    world.claim(world.document("Delta Wire"), (9, 9))
    question = world.question()
    assert question.status == "agreed"
    assert question.answers[0].origins == 2


def test_a_copy_does_not_agree_with_its_original():
    """Narration counts once per line of provenance."""
    world = World()
    first = world.document("Harbour Post")
    world.claim(first, (9, 9))
    world.claim(world.document("Delta Wire", copy_of=first), (9, 9))
    assert world.question().status == "single"


def test_a_side_is_one_origin():
    """A government and its state media do not corroborate each other."""
    world = World()
    country = world.actor("Vardany", kind=ActorKind.GOVERNMENT)
    media = world.actor("Vardany state television", of=country, kind=ActorKind.OUTLET)
    document = world.document("Harbour Post")
    world.claim(document, (71, None), by=country)
    world.claim(document, (71, None), by=media)
    question = world.question()
    assert (question.status, question.answers[0].origins) == ("single", 1)


def test_described_sources_of_a_copy_are_the_same_people():
    """'Local residents' in a copied document are not two groups of residents."""
    world = World()
    first = world.document("Harbour Post")
    second = world.document("Delta Wire", copy_of=first)
    for document in (first, second):
        world.claim(document, (9, 9), by=world.actor("residents", described=True))
    assert world.question().answers[0].origins == 1


@pytest.mark.parametrize(
    ("left", "right", "status"),
    [
        ((71, None), (2, 2), "contested"),
        ((9, None), (14, 14), "agreed"),
        ((201, None), (276, 276), "agreed"),
        ((None, 4000), (5000, 5000), "contested"),
        ((9, 9), (14, 14), "contested"),
    ],
)
def test_bounds_decide_whether_numbers_exclude_each_other(left, right, status):
    """'At least nine' leaves room for 14; two and 'more than 70' cannot both be true."""
    world = World()
    document = world.document("Harbour Post")
    world.claim(document, left, by=world.actor("Vardany"))
    world.claim(document, right, by=world.actor("Free Harbour Legion"))
    assert world.question().status == status


@pytest.mark.parametrize(
    ("left", "right", "status"),
    [
        ("soldiers", "civilians", "single"),
        ("soldiers of the Harbour Legion", "fighters from the Harbour Legion", "contested"),
        ("soldiers of the Harbour Legion", "soldiers of the Delta Guard", "single"),
        ("people", "civilians", "single"),
        ("civilians", "villagers", "contested"),
        (None, None, "contested"),
    ],
)
def test_scope_keeps_counts_apart(left, right, status):
    """Nine soldiers and four civilians are no contradiction; four civilians and nine villagers are."""
    world = World()
    document = world.document("Harbour Post")
    world.claim(document, (9, 9), by=world.actor("Vardany"), who=left)
    world.claim(document, (4, 4), by=world.actor("Ormelle"), who=right)
    assert world.question().status == status


def test_more_of_a_part_than_of_all_is_a_contradiction():
    """Nine dead civilians do not fit into four dead people."""
    world = World()
    document = world.document("Harbour Post")
    world.claim(document, (9, 9), by=world.actor("Vardany"), who="civilians")
    world.claim(document, (4, 4), by=world.actor("Ormelle"), who="people")
    assert world.question().status == "contested"


def test_a_part_of_a_figure_contests_nothing():
    """An outlet that says nine in all and two by name does not clash with another's nine."""
    world = World()
    first = world.document("Harbour Post")
    world.claim(first, (9, 9))
    world.claim(first, (2, 2))
    world.claim(world.document("Delta Wire"), (9, 9))
    assert world.question().status == "agreed"


def test_a_toll_may_grow():
    """Tuesday's 9 does not contradict Wednesday's 14 of another outlet, but Wednesday's 5 does."""
    world = World()
    world.claim(world.document("Harbour Post", day=days(6)), (9, 9))
    world.claim(world.document("Delta Wire", day=days(7)), (14, 14))
    assert world.question().status != "contested"
    world.claim(world.document("Evening Ledger", day=days(8)), (5, 5))
    assert world.question().status == "contested"


def test_a_figure_of_another_day_contests_nothing():
    """'It was 20 in April' does not contradict today's nine."""
    world = World()
    document = world.document("Harbour Post", day=days(6))
    april = DateRange(days(1, 4), days(30, 4))
    world.claim(document, (20, 20), by=world.actor("Vardany"), attribute="hostages", as_of=april)
    world.claim(document, (9, 9), by=world.actor("Ormelle"), attribute="hostages")
    assert world.question("hostages").status == "single"


def test_a_denial_contests_what_another_asserts():
    """A group that says it took no hostages contests the report that it did."""
    world = World()
    document = world.document("Harbour Post")
    held = world.claim(document, (1, None), by=world.actor("reports", described=True), attribute="hostages")
    denied = world.claim(document, (1, None), by=world.actor("Harbour Legion"), attribute="hostages", stance="denies")
    question = world.question("hostages")
    assert question.status == "contested"
    assert question.answers[0].claims == tuple(sorted((held.id, denied.id)))
    assert "Harbour Legion denies" in question.reason


def test_a_denial_that_nobody_provoked_contests_nothing():
    """Without an assertion there is one voice and no dispute."""
    world = World()
    country = world.actor("Ormelle")
    document = world.document("Harbour Post")
    world.claim(document, country, by=country, attribute="responsible", stance="denies")
    question = world.question("responsible")
    assert (question.status, question.answers[0].origins) == ("single", 0)


def test_could_not_verify():
    """An outlet that could not check the only answer leaves it unverified, though it tells the story itself."""
    world = World()
    document = world.document("Harbour Post")
    legion = world.actor("Harbour Legion")
    world.claim(document, (2, 2), by=legion, attribute="captured")
    world.claim(document, (2, 2), attribute="captured")
    world.claim(document, (2, 2), attribute="captured", stance="cannot_verify")
    question = world.question("captured")
    assert question.status == "unverified"
    assert "could not verify" in question.reason


def test_could_not_verify_gives_way_to_a_contest():
    """Where answers exclude each other, that no outlet could check them does not hide it."""
    world = World()
    document = world.document("Harbour Post")
    world.claim(document, (71, None), by=world.actor("Vardany"))
    world.claim(document, (2, 2), by=world.actor("Harbour Legion"))
    world.claim(document, (2, 2), stance="cannot_verify")
    assert world.question().status == "contested"


def test_two_leaders_contest_each_other_but_two_founders_do_not():
    """A group has one leader at a time and may have had several founders."""
    world = World()
    document = world.document("Harbour Post")
    for attribute in ("leader", "founder"):
        for says, name in (("Vardany", "Osrin"), ("Ormelle", "Belka")):
            world.claim(document, world.actor(name), by=world.actor(says), attribute=attribute)
    assert world.question("leader").status == "contested"
    assert world.question("founder").status == "single"


def test_a_quoted_outlet_hands_on_what_its_report_gives_to_others():
    """'The Courier reported that nine died' adds no origin where the Courier has it from the ministry."""
    world = World()
    ministry, courier = world.actor("ministry"), world.actor("Courier", kind=ActorKind.OUTLET)
    world.claim(world.document("Courier"), (9, 9), by=ministry)
    world.claim(world.document("Post"), (9, 9), by=courier)
    assert [answer.origins for answer in world.question().answers] == [1]


def test_a_headline_hands_on_what_stands_below():
    """'Rescuers say' above and 'rescue workers said' below are one origin, though neither has a name."""
    world = World()
    document = world.document("Post", "Nine dead, rescuers say\n" + "Nothing. " * 40)
    for name, at in (("rescuers", Span(0, 4)), ("rescue workers", Span(40, 44))):
        world.claim(document, (9, 9), by=world.actor(name, described=True), at=at)
    assert [answer.origins for answer in world.question().answers] == [1]


@pytest.mark.parametrize(
    ("left", "right", "apart", "status"),
    [
        ("vote annulled", "vote upheld", 0, "contested"),
        ("vote annulled", "vote annulled", 0, "agreed"),
        ("town captured", "town recaptured", 0, "single"),
        ("talks failed", "agreement reached", 4, "single"),
    ],
)
def test_phrases_exclude_each_other_only_where_they_are_listed(left, right, apart, status):
    """Of two opposed outcomes of one day one is wrong; what failed on Monday may succeed on Friday."""
    world = World()
    for outlet, value, day in (("Harbour Post", left, 3), ("Delta Wire", right, 3 + apart)):
        as_of = DateRange(days(day), days(day))
        world.claim(world.document(outlet), value, attribute="outcome", as_of=as_of)
    assert world.question("outcome").status == status


def test_that_somebody_died_bears_out_no_number():
    """'Ada Wren was killed' beside another's 'four miners' is no second origin for the four."""
    world = World()
    world.claim(world.document("Harbour Post"), (1, None), who="Ada Wren")
    world.claim(world.document("Delta Wire"), (4, 4), who="miners")
    assert world.question().status == "single"


def test_those_told_of_within_a_sentence_are_among_its_larger_figure():
    """'14 died, the ministry said, after five died in hospital': the report's five contest nobody's fourteen."""
    text = "Fourteen died, the ministry said, after five died in hospital."
    world = World()
    document = world.document("Harbour Post", text)
    world.claim(document, (14, 14), by=world.actor("Ministry"), at=Span(0, 13))
    world.claim(document, (5, 5), at=Span(text.index("five"), text.index("five") + 9))
    assert world.question().status != "contested"


def _blame(*bodies):
    """A question of who did it, each body blamed by a claimer of its own."""
    world = World()
    country = world.actor("Vardany", kind=ActorKind.GOVERNMENT)
    named = {"Vardany": country} | {
        body: world.actor(body, of=country, kind=ActorKind.ORGANIZATION)
        for body in ("Vardan army", "Vardan defence ministry")
    }
    for number, body in enumerate(bodies):
        by = world.actor(f"Claimer {number}", kind=ActorKind.ORGANIZATION)
        value = named[body] if body in named else world.actor(body)
        world.claim(world.document(f"Wire {number}"), value, by=by, attribute="responsible")
    return world.question("responsible")


@pytest.mark.parametrize(
    ("bodies", "status"),
    [
        (("Vardany", "Vardan army"), "agreed"),
        (("Vardan army", "Vardan defence ministry"), "agreed"),
        (("Vardan army", "Harbour Legion"), "contested"),
    ],
)
def test_a_state_and_its_bodies_are_one_doer(bodies, status):
    """Who blames the army and who blames the ministry blame one side; who blames the Legion another."""
    assert _blame(*bodies).status == status


def test_two_who_lead_one_group_exclude_each_other():
    """Belonging to one state makes no one leader of two ministers."""
    world = World()
    country = world.actor("Vardany", kind=ActorKind.GOVERNMENT)
    for name in ("Tor Osrin", "Ada Wren"):
        leader = world.actor(name, of=country, kind=ActorKind.PERSON)
        world.claim(world.document(f"{name} Post"), leader, attribute="leader")
    assert world.question("leader").status == "contested"


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("Military sources", "Military sources in the region", "single"),
        ("A resident", "residents of Tolm", "agreed"),
        ("residents of Kell", "residents of Tolm", "agreed"),
        ("a witness", "another witness", "agreed"),
    ],
)
def test_nameless_people_of_one_publisher(first, second, status):
    """A wire's 'military sources in the region' are the 'military sources' of its other report."""
    world = World()
    for name in (first, second):
        world.claim(world.document("Harbour Post"), (8, 8), by=world.actor(name, described=True))
    assert world.question().status == status


def test_an_old_toll_grows_no_more():
    """Two figures given a month after the raid, one a day after the other, exclude each other; fresh ones may grow."""
    statuses = []
    for month in (5, 9):
        world = World()
        world.day_of_raid = days(1)
        world.claim(world.document("Harbour Post", day=days(3, month)), (11, 11), who="soldiers")
        world.claim(world.document("Delta Wire", day=days(4, month)), (14, 14), who="servicemen")
        statuses.append(world.question().status)
    assert statuses == ["single", "contested"]


def test_a_crowd_does_not_grow_afterwards():
    """70 and 'more than 100' of one rally exclude each other on whatever day they are told."""
    world = World()
    world.claim(world.document("Harbour Post", day=days(3)), (70, 70), attribute="participants")
    world.claim(world.document("Delta Wire", day=days(4)), (101, None), attribute="participants")
    assert world.question("participants").status == "contested"


def test_a_doer_without_a_name_excludes_nobody():
    """'Gunmen' of one report may be the Legion of the other; they are no second witness against it either."""
    world = World()
    world.claim(world.document("Harbour Post"), world.actor("gunmen", described=True), attribute="responsible")
    world.claim(world.document("Delta Wire"), world.actor("Harbour Legion"), attribute="responsible")
    assert world.question("responsible").status == "single"
