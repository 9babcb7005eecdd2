"""Sentences of documents are matched the same, however many documents are looked at together."""

from array import array
from typing import Any

from accordingto.stages.lineage import likenesses
from accordingto.stages.lineage.alignment import align
from accordingto.stages.lineage.likenesses import UNKNOWN, compare_all
from accordingto.stages.lineage.passages import read_passages
from accordingto.stages.lineage.rows import Rows
from tests.factory import make_document

LINES = [
    "The ferry from Mellin to Kell sank on Monday night with forty people and a cargo of salt on board.",
    "Divers of the harbour guard found the bell of the old mill under the northern pier of Orlec today.",
    "A council of seven villages asked the governor for a road, a school and a bridge before the winter.",
    "The ferry from Mellin to Kell sank on Sunday night with forty people and a cargo of coal on board.",
    "Nobody in the village of Sarn had heard the bell before the governor came to open the new bridge.",
]


def _read(*lines):
    return read_passages(make_document("\n".join(LINES[each] for each in lines), f"{lines}.txt"))


def test_pairs_that_are_looked_at_together_change_nothing_of_one_another():
    """Three documents held against others at once share with each what they share with it alone."""
    ones = [_read(0, 1, 2), _read(), _read(1, 4)]
    others, against = [_read(3, 2), _read(1, 0, 3), _read(0), _read(4, 1)], [0, 0, 1, 2]
    together = align(ones, others, against)
    assert together == [align([ones[at]], [other], [0])[0] for at, other in zip(against, others, strict=True)]
    assert [len(each.alike) for each in together] == [2, 2, 0, 2]


def test_a_sentence_is_matched_once_with_the_one_most_like_it():
    """Two sentences of one document are like one of the other: the nearer takes it."""
    (found,) = align([_read(0)], [_read(3, 0)], [0])
    assert [list(array("I", each)) for each in (found.left, found.right)] == [[0], [1]]
    assert found.alike == b"\x01"


def _compare(texts, known=UNKNOWN):
    documents = [make_document("Of no matter.", f"{at}.txt") for at in range(len(texts))]
    found = compare_all(documents, texts, known)
    return [(found.left[at], found.right[at], found.alignment(at)) for at in range(len(found))]


def test_how_many_pairs_are_looked_at_together_changes_no_line(monkeypatch):
    """The same pairs come out one by one."""
    texts = [_read(*(at % 5, (at + 1) % 5, (at * 3) % 5)) for at in range(9)]
    whole = _compare(texts)
    assert len(whole) > 10
    monkeypatch.setattr(likenesses, "_MOST_BYTES", 0)
    monkeypatch.setattr(likenesses, "_SOME", 2)
    assert _compare(texts) == whole


class Kept(dict[tuple[str, bytes], Any]):
    """Likenesses under the keys of their texts."""

    def recall(self, keys):
        """Those of these keys."""
        return {name: self[name, key] for name, key in keys.items() if (name, key) in self}

    def remember(self, keys, made):
        """These."""
        self.update({(each.document, keys[each.document]): each for each in made})

    def find(self, batches, count):
        """Here."""
        return UNKNOWN.find(batches, count)


def test_what_was_found_before_is_not_found_out_again(monkeypatch):
    """Only pairs of a new document, or of one that has other words now, are held against each other."""
    texts = [_read(*(at % 5, (at + 1) % 5, (at * 3) % 5)) for at in range(7)]
    asked: list[Any] = []

    def count(*given):
        asked.extend(given[2])
        return align(*given)

    monkeypatch.setattr(likenesses, "align", count)
    kept = Kept()
    first = _compare(texts, kept)
    assert len(asked) == len(first)
    asked.clear()
    assert _compare(texts, kept) == first
    assert asked == []
    texts[3] = _read(2, 4)
    again = _compare(texts, kept)
    assert 0 < len(asked) < len(first)
    assert again == _compare(texts)


def test_rows_are_joined_in_their_order():
    """What stood in a row still does."""
    joined = Rows.join([Rows.of([[1, 2], []]), Rows.of([]), Rows.of([[3]])])
    assert [joined.row(at) for at in range(len(joined))] == [(1, 2), (), (3,)]
