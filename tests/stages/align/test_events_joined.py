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


def test_attack_looks_back_whatever_the_violence_was_called():
    """'The attack' and a bare outcome belong to the strike told before; a headline's outcome to its cause."""
    text = (
        "Orvel market toll rises to 41\n"
        "An air strike hit a market in the town of Orvel on Monday. More than 60 people were wounded.\n"
        "A monitor blamed the government for the attack. The army said that no civilian target was hit.\n"
    )
    (event,) = events_of(text)
    assert triggers(event, text) == ["attack", "hit", "strike", "toll", "wounded"]


def test_place_name_learnt_from_another_report():
    """'In the town of Orvel' in one report shows what 'the Orvel massacre' of another is named after."""
    events = events_of(
        "Warplanes struck a market in the town of Orvel on Monday, killing 23 people.\n",
        "Regime kills 50 in Orvel massacre\nJets of the regime killed 50 civilians in Orvel on Monday morning.\n",
    )
    assert len(events) == 1


def test_another_raid_elsewhere_is_another():
    """A report that tells of two raids in two towns keeps them apart, however alike they are."""
    raid = "Six people were killed in a raid by army jets on the town of Orvel on Monday. "
    other = "Eight people were killed in another raid by army jets on Monday on the town of Tolmir."
    assert len(events_of(raid + other, raid + other)) == 2


def test_outcome_and_cause_are_one():
    """'Four died when a shell hit a house' is one event, 'after the attack' of last year another."""
    text = "Four villagers died when a shell hit a house in Orvel on Monday."
    (event,) = events_of(text)
    assert len(event.mentions) == 1


def test_inquiry_looks_back_on_what_happened():
    """Who demands an inquiry into a strike that killed dozens says that it happened."""
    (event,) = events_of("The council demanded an inquiry into an air strike that killed nine people in Orvel.")
    assert event.kind is EventKind.ASSAULT


def test_the_top_of_a_report_sets_the_scene():
    """The day stands in another sentence than the deed; the day of speaking is none of it."""
    (event,) = events_of(
        "Boy shot dead in his home\nA boy was shot dead, a colonel said. It happened at dusk on Sunday at home."
    )
    assert event.date.start == event.date.end == date(2031, 6, 8)


def test_days_after_dates_the_earlier_event():
    """'Two days after it overthrew' lies before the day of the clause above."""
    text = "The junta released four ministers on Sunday, two days after it overthrew the president of Orvel."
    dates = {event.kind: event.date for event in events_of(text)}
    assert dates[EventKind.SEIZE].start == dates[EventKind.SEIZE].end == date(2031, 6, 6)
