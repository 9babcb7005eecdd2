"""Values as a person would say them."""

import pytest

from accordingto.model.claim import NumberValue
from accordingto.text.spoken import agree, render_counted, render_value


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Vardan officials", "say"),
        ("doctors at the town's only hospital", "say"),
        ("the ministry", "says"),
        ("Red Plain Brigades", "says"),
        ("police", "say"),
        ("a witness", "says"),
    ],
)
def test_the_verb_goes_with_the_name(name, said):
    """Officials say, a ministry says."""
    assert agree(name, "say") == said


def test_verbs_in_y():
    """'Denies', but 'says'."""
    assert (agree("Vardany", "deny"), agree("Vardany", "say")) == ("denies", "says")


@pytest.mark.parametrize(
    ("value", "words", "said"),
    [
        (NumberValue(71, None), "more than 70 rebels died", "more than 70"),
        (NumberValue(71, None), "nothing of the kind", "at least 71"),
        (NumberValue(None, 40), "Up to 40 people", "up to 40"),
    ],
)
def test_a_number_stands_in_its_own_words(value, words, said):
    """The words of the evidence where they give the number, plain bounds elsewhere."""
    assert render_value(value, {}, [words]) == said


@pytest.mark.parametrize(
    ("value", "who", "said"),
    [("hundreds", "pupils", "hundreds of pupils"), ("1", "the pupils", "1 of the pupils"), ("9", "pupils", "9 pupils")],
)
def test_those_counted_stand_behind_the_number(value, who, said):
    """'Of' stands where a reader would say it."""
    assert render_counted(value, who) == said


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Investigators", "say"),
        ("Doctors at Kelm hospital", "say"),
        ("Rescuers", "say"),
        ("Reuters", "says"),
        ("Doctors Without Borders", "says"),
        ("The fire brigade", "says"),
    ],
)
def test_people_at_the_head_of_a_sentence_are_several(name, verb):
    """A capital makes no name of 'Doctors'; of 'Reuters' it does."""
    assert agree(name, "say") == verb
