"""The checked-in list of pairs of conflict actors."""

from benchmarks.conflict_pairs import load_pairs, measure


def test_the_list_has_both_kinds_of_pairs() -> None:
    """At least two hundred pairs, none twice, a third of them different."""
    pairs = load_pairs()
    assert len(pairs) >= 200
    assert len({(pair.left, pair.right) for pair in pairs}) == len(pairs)
    assert 3 * sum(not pair.same for pair in pairs) >= len(pairs)


def test_names_of_one_actor_are_joined_and_others_are_not() -> None:
    """F1 of at least 0.95 in both directions, and no two actors merged by mistake."""
    figures = measure()
    assert figures["conflict pairs: F1"] >= 0.95
    assert figures["conflict pairs: precision"] == 1.0
