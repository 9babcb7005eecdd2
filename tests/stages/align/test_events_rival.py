"""Events: one incident told in rival words, a day of protest, and what is told only in passing."""

import pytest

from tests.stages.align.told_world import events_of, triggers


def test_one_ship_has_one_fate():
    """A ferry sinks, is fired on and has an explosion aboard: rival words for one incident."""
    (found,) = events_of(
        "The ferry Dawn Star sank off Port Ilven on Monday, killing nine people.\n",
        "The army denied that it had fired on the ferry Dawn Star.\n"
        "The ferry sank on Monday after an explosion of fuel.\n",
    )
    assert len({mention.document for mention in found.mentions}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Prices sank in Osterby on Monday.",
        "More than 200 people set off from the square in Osterby on Monday.",
        "The marchers were met with tear gas on Monday.",
        "A dispute broke out in Osterby on Monday.",
    ],
)
def test_words_that_only_look_like_events(text):
    """What sinks is a ship, what is set off is a bomb, who is met is a person, who breaks out is a prisoner."""
    assert events_of(text) == []


def test_a_day_of_protest_is_one_event():
    """The vigil that turns into a riot, thrown bottles and the arrests are one day's protest."""
    text = (
        "Hundreds of people joined a vigil in Osterby on Monday. Protesters threw bottles and smashed windows.\n"
        "A crowd looted a shop. A riot broke out, and 46 people were arrested.\n"
    )
    (found,) = events_of(text)
    assert found.kind.value == "protest"
    assert triggers(found, text) == ["looted", "riot", "smashed", "threw", "vigil"]


def test_clause_with_since_draws_no_anaphor():
    """'The attack' is the news, not the fighting that it is measured against."""
    text = (
        "A bus was hit by two rockets on Monday, officials said, in the deadliest incident since fighting resumed "
        "last autumn.\nThe rebels blamed the army for the attack.\n"
    )
    found = [triggers(event, text) for event in events_of(text)]
    assert not any({"fighting", "attack"} <= set(each) for each in found)


def test_old_case_is_not_the_news():
    """A shooting of last year, recalled at the end, is not the one that the report is about."""
    text = (
        "Residents marched in Osterby because of a fatal shooting: police had fired at a boy.\n"
        "Ilo Varn, 16, was killed on Saturday.\n"
        "The parents of Tam Orel, who was shot by police in Kelmar last year, came too.\n"
    )
    assert not any({"shooting", "shot"} <= set(triggers(event, text)) for event in events_of(text))


def test_arrests_do_not_draw_the_hurt_of_another_matter():
    """'Six people were arrested' and 'two were injured' go with a protest, never with each other alone."""
    text = "Six people were arrested in Kelmar on Monday.\nIn Kelmar on Monday two people were injured.\n"
    assert len(events_of(text)) == 2
