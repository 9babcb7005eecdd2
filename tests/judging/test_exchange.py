"""Judgements written and read are the same judgements, and the later of two on one pair stands."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.judging.exchange import dump_judgements, read_judgements
from accordingto.judging.standing import number_judgements
from accordingto.model.actor import Judgement, Verdict
from accordingto.model.trace import Trace
from tests.harbour import make_findings

KEYS = st.sampled_from([f"doc-000000000000000{n}:{n}-{n + 3}" for n in range(4)] + ["doc-0000000000000009:outlet"])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)  # half a character no ledger can keep
MADE = st.integers(0, 59).map(lambda second: f"2031-05-14T09:00:{second:02}Z")


@st.composite
def judgements(draw):
    """What a person may have judged, odd characters included."""
    left, right = sorted(draw(st.lists(KEYS, min_size=2, max_size=2, unique=True)))
    name = draw(WORDS.filter(str.strip))
    reasons = tuple(draw(st.lists(WORDS, max_size=2)))
    trace = Trace(f"person:{name}", (), draw(WORDS))
    return Judgement(left, right, draw(st.sampled_from(Verdict)), 1.0, reasons, trace, draw(MADE))


@given(st.lists(judgements(), max_size=5))
def test_what_is_exported_is_what_is_imported(made):
    """Withdrawn judgements included, in their order, whatever is in names and reasons."""
    text = dump_judgements(made, make_findings())
    assert list(read_judgements(text.encode("utf-8").decode("utf-8"), "file")) == made


@given(st.lists(judgements(), max_size=6))
def test_one_judgement_on_a_pair_stands(made):
    """The latest; of two of one second the one written later."""
    lines = number_judgements(made)
    assert [line.number for line in lines] == list(range(1, len(made) + 1))
    for line in lines:
        same = [other for other in lines if other.judgement.left == line.judgement.left]
        same = [other for other in same if other.judgement.right == line.judgement.right]
        latest = max(same, key=lambda other: (other.judgement.made, other.number))
        assert line.stands is (line is latest)
