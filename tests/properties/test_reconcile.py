"""Promises about questions: no order, no copy and no silence changes how one stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.model.claim import NumberValue, Scope
from accordingto.stages.reconcile.compatible import are_apart, are_compatible, do_values_exclude
from tests.stages.reconcile.world import World, days


def are_bounds(pair):
    """Whether a lower and an upper bound say something and stand in order."""
    low, high = pair
    return (low, high) != (None, None) and (low is None or high is None or low <= high)


bounds = st.tuples(st.none() | st.integers(0, 30), st.none() | st.integers(0, 30)).filter(are_bounds)
whos = st.sampled_from([None, "people", "soldiers", "civilians", "fighters of the Harbour Legion"])
lines = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(-1, 2), bounds, whos, st.sampled_from(["asserts", "denies", "cannot_verify"])
    ),
    min_size=1,
    max_size=7,
)


def build(drawn):
    """A world with three documents, three claimers and the drawn claims."""
    world = World()
    documents = [world.document(f"Outlet {n}", day=days(n + 1)) for n in range(3)]
    actors = [world.actor(f"Side {n}") for n in range(3)]
    for document, claimer, value, who, stance in drawn:
        by = None if claimer < 0 else actors[claimer]
        world.claim(documents[document], value, by=by, who=who, stance=stance)
    return world, documents


@given(bounds, bounds, whos, whos)
def test_compatible_is_symmetric(left, right, one, two):
    """Whether two values go together does not depend on which is named first."""
    a, b = NumberValue(*left), NumberValue(*right)
    related = str.__eq__
    assert are_compatible(a, b, related) == are_compatible(b, a, related)
    assert do_values_exclude(a, b, "killed", related) == do_values_exclude(b, a, "killed", related)
    assert are_apart(Scope(one), Scope(two)) == are_apart(Scope(two), Scope(one))


@settings(deadline=None)
@given(lines, st.randoms())
def test_order_of_claims_changes_nothing(drawn, random):
    """The ledger is the same in whatever order the claims come."""
    world, _ = build(drawn)
    shuffled = list(world.claims)
    random.shuffle(shuffled)
    assert world.reconcile(shuffled) == world.reconcile()


@settings(deadline=None)
@given(lines, st.integers(0, 2))
def test_a_copied_document_adds_no_origin(drawn, which):
    """Whatever a copy repeats, no answer rests on more origins than before and no question changes its status."""
    world, documents = build(drawn)
    before = world.reconcile().questions
    copied = world.document(f"Outlet {which} again", day=days(which + 1), copy_of=documents[which])
    for claim in [c for c in world.claims if world.claim_document(c) == documents[which].id]:
        world.repeat(claim, copied)
    after = world.reconcile().questions
    assert [(q.status, _counts(q)) for q in after] == [(q.status, _counts(q)) for q in before]


@settings(deadline=None)
@given(lines)
def test_every_claim_answers_a_question(drawn):
    """Nothing is dropped: each claim stands under at least one answer, and each question has its reason."""
    world, _ = build(drawn)
    done = world.reconcile()
    answered = {each for question in done.questions for answer in question.answers for each in answer.claims}
    assert answered == {claim.id for claim in world.claims}
    assert all(question.reason.endswith(".") for question in done.questions)


def _counts(question):
    return sorted((repr(answer.value), repr(answer.scope), answer.origins) for answer in question.answers)
