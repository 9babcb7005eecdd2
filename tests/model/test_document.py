"""Documents, spans and marked segments."""

from accordingto.model.document import Segment, Span, Zone
from tests.factory import make_document


def test_a_marked_character_knows_its_zone():
    """The zone begins with its first character and ends before its end."""
    document = make_document("Orlec fell.\nSource: Wire", segments=[Segment(Span(12, 24), Zone.CREDIT, "t.v1")])
    assert document.zone_at(12) is Zone.CREDIT
    assert document.zone_at(11) is None
    assert document.zone_at(24) is None


def test_spans_that_only_touch_do_not_overlap():
    """Ends are exclusive."""
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_pieces_are_quoted_with_one_space_between():
    """A content in two pieces reads as one."""
    document = make_document("The town, he said, has fallen.")
    assert document.quotes((Span(0, 8), Span(19, 29))) == "The town has fallen"
