import pytest

from accordingto.stages.attribute.model.pieces import Vocabulary
from accordingto.stages.attribute.model.relations import SIZES, relate
from accordingto.stages.attribute.model.windows import LONGEST_WINDOW, cut_windows
from accordingto.stages.parse import parse
from tests.factory import make_document

VOCABULARY = Vocabulary(["[PAD]", *(f"[unused{n}]" for n in range(99)), "[UNK]"])


def windows_of(text):
    """The parse of a text and its windows."""
    parsed = parse(make_document(text))
    return parsed, list(cut_windows(text, parsed, VOCABULARY))


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"',
        "Osrin spoke.\n\nThe mayor of Port Tallow said the bridge was closed. He gave no reason.",
        "guard " * 500,
    ],
)
def test_windows_cover_every_word_once(text):
    """One after another, none too long, and all numbers within their tables."""
    parsed, windows = windows_of(text)
    assert [i for w in windows for i in range(w.first, w.last)] == list(range(len(parsed.tokens)))
    for window in windows:
        assert window.size <= LONGEST_WINDOW
        assert (window.head >= 0).all()
        assert (window.head < window.size).all()
        for cue in range(0, window.size, 7):
            related = relate(window, cue)
            assert (related >= 0).all()
            assert (related < SIZES).all()


def test_quotations_are_numbered():
    """Both quotations of a paragraph have their own number, words between them none."""
    parsed, (window,) = windows_of("“We held,” Osrin said, “until dawn.”")
    words = [token.text for token in parsed.tokens]
    at = lambda word: int(window.quote[words.index(word)])  # noqa: E731
    assert (at("held"), at("said"), at("until")) == (1, 0, 2)


def test_the_cue_is_at_no_distance_from_itself():
    """Its own row is zero steps up and down."""
    parsed, (window,) = windows_of("The mayor said that the bridge was closed.")
    cue = [token.text for token in parsed.tokens].index("said")
    assert relate(window, cue)[cue, :2].tolist() == [0, 0]
