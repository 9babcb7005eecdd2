"""Lines of provenance as trees: every document once, below what it came from."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.actor import Resolution
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Derivation, DerivationKind, Lineage
from accordingto.model.parse import Parse
from accordingto.model.trace import Trace
from accordingto.query.trees import grow_trees
from accordingto.stages.lineage.origins import find_origins
from tests.factory import make_document

PAPERS = [
    make_document(f"Report {n}.", f"{n}.txt", outlet=f"Paper {n}", published=date(2031, 5, n)) for n in range(1, 6)
]


def _derive(document, source, outlet=None, *, whole=True):
    trace = Trace("lineage.copy.v1", (), "by hand")
    name = None if source is None else source.id
    return Derivation(document.id, name, outlet, DerivationKind.COPY, None, whole=whole, trace=trace)


def _descend(derivations):
    readings = tuple(Reading(each, Parse(each.id, (), (), (), "none"), (), "r") for each in PAPERS)
    lineage = Lineage(tuple(derivations), find_origins(PAPERS, derivations))
    (found,) = grow_trees(Findings(readings, lineage, Resolution((), (), {}, {}), (), (), ()))
    return found


def _walk(branches):
    for each in branches:
        yield each
        yield from _walk(each.branches)


def test_a_copy_of_a_copy_hangs_two_steps_down():
    """Chains are closed over several links."""
    one, two, three, *_ = PAPERS
    found = _descend([_derive(two, one), _derive(three, two)])
    (root,) = found.origins[0]
    assert [each.document.uri for each in _walk([root])] == ["1.txt", "2.txt", "3.txt"]
    assert root.branches[0].branches[0].document is three


def test_an_outlet_without_a_document_is_a_root():
    """Two papers that print one agency hang below it."""
    one, two, *_ = PAPERS
    found = _descend([_derive(one, None, "Harbour Wire"), _derive(two, None, "Harbour Wire")])
    roots = next(each for each in found.origins if each[0].document is None)
    assert (roots[0].outlet, roots[0].is_known, len(roots[0].branches)) == ("Harbour Wire", False, 2)


def test_a_passage_makes_no_tree():
    """Two documents of which one borrowed a sentence stay two origins, and the borrowing is named."""
    one, two, *_ = PAPERS
    found = _descend([_derive(two, one, whole=False)])
    borrowed = [root for roots in found.origins for root in roots if root.passages]
    assert [each.document.uri for each in borrowed] == ["2.txt"]
    assert len(found.origins) == len(PAPERS)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5), st.booleans()), max_size=12))
def test_every_document_stands_once_whatever_came_from_what(links):
    """Circles, double sources and outlets included."""
    made = [
        _derive(PAPERS[one], PAPERS[other], whole=whole) if other < len(PAPERS) else _derive(PAPERS[one], None, "Wire")
        for one, other, whole in links
        if one != other
    ]
    shown = [each.document.id for roots in _descend(made).origins for each in _walk(roots) if each.document is not None]
    assert sorted(shown) == sorted(each.id for each in PAPERS)
