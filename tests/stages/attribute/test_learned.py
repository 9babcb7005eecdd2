"""What the trained model adds to the rules."""

from accordingto.pipeline import read_document
from accordingto.stages.attribute.learned import RULE
from tests.factory import make_document

TEXT = (
    "The mayor of Orlec fears that the dam will not hold.\n"
    "Colonel Petrin, who has long opposed the talks, said on Monday that his men had left the valley.\n"
    "Shopkeepers in the town expect the road to reopen by the weekend, and many blame the council for the delay."
)


def _found():
    document = make_document(TEXT)
    return document, [each for each in read_document(document).attributions if each.source]


def test_a_rule_is_believed_before_the_model():
    """No addition shares most of its words with what a rule has found."""
    _, found = _found()
    ruled = [each for each in found if each.trace.rule != RULE]
    added = [each for each in found if each.trace.rule == RULE]
    assert ruled
    assert not any(one.extent.contains(other.extent) for one in ruled for other in added)


def test_an_addition_names_its_source_and_its_rule():
    """Additions say that the model made them, with how sure it is, and whose they are."""
    document, found = _found()
    added = [each for each in found if each.trace.rule == RULE]
    assert all(each.score >= 0.5 and document.quotes(each.source) and document.quotes(each.cue) for each in added)
    assert any("road to reopen" in document.quotes(each.content) for each in found)


def test_attitudes_are_no_claims():
    """Having opposed the talks gives nobody words."""
    document, found = _found()
    assert not any("opposed" in document.quotes(each.cue) for each in found)
