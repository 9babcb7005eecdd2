"""When and where a report is set: what its top says for an event whose own words say neither."""

from dataclasses import replace
from datetime import date

import pytest

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.event import Place
from accordingto.stages.align.ranking import rank_places
from accordingto.stages.align.setting import NO_SETTING, Setting, find_setting
from accordingto.stages.align.situated import find_datelines, find_forces, locate_names
from accordingto.stages.align.when import date_tokens
from accordingto.text.places import Candidate, PlaceKind
from tests.stages.align.told_world import events_of, read, tell

# The day on which the invented reports came out, and the one before.
TUESDAY = DateRange(date(2031, 6, 10), date(2031, 6, 10))
MONDAY = DateRange(date(2031, 6, 9), date(2031, 6, 9))


class Towns:
    """A gazetteer that knows some towns, all at one point."""

    def __init__(self, *names):
        self.names = names

    def candidates(self, key):
        """One town for a known name."""
        known = key in self.names
        return [Candidate(7, key.title(), PlaceKind.TOWN, "KV", "", 10.0, 20.0, population=9000)] if known else []

    def region(self, *_):
        """No regions."""


def setting_of(text, *towns):
    """The setting of an invented report."""
    reading = read(text)
    return find_setting(reading, date_tokens(reading.document, reading.parse), locate_names(reading, (), Towns(*towns)))


@pytest.mark.parametrize(
    "text",
    [
        "A boy was shot. A man was arrested on Tuesday. It happened on Monday night at a farm.",
        "A boy was shot. The shooting occurred early on Monday, police said.",
    ],
)
def test_it_happened_says_when(text):
    """'It happened on Monday' dates the event, not the day of an arrest."""
    assert setting_of(text).sure == MONDAY
    assert events_of(text)[0].date == MONDAY


def test_who_was_called_was_called_on_the_day():
    """The day on which officers were called goes before the day of a vigil."""
    text = "A vigil was held on Tuesday for a boy. Officers were called to the farm on Monday."
    assert setting_of(text).day == MONDAY


def test_a_stamp_is_no_day_of_anything():
    """'Posted: Tuesday' says when it was written."""
    assert setting_of("Posted: Tuesday, June 10\nOfficers were called to the farm on Monday.").day == MONDAY


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("ORVEL, Kalvia (Meridian Wire) — A boy was shot.", "ORVEL"),
        ("A boy was shot, said Orvel police.", "Orvel"),
        ("Now Orvel Sheriff Anton Osrin says a boy was shot.", "Orvel"),
    ],
)
def test_datelines_and_forces_name_the_town(text, town):
    """The town in capitals before a dash, or before 'police', is where a report is set."""
    towns = Towns("orvel")
    found = [text[slice(*span)] for span in (*find_datelines(text, towns), *find_forces(text, towns))]
    assert town in found
    assert setting_of(text, "orvel").place.name == town


def test_capitals_that_no_gazetteer_knows_are_no_dateline():
    """'UPDATE —' is no town."""
    assert find_datelines("UPDATE — A boy was shot.", Towns("orvel")) == []


def _told(*places, home):
    told = tell("A boy was shot.")[0]
    return [type(told)(**{name: getattr(told, name) for name in told.__slots__} | {"places": places, "setting": home})]


ORVEL = Place("Orvel", 1, 10.0, 20.0, "KV", "Kalvia")
FAR = Place("Tarn Park", 2, 50.0, 60.0, "OS", "Osrin")


def test_a_quarter_far_from_where_the_report_is_set_comes_last():
    """'Tarn Park' of a report set in Orvel is a quarter of Orvel, not a town of that name elsewhere."""
    home = Setting(None, ORVEL)
    assert [place.name for place in rank_places(_told(FAR, home=home))] == ["Orvel", "Tarn Park"]
    assert [place.name for place in rank_places(_told(FAR, home=NO_SETTING))] == ["Tarn Park"]


def test_a_town_comes_before_its_county():
    """The more exact place is the better supported one."""
    county = Place("Orvel County", 3, 10.1, 20.1, "KV", "Kalvia")
    found = rank_places(_told(county, ORVEL, home=Setting(None, ORVEL)))
    assert [place.name for place in found] == ["Orvel", "Orvel County"]


def test_spans_of_datelines_lie_in_the_text():
    """A dateline's span is the town's own characters."""
    text = "A A ORVEL — Nine died."
    assert find_datelines(text, Towns("orvel")) == [Span(4, 9)]


def test_when_a_page_was_written_dates_no_event():
    """'Posted: Monday' beside a headline is no day of what it tells."""
    [event] = events_of("Two men shot in Orvel Posted: Monday, June 9, 2031 7:14 PM\n\nIt happened on Sunday.")
    assert event.date == DateRange(date(2031, 6, 8), date(2031, 6, 8))


def test_a_day_in_a_relative_clause_is_better_than_none():
    """'With a gun that he took early on Monday' says when, where nothing else does."""
    reading = read("A boy shot himself in the hand with a pistol that he took from a car early on Monday, police said.")
    assert find_setting(reading, date_tokens(reading.document, reading.parse), {}).day == MONDAY


def test_nothing_happened_after_a_report_of_it_came_out():
    """'Died on Friday' in a later report gives no day to the shooting that Tuesday's report told of."""
    early = "Anton Osrin was shot in Orvel on Sunday, police said."
    late = "Anton Osrin, who was shot in Orvel, died on Friday. He was shot in the head and killed on Friday."
    found = [e for e in events_of(early, late) if any(m.document for m in e.mentions)]
    assert found[0].date == DateRange(date(2031, 6, 8), date(2031, 6, 8))


def test_what_is_told_in_passing_does_not_date_the_news():
    """'Who had been shot last month' stands far below what the report tells of."""
    [event, *_] = events_of(
        "Five people were shot at a house in Orvel. Officers were called to the house on Monday. Neighbours wept. "
        "The street was closed. One of them, they said, had left hospital after being shot last year."
    )
    assert event.date == MONDAY


def test_what_nothing_places_is_where_the_report_is_set():
    """Further down a report too, but not where its own words name some place."""
    town = Place("Orvel", 7, 10.0, 20.0)
    [told] = tell("Nine people were killed in a raid, police said.")[:1]
    below = replace(told, lead=False, sentence=9, setting=Setting(None, town))
    assert rank_places([below]) == (town,)
    assert rank_places([replace(below, places=(Place("Kelmar province"),))]) == (Place("Kelmar province"),)


def test_the_end_of_an_unknown_name_is_no_town():
    """'Fort Tolva police' are not of Tolva; 'Now Tolva police' are."""
    gazetteer = Towns("tolva")
    assert find_forces("Fort Tolva police came.", gazetteer) == []
    assert find_forces("Now Tolva police came.", gazetteer) == [Span(4, 9)]


def test_a_town_comes_before_its_quarter():
    """'At Tolva Market in Orvel': a market is no town."""
    market = Place("Tolva Market", geonames=1, latitude=10.0, longitude=20.0)
    town = Place("Orvel", geonames=2, latitude=10.1, longitude=20.1)
    told = tell("Nine people were killed in the raid.")[0]
    assert [each.name for each in rank_places([replace(told, places=(market, town))])] == ["Orvel", "Tolva Market"]


def test_an_hour_without_a_date_is_of_the_day_of_the_report():
    """'Officers were called around 7 a.m.' was today; where the top names a day, an hour says nothing."""
    assert setting_of("A boy was shot in Orvel. Officers were called to the home around 7 a.m.").day == TUESDAY
    assert setting_of("A boy was shot in 2029. Officers were called to the home around 7 a.m.").day is None
