"""Promises about numbers, dates and places that hold for any text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.text.dates import find_dates
from accordingto.text.dates.marked import read_marked
from accordingto.text.numbers import find_numbers
from accordingto.text.places import NoGazetteer, fold_name, locate_places

# Words that the rules look for, in any order and company, beside anything at all.
WORDS = (
    "1 12 2023 4,000 3.5 31/12 0 May march last next this week year years ago earlier two twenty-one dozens of several "
    "more than up to at least between and from to Monday Sunday on in the early late of mid- st th % $ £ million k m "
    "( ) , . - – ' \" \n the day before first quarter century 's 1980s Easter overnight that night"
)
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25).map(" ".join))
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_numbers(text):
    """Every number lies in the text, does not run backwards, and stands after the one before it."""
    found = find_numbers(text)
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.contains(quantity.number)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    starts = [quantity.number.start for quantity in found]
    assert starts == sorted(starts)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.one_of(st.none(), DAYS))
def test_dates(text, day):
    """Every date lies in the text, overlaps no other, and the same text gives the same dates."""
    anchor = None if day is None else DateRange(day, day)
    found = find_dates(text, anchor)
    assert found == find_dates(text, anchor)
    end = 0
    for each in found:
        assert end <= each.span.start < each.span.end <= len(text)
        assert each.date.start <= each.date.end
        end = each.span.end


@settings(max_examples=80, deadline=None)
@given(TEXTS, DAYS)
def test_marked(text, day):
    """Any words marked as a time are read, or left unread, without an error."""
    [value] = read_marked(text, [Span(0, len(text))], DateRange(day, day))
    assert value is None or isinstance(value.timex, str)


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_names(text):
    """Folding a folded name changes nothing, and an unknown name keeps its words."""
    assert fold_name(fold_name(text)) == fold_name(text)
    [place] = locate_places(text, [Span(0, len(text))], NoGazetteer())
    assert place.name == text
