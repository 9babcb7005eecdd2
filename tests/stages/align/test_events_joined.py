"""Events: mentions joined within and across reports, dated and named."""

from datetime import date
from itertools import permutations

from accordingto.model.document import Span
from accordingto.model.event import EventKind
from accordingto.stages.align.events import find_events
from accordingto.stages.align.lookup import EventIndex
from tests.stages.align.told_world import NOBODY, events_of, read, triggers

RAID = (
    "Rebels raided the town of Tolmir on Monday. Nine soldiers were killed. The raid lasted an hour.\n"
    "The same band had carried out a raid in Osterby in March. "
    "It carried out another raid in Osterby in April.\n"
)
RIVAL = "The army said rebels had raided Tolmir on Monday and killed nine soldiers there.\n"


def test_definite_reference_and_outcome_join():
    """'The raid' and 'nine were killed' belong to the raid told before; other months are other raids."""
    first, march, april = events_of(RAID)
    assert triggers(first, RAID) == ["killed", "raid", "raided"]
    assert (march.date.start, march.date.end) == (date(2031, 3, 1), date(2031, 3, 31))
    assert (april.date.start, april.date.end) == (date(2031, 4, 1), date(2031, 4, 30))
    assert first.date.start == first.date.end == date(2031, 6, 9)


def test_two_reports_tell_of_one_raid():
    """Same day, same town, same number: one event of two documents."""
    first, *rest = events_of(RAID, RIVAL)
    assert len({mention.document for mention in first.mentions}) == 2
    assert len(rest) == 2


def test_order_of_reading_changes_nothing():
    """Every order of the same readings gives the same events."""
    other = "Thousands protested in Osterby on Sunday against the raid on Tolmir.\n"
    readings = [read(text, uri=f"{at}.txt") for at, text in enumerate((RAID, RIVAL, other))]
    results = {tuple(find_events(order, NOBODY)) for order in permutations(readings)}
    assert len(results) == 1


def test_other_people_are_another_release():
    """Freed doctors are not freed fighters."""
    found = events_of(
        "The band freed 17 doctors in Tolmir on Monday.\n",
        "Six gunmen were released in Tolmir on Monday, a guard said.\n",
    )
    assert [event.kind for event in found] == [EventKind.RELEASE, EventKind.RELEASE]


def test_wished_event_is_none():
    """What is only wished, or only denied, founds no event."""
    assert events_of("The rebels want to storm Tolmir. No prisoners were released in Tolmir.") == []


def test_undated_news_lies_before_publication():
    """What the top of a report tells without a date happened in the days before it came out."""
    (event,) = events_of("Rebels have captured three sailors in the Tolmir region.")
    assert (event.date.start, event.date.end) == (date(2031, 6, 7), date(2031, 6, 10))


def test_undated_document_leaves_event_undated():
    """Without a date of publication nothing is guessed."""
    (event,) = events_of("Rebels captured three sailors in the Tolmir region.", published=None)
    assert event.date is None


def test_lookup_finds_the_tightest_mention():
    """Words of a clause lead to the event that the clause tells of."""
    text = "The rebels freed six doctors who were kidnapped in Tolmir in April."
    reading = read(text)
    events = find_events([reading], NOBODY)
    index = EventIndex(events)
    at = text.index("doctors")
    (mention, event), *_ = index.at(reading.document.id, Span(at, at + len("doctors")))
    assert event.kind is EventKind.RELEASE
    assert text[slice(*mention.trigger)] == "freed"
    assert [e.kind for _, e in index.before(reading.document.id, len(text))] == [EventKind.SEIZE, EventKind.RELEASE]
