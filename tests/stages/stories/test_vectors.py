"""Sums of vectors that lie side by side are the vectors' sums, however often the arrays are packed anew."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.stages.stories.vectors import Sums, Vector, Vocabulary

WORDS = 9


def make_vectors(rows):
    """Vectors of the words that weigh something in each row."""
    held = [np.nonzero(np.array(row))[0] for row in rows]
    return [Vector(at.astype(np.int32), np.array(row, float)[at]) for at, row in zip(held, rows, strict=True)]


@given(
    st.lists(st.lists(st.integers(0, 4), min_size=WORDS, max_size=WORDS), min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12),
)
def test_sums_are_multiplied_as_whole_rows_are(rows, pairs):
    """Whole numbers, so that nothing is rounded; what was added to another is nothing from then on."""
    sums, dense = Sums(make_vectors(rows), WORDS), np.array(rows, float)
    for one, other in pairs:
        if one != other and max(one, other) < len(rows):
            sums.add(one, other)
            dense[one] += dense[other]
            dense[other] = 0
    everyone = np.arange(len(rows))
    for at in everyone:
        assert np.array_equal(sums.multiply(int(at), everyone), dense @ dense[at])
        assert np.array_equal(sums.get(int(at)).words, np.nonzero(dense[at])[0])


def test_words_are_numbered_by_the_alphabet():
    """In whatever report they are met first; a report without words has no numbers."""
    vocabulary = Vocabulary([["orvel", "bridge"], [], ["kell", "bridge"]])
    assert vocabulary.words == ("bridge", "kell", "orvel")
    assert [each.tolist() for each in vocabulary.reports] == [[2, 0], [], [1, 0]]
