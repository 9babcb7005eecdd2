import numpy as np

from accordingto.stages.attribute.model.decode import choose_words
from accordingto.stages.attribute.model.network import CONTENT, CUE, NOTHING, SOURCE, Sighting


def sighting(classes, cue, doubt=0.1):
    """A cue with the class that each word has, all equally sure."""
    chances = np.full((len(classes), 4), doubt / 3, np.float32)
    for row, kind in enumerate(classes):
        chances[row, kind] = 1 - doubt
    return Sighting(0, cue, 0.9, 0.9, chances, chances)


def test_content_around_cue_and_source_stays_in_two_pieces():
    """'The bridge, the mayor said, was closed.': two runs, with the speaker between them."""
    kinds = [CONTENT, CONTENT, NOTHING, SOURCE, SOURCE, CUE, NOTHING, CONTENT, CONTENT, NOTHING]
    words = choose_words(sighting(kinds, 5))
    assert words.content == ((0, 1), (7, 8))
    assert words.source == ((3, 4),)
    assert words.cue == ((5, 5),)


def test_a_doubtful_word_does_not_break_content():
    """One word in the middle that the reader is unsure of is taken along."""
    words = choose_words(sighting([SOURCE, CUE, CONTENT, NOTHING, CONTENT], 1))
    assert words.content == ((2, 4),)


def test_one_source_only():
    """Of two runs the one with the surest word is kept."""
    seen = sighting([SOURCE, CUE, CONTENT, SOURCE, SOURCE], 1)
    seen.classes[4, SOURCE] = 0.99
    assert choose_words(seen).source == ((3, 4),)


def test_nothing_found_is_no_content():
    """A cue alone gives no content and no confidence."""
    words = choose_words(sighting([NOTHING, CUE, NOTHING], 1))
    assert words.content == ()
    assert words.sure == 0
