"""Events: risings, accidents, police firing and blows, each one event under its many words."""

import pytest

from accordingto.stages.align.when import Basis
from tests.stages.align.told_world import events_of, tell, triggers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chlorine leaked from a tank at Osterby on Monday. The leak began at noon.", ["leak", "leaked"]),
        ("A gas leak at Osterby on Monday killed nine people. The gas escaped from a pipe.", ["escaped", "leak"]),
        (
            "A mine collapsed at Osterby on Monday, killing nine people. The collapse began at noon.",
            ["collapse", "collapsed"],
        ),
        ("A train derailed near Osterby on Monday. Nine people died in the derailment.", ["derailed", "derailment"]),
        ("A fire broke out at a mill in Osterby on Monday. Nine people died in the fire.", ["fire", "fire"]),
        ("An earthquake hit Osterby on Monday. Nine people were killed in the quake.", ["earthquake", "quake"]),
        ("A woman slapped a soldier in Osterby on Monday. She kicked the soldier twice.", ["kicked", "slapped"]),
        ("Police fired on protesters in Osterby on Monday. Police fired without warning.", ["fired", "fired"]),
        (
            "A plane crashed near Osterby on Monday. It was shot down, officials said. The downing was condemned.",
            ["crashed", "downing", "shot"],
        ),
        ("A dam burst near Osterby on Monday. The floods displaced 5,000 people.", ["burst", "floods"]),
        ("A tanker ran aground off Osterby on Monday, spilling oil. The spill grew.", ["ran", "spill", "spilling"]),
        ("A teacher was beaten by soldiers in Osterby on Monday. The beating was filmed.", ["beaten", "beating"]),
        ("Border guards exchanged fire near Osterby on Monday. The skirmish went on.", ["exchanged", "skirmish"]),
        ("Voters clashed in Osterby on Monday, leaving nine people dead.", ["clashed"]),
        ("Dockworkers walked off the job in Osterby on Monday. The strike went on.", ["strike", "walked"]),
        ("Nurses in Osterby went on strike on Monday. The strike by nurses began at noon.", ["strike", "went"]),
    ],
)
def test_one_event_under_its_words(text, words):
    """A leak, a collapse, a fire, a slap and shots by police are events, gone back to by their nouns."""
    (found,) = events_of(text)
    assert triggers(found, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The minister was fired in Osterby on Monday.",
        "Documents leaked in Osterby on Monday.",
        "Talks on prices collapsed in Osterby on Monday.",
        "The firing of the coach on Monday surprised Osterby.",
        "The champions beat the visitors in Osterby on Monday.",
        "The season kicked off in Osterby on Monday.",
    ],
)
def test_words_that_only_look_like_accidents(text):
    """Gas leaks and documents do so too; who is fired is not fired on."""
    assert all(each.kind.value == "reject" for each in events_of(text))


def test_a_rising_in_a_jail_is_one_event():
    """Inmates who take a jail, kill and take hostages rise: 'the revolt', 'the mutiny', 'the riot'."""
    text = (
        "Inmates took control of a jail in Osterby on Monday, killing nine people and holding six guards hostage.\n"
        "The revolt began at noon. Relatives said the mutiny was long foreseen.\n"
        "The minister said the riot was over.\n"
    )
    (found,) = events_of(text)
    assert triggers(found, text) == ["mutiny", "revolt", "riot", "took"]


def test_in_which_goes_with_its_noun():
    """'A riot in which nine were killed' counts the dead of the riot, not of the news."""
    text = (
        "Inmates took control of a jail in Osterby on Monday, killing four people.\n"
        "The gang was blamed for a riot at the Kelmar jail last November in which nine inmates were killed.\n"
    )
    assert [triggers(event, text) for event in events_of(text)] == [["took"], ["riot"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ilo Varn was released in Osterby on Friday. Varn, who was arrested by police, smiled.",
        "Ilo Varn was released in Osterby on Friday. Varn was arrested by police three days after the vote.",
    ],
)
def test_background_takes_no_day_that_stands_near(text):
    """'Who was arrested' and 'three days after the raid' have days of their own, even where none is named."""
    assert [told.dated for told in tell(text) if told.family == "arrest"] == [None]


def test_the_day_of_a_toll_is_none_of_the_deaths():
    """'The toll rose on Tuesday': the leak was before."""
    (told,) = tell("The death toll in the gas leak in Osterby rose to 17 on Tuesday.")
    assert told.dated is not None
    assert told.dated.basis is Basis.SPEECH


def test_places_before_jails_and_mines():
    """'At the Osterby jail' is in Osterby."""
    (found,) = events_of("A riot broke out at the Osterby jail on Monday, and nine inmates were killed.")
    assert [place.name for place in found.places] == ["Osterby"]


def test_the_dead_go_with_what_the_sentence_is_about():
    """'Fired on a crowd protesting over a leak': the protesters killed next were shot."""
    text = (
        "Police opened fire on a crowd in Osterby on Monday protesting over a leak that has killed nine people.\n"
        "Two protesters were killed, officials said. They fired straight at people, a woman said.\n"
    )
    assert ["fired", "killed", "opened"] in [triggers(event, text) for event in events_of(text)]
