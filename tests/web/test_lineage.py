"""The picture of who copied whom says no more than is known."""

from accordingto.query.descent import Branch
from accordingto.web.pages.lineage import _from_first


def came(document, source, kind="copy"):
    """The whole of one came from another."""
    return Branch(document, source, None, kind, is_whole=True, rule="r", span=None)


def test_near_copies_of_one_day_hang_from_the_first():
    """A chain of guesses is no order; another day, or a credit, is."""
    days = dict.fromkeys(("a", "b", "c", "d"), "2031-05-14") | {"e": "2031-05-15"}
    chain = [came("b", "a"), came("c", "b"), came("d", "c"), came("e", "d")]
    assert [each.source for each in _from_first(chain, days)] == ["a", "a", "a", "d"]
    credited = [came("b", "a"), came("c", "b", "credit")]
    assert [each.source for each in _from_first(credited, days)] == ["a", "b"]
    assert len(_from_first([came("a", "b"), came("b", "a")], days)) == 2
