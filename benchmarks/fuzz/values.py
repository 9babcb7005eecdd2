"""Words to days, numbers, quotations, names and places."""

from datetime import date

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.stages.read.clean import clean_text
from accordingto.stages.read.days import parse_day
from accordingto.text.dates import find_dates, infer_published
from accordingto.text.dates.marked import read_marked
from accordingto.text.name_model import score_merge, score_names
from accordingto.text.name_parts import take_apart
from accordingto.text.names import clean_name, fold_name
from accordingto.text.numbers import find_numbers
from accordingto.text.places import NoGazetteer, locate_places
from accordingto.text.quotes import find_quotes
from tests.properties.test_text_values import WORDS

SEEDS = (
    b"\x00more than 70 but fewer than 1,200 of the 3.5 million, two dozen and twenty-one thousand were hurt",
    b"\x01on Tuesday, May 14, 2031 at 9:30 p.m. GMT, three days before the first week of last year's summer",
    b"\x02between 31/12/2019 and the early 1980s; \xe2\x80\x9cfrom 4 to 5 March\xe2\x80\x9d, the day after Easter",
    b"\x03Maj. Gen. Tor al-Osrin Jr.\x00General T. Osrin",
    b"\x04the Orlec Front's (OF) 2nd Brigade\x00Second Brigade of the Front for Orlec",
)
_MORE = (
    "hundred thousand half quarter score none zero minus about nearly over al- bin ibn abu Dr. Gen. Jr. St. van der "
    "O'Brien N’Doye of the and & @ # ٣ 一 ½ ² Ⅷ ０ İ ß ſ ﷺ ا \u0301 \u200d 1e9 0x1 999999999999999999999 1/0 00/00/0000"
)
PIECES = tuple(f"{each} ".encode() for each in f"{WORDS} {_MORE}".split())


def check(data: bytes) -> None:
    """Read the values of a text; the first byte sets the day that it is read on."""
    text = clean_text(data[1:].decode("utf-8", "replace"))
    day = date.fromordinal(1 + (data[0] if data else 0) * 14_000)
    anchor = None if not data or data[0] == 0 else DateRange(day, day)
    for number in find_numbers(text):
        assert number.low is None or number.high is None or number.low <= number.high
    for found in find_dates(text, anchor):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.date.start <= found.date.end
    for quote in find_quotes(text):
        assert quote.span.contains(quote.inner)
    infer_published(text)
    parse_day(text)
    if text:
        read_marked(text, [Span(0, len(text))], DateRange(day, day))
        locate_places(text, [Span(0, len(text))], NoGazetteer())
    _check_names(text)


def _check_names(text: str) -> None:
    one, _, other = text.partition("\n")
    one, other = one[:200], (other or one[::-1])[:200]
    assert fold_name(fold_name(one)) == fold_name(one)
    clean_name(one)
    for person in (True, False):
        take_apart(one, "person" if person else "group")
        for score in (score_names, score_merge):
            assert 0 <= score(one, other, person=person) <= 1
