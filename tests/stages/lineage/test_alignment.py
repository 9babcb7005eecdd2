"""Sentences of documents are matched the same, however many documents are looked at together."""

from accordingto.stages.lineage import copies
from accordingto.stages.lineage.alignment import align
from accordingto.stages.lineage.passages import Passages, read_passages
from accordingto.stages.lineage.rows import Rows
from tests.factory import make_document

LINES = [
    "The ferry from Mellin to Kell sank on Monday night with forty people and a cargo of salt on board.",
    "Divers of the harbour guard found the bell of the old mill under the northern pier of Orlec today.",
    "A council of seven villages asked the governor for a road, a school and a bridge before the winter.",
    "The ferry from Mellin to Kell sank on Sunday night with forty people and a cargo of coal on board.",
    "Nobody in the village of Sarn had heard the bell before the governor came to open the new bridge.",
]


def _read(*lines: int) -> Passages:
    return read_passages(make_document("\n".join(LINES[each] for each in lines), f"{lines}.txt"))


def _columns(found):
    return [each.tolist() for each in (found.counts, found.copied, found.shared, found.left, found.right, found.alike)]


def test_pairs_that_are_looked_at_together_change_nothing_of_one_another():
    """Three documents held against others at once share with each what they share with it alone."""
    ones = [_read(0, 1, 2), _read(), _read(1, 4)]
    others, against = [_read(3, 2), _read(1, 0, 3), _read(0), _read(4, 1)], [0, 0, 1, 2]
    together = _columns(align(ones, others, against))
    alone = [_columns(align([ones[at]], [other], [0])) for at, other in zip(against, others, strict=True)]
    assert together == [[value for each in alone for value in each[column]] for column in range(6)]
    assert together[0] == [2, 2, 0, 2]


def test_a_sentence_is_matched_once_with_the_one_most_like_it():
    """Two sentences of one document are like one of the other: the nearer takes it."""
    found = align([_read(0)], [_read(3, 0)], [0])
    assert (found.left.tolist(), found.right.tolist(), found.alike.tolist()) == ([0], [1], [True])


def test_how_many_pairs_are_looked_at_together_changes_no_line(monkeypatch):
    """The same pairs come out one by one."""
    texts = [_read(*(at % 5, (at + 1) % 5, (at * 3) % 5)) for at in range(9)]
    whole = copies._compare_all(texts)
    assert len(whole) > 10
    monkeypatch.setattr(copies, "_MOST_BYTES", 0)
    apart = copies._compare_all(texts)
    assert (apart.left, apart.right) == (whole.left, whole.right)
    assert [apart.alignment(at) for at in range(len(apart))] == [whole.alignment(at) for at in range(len(whole))]


def test_rows_are_joined_in_their_order():
    """What stood in a row still does."""
    joined = Rows.join([Rows.of([[1, 2], []]), Rows.of([]), Rows.of([[3]])])
    assert [joined.row(at) for at in range(len(joined))] == [(1, 2), (), (3,)]
