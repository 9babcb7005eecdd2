"""Which documents are worth comparing is the same however few of them are paired at once."""

from accordingto.stages.lineage import blocking
from accordingto.stages.lineage.alignment import compare_words
from accordingto.stages.lineage.passages import mark_repeated, read_passages
from tests.factory import make_document

LINES = [
    "The ferry from Mellin to Kell sank on Monday night with forty people and a cargo of salt on board.",
    "Divers of the harbour guard found the bell of the old mill under the northern pier of Orlec today.",
    "A council of seven villages asked the governor for a road, a school and a bridge before the winter.",
]


def test_bands_change_no_pairs(monkeypatch):
    """Each text has one of three sentences; those that share one meet, be they paired at once or two by two."""
    texts = [read_passages(make_document(f"{LINES[at % 3]} Number {at} ends here so.", f"{at}.txt")) for at in range(9)]
    whole = list(blocking.find_pairs(texts))
    assert {(0, 3), (1, 4), (2, 5)} <= set(whole)
    assert all(left % 3 == right % 3 for left, right in whole)
    monkeypatch.setattr(blocking, "_BAND", 2)
    assert list(blocking.find_pairs(texts)) == whole


def test_a_sentence_without_stock_keeps_its_words():
    """Sentences that are taken out leave the others as they were."""
    passages = read_passages(make_document(" ".join(LINES)))
    left = passages.without({passages.list_keys()[1]})
    assert len(left) == 2
    assert left.span(1) == passages.span(2)
    assert left.words.row(1) == passages.words.row(2)
    assert left.telling.row(1) == passages.telling.row(2)


def test_words_that_come_again_count_again():
    """'had had' is not 'had': each time that a word stands there is one word."""
    assert len(set(mark_repeated([5, 5, 7, 5]))) == 4
    assert compare_words([5, 5, 7], [5, 7, 9]) == 2 * 2 / 6
    assert compare_words([5, 5, 7], [5, 5, 9]) == 2 * 2 / 6
    assert compare_words([], [5]) == 0.0
