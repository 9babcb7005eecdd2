from hypothesis import given
from hypothesis import strategies as st

from accordingto.stages.attribute.model.pieces import PIECES, UNKNOWN, Vocabulary

WORDS = ["[PAD]", *(f"[unused{n}]" for n in range(99)), "[UNK]", "har", "##bour", "harbour", "-", "mast", "e"]


def test_a_known_word_is_one_piece():
    """The longest entry wins over its parts."""
    assert Vocabulary(WORDS).pieces("Harbour") == (WORDS.index("harbour"),)


def test_marks_and_accents():
    """A hyphen is a piece of its own, and accents do not matter."""
    found = Vocabulary(WORDS).pieces("Hàrbour-mast")
    assert [WORDS[n] for n in found] == ["harbour", "-", "mast"]


def test_an_unknown_word_is_unknown():
    """What no pieces make up is the unknown piece."""
    assert Vocabulary(WORDS).pieces("Қала") == (UNKNOWN,)


@given(st.text(max_size=300))
def test_every_word_has_a_few_pieces(word):
    """Odd strings give at least one piece and never more than the limit."""
    assert 1 <= len(Vocabulary(WORDS).pieces(word)) <= PIECES
