"""Who speaks behind his own words."""

import pytest

from accordingto.stages.parse import parse
from tests.factory import make_document


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "A tunnel collapsed in the Kell mine on Monday, trapping twelve miners, the operator, Tarn Coal, said.",
            "operator",
        ),
        ("The riot broke out in Block C, a spokeswoman, Ada Wren, said.", "spokeswoman"),
        ("The Kell Legion has claimed the raid on Tolm, a newspaper close to the group said.", "newspaper"),
        ("The bridge was lost, the mayor said.", "mayor"),
    ],
)
def test_a_description_before_said_is_its_subject(sentence, speaker):
    """It is cut out of what is said, whatever the parser hung it on."""
    parsed = parse(make_document(sentence))
    said = next(token for token in parsed.tokens if token.text == "said")
    (subject,) = [token for token in parsed.tokens if token.dep == "nsubj" and token.head == said.index]
    assert subject.text == speaker
    content = next(token for token in parsed.tokens if token.dep == "ccomp" and token.head == said.index)
    assert subject.index not in parsed.subtree(content.index)


@pytest.mark.parametrize("sentence", ["They met on Monday, a Tuesday, and said nothing.", "The town fell, he said."])
def test_what_has_a_subject_is_left_alone(sentence):
    """Only a verb of speech without anybody to speak is mended."""
    tokens = parse(make_document(sentence)).tokens
    said = next(token for token in tokens if token.text == "said")
    assert len([token for token in tokens if token.dep == "nsubj" and token.head == said.index]) <= 1


def test_no_token_heads_itself_but_a_root():
    """Mended words hang on each other without a circle."""
    parsed = parse(make_document("The riot broke out in Block C, a spokeswoman for the prison, Ada Wren, said."))
    for token in parsed.tokens:
        assert len(parsed.subtree(token.index)) <= len(parsed.tokens)
