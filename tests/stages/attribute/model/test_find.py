import pytest

from accordingto.stages.attribute.model import find_candidates, keep_apart
from accordingto.stages.attribute.model.network import WEIGHTS
from accordingto.stages.parse import parse
from tests.factory import make_document

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="no weights yet")

TEXT = (
    "The governor of Port Tallow said on Monday that three guards were hurt. “We will rebuild the pier,” "
    "Osrin told reporters, “before the winter.”\n\nAccording to the harbour police, the fire began at dawn."
)


def find(text, **options):
    """Document, parse and candidates of a text."""
    document = make_document(text)
    parsed = parse(document)
    return document, parsed, find_candidates(document, parsed, **options)


def test_said_told_and_according_to():
    """The three plainest forms are found with their sources."""
    document, parsed, found = find(TEXT)
    by_cue = {parsed.tokens[c.anchor].lemma: c for c in found}
    assert "governor" in document.quotes(by_cue["say"].source)
    assert "three guards" in document.quotes(by_cue["say"].content)
    assert document.quotes(by_cue["tell"].source) == "Osrin"
    assert "rebuild the pier" in document.quotes(by_cue["tell"].content)
    assert "harbour police" in document.quotes(by_cue["accord"].source)


@pytest.mark.parametrize("text", ["", "“", "“”“”“”", "word", "Said.", "said " * 700])
def test_odd_texts_do_no_harm(text):
    """No exception, and every span lies in the text."""
    _, parsed, found = find(text, least=0.0)
    for candidate in keep_apart(found, parsed):
        for span in (*candidate.source, *candidate.cue, *candidate.content):
            assert 0 <= span.start < span.end <= len(text)


def test_kept_apart_contents_share_no_word():
    """Each word of the text belongs to one content at most."""
    _, parsed, found = find(TEXT, least=0.0)
    words = [token for candidate in keep_apart(found, parsed) for token in candidate.tokens]
    assert len(words) == len(set(words))


def test_the_same_text_reads_the_same():
    """Twice read, equal candidates."""
    assert find(TEXT)[2] == find(TEXT)[2]
