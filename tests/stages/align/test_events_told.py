"""Mentions of events: what names one, how real it is, when, where and who."""

from datetime import date
from time import process_time

import pytest

from accordingto.model.dates import DateRange
from accordingto.stages.align.reality import Reality
from accordingto.stages.align.when import Basis
from tests.stages.align.told_world import TUESDAY, tell


def days(start, end=None):
    """A range from ISO days."""
    return DateRange(date.fromisoformat(start), date.fromisoformat(end or start))


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Rebels stormed the village of Tolmir.", "attack"),
        ("The Free Harbour Legion launched a raid into Tolmir.", "fighting"),
        ("Gunmen took part in an attack on a market in Tolmir.", "attack"),
        ("The rebels captured three sailors in Tolmir.", "capture"),
        ("The rebels captured the town of Tolmir.", "occupation"),
        ("Six doctors were kidnapped from their clinic in Tolmir.", "abduction"),
        ("The rebels freed six doctors in Tolmir.", "release"),
        ("Thousands protested in Tolmir.", "protest"),
        ("The two sides signed an agreement in Tolmir.", "agreement"),
        ("The council banned Joran Velk in 2029.", "sanction"),
        ("Police arrested Joran Velk in Tolmir.", "arrest"),
        ("The soldiers withdrew from Tolmir.", "withdrawal"),
        ("An airstrike hit a market in Tolmir.", "airstrike"),
        ("Officers seized power in Osrin.", "coup"),
    ],
)
def test_word_names_family(text, family):
    """Verbs, nouns and light verbs name an event of their family."""
    assert [told.family for told in tell(text)] == [family]


@pytest.mark.parametrize(
    "text",
    [
        "The governor released a report on Monday.",
        "He fights for freedom.",
        "The Ministry of War in Tolmir is old.",
        "The rebels will storm the village.",
        "The rebels want to storm the village.",
        "The governor promised to free the prisoners.",
        "If the rebels storm the village, people will leave.",
        "They met in March.",
    ],
)
def test_not_an_attack(text):
    """Things released, figures of speech, names and what is only wished, promised or supposed name no violence."""
    assert {told.family for told in tell(text)} <= {"meeting"}


def test_denied_event_is_kept_apart():
    """What somebody says did not happen is a mention, but no telling that it happened."""
    (told,) = tell("No rebels were released in Tolmir.")
    assert told.reality is Reality.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "The rebels managed to storm the village.",
        "The gang is thought to be behind an ambush in Tolmir.",
        "The rebels may have stormed the village.",
        "He boasted to have led an assault on Tolmir.",
    ],
)
def test_actual_in_spite_of_infinitive(text):
    """Implicative and reporting verbs leave an event actual."""
    assert tell(text)[0].reality is Reality.ACTUAL


def test_outcome_belongs_to_violence_beside_it():
    """'An attack that killed nine' is one telling; two clauses about two events are two."""
    (told,) = tell("An attack that killed nine people in Tolmir shocked the country.")
    assert told.family == "attack"
    first, second = tell("The rebels freed six doctors who were kidnapped in June.")
    assert (first.family, second.family) == ("release", "abduction")
    assert not first.telling.span.overlaps(second.telling.span)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marines carried out a raid on Tolmir in March.", days("2031-03-01", "2031-03-31")),
        ("The ministry said on Sunday that its jets had bombed a depot.", days("2031-06-08")),
        ("On May 20, the marines reported that they had retaken the port of Tolmir.", days("2031-05-20")),
        ("Monday's raid shocked Tolmir.", days("2031-06-09")),
        ("The 2029 massacre shocked Tolmir.", days("2029-01-01", "2029-12-31")),
    ],
)
def test_dates_of_clause_and_of_telling(text, expected):
    """An event takes the date of its clause, of its noun, or of the day on which it is told."""
    assert tell(text, published=TUESDAY)[0].dated.days == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Smugglers ambushed a patrol in the Tolmir region at night.", ("Tolmir region",)),
        ("Troops retook the village of Tolmir.", ("Tolmir",)),
        ("The army of France attacked the rebels.", ()),
        ("Nine people were killed in a raid near Lyon.", ("Lyon",)),
    ],
)
def test_places_say_where_not_whose(text, places):
    """Names after 'in' and of towns and regions are places; the owner of an army is a side."""
    assert tuple(place.name for place in tell(text)[0].places) == places


def test_parties_with_roles_and_numbers():
    """Who does it, who is done to, and how many of them."""
    (told,) = tell("The rebels freed 17 of the doctors in Tolmir.")
    found = {party.role: (party.lemma, party.count) for party in told.parties}
    assert found == {"agent": ("rebel", None), "patient": ("doctor", 17)}


@pytest.mark.parametrize("text", ["", "\n\n", "“”", "raid", "attacks attacks attacks " * 400, "(" * 500])
def test_odd_texts(text):
    """No text is too odd to be read."""
    tell(text)


def test_noun_is_not_dated_by_the_verb_beside_it():
    """'Sentenced on Friday for the raid' does not put the raid on Friday; 'a raid took place on Friday' does."""
    beside = [told for told in tell("Joran Velk was sentenced on Friday for the raid.") if told.family == "fighting"]
    assert beside[0].dated is None or beside[0].dated.basis < Basis.SPEECH
    (own,) = tell("A raid took place in Tolmir on Friday.")
    assert own.dated.basis is Basis.OWN


@pytest.mark.slow
def test_one_endless_sentence_is_read_in_time():
    """A list as long as a chapter costs as much a word as a short one."""
    short, long = ("raid, " * 300, "raid, " * 3000)
    tell(short)
    begun = process_time()
    tell(long)
    assert process_time() - begun < 20
