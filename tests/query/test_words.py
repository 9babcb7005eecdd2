"""Dates, values and questions as a person would say them."""

from datetime import date

import pytest

from accordingto.lexicon import load_table
from accordingto.model.claim import ActorValue, DateValue, NumberValue, PlaceValue, Scope, TextValue
from accordingto.model.dates import DateRange
from accordingto.query.words import render_days, render_question, render_scope, render_value

MAY = DateRange(date(2031, 5, 1), date(2031, 5, 31))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2031, 5, 13), (2031, 5, 13), "13 May 2031"),
        ((2031, 5, 12), (2031, 5, 13), "12 to 13 May 2031"),
        ((2031, 5, 30), (2031, 6, 2), "30 May to 2 June 2031"),
        ((2031, 12, 30), (2032, 1, 2), "30 December 2031 to 2 January 2032"),
        ((2031, 5, 1), (2031, 5, 31), "May 2031"),
        ((2032, 2, 1), (2032, 2, 29), "February 2032"),
        ((2031, 5, 1), (2031, 6, 30), "May 2031 to June 2031"),
        ((2031, 1, 1), (2031, 12, 31), "2031"),
        ((2029, 1, 1), (2031, 12, 31), "2029 to 2031"),
    ],
)
def test_days_are_as_precise_as_they_are_known(start, end, words):
    """A month is a month, never its first day."""
    assert render_days(DateRange(date(*start), date(*end))) == words


@pytest.mark.parametrize(
    ("low", "high", "evidence", "words"),
    [
        (71, None, "killed more than 70 rebels", "more than 70"),
        (71, None, "killed some rebels", "at least 71"),
        (None, 4000, "has up to 4,000 fighters", "up to 4,000"),
        (None, 4000, "", "at most 4,000"),
        (9, 9, "killing nine soldiers", "9"),
        (2500, 2500, "", "2,500"),
        (9, 14, "", "9 to 14"),
        (None, None, "an unheard-of toll", "an unknown number"),
    ],
)
def test_a_number_is_given_in_the_words_of_its_evidence(low, high, evidence, words):
    """'more than 70' is not rewritten as '71 or more'; without words the bounds speak."""
    assert render_value(NumberValue(low, high), {}, [evidence]) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (DateValue(MAY), "May 2031"),
        (ActorValue("actor-1"), "Dawn Front"),
        (ActorValue("actor-2"), "actor-2"),
        (PlaceValue("Orlec"), "Orlec"),
        (TextValue("withdrew"), "withdrew"),
    ],
)
def test_other_values_are_given_by_name(value, words):
    """Every kind of value has words."""
    assert render_value(value, {"actor-1": "Dawn Front"}) == words


def test_scope_says_who_where_and_until_when():
    """What is left open is left out."""
    assert render_scope(Scope("soldiers", "Orlec", MAY)) == "soldiers, in Orlec, as of May 2031"
    assert render_scope(Scope()) == ""


def test_an_attribute_without_a_question_is_shown_by_its_name():
    """Attributes may come that this table does not know."""
    assert render_question("killed") == "How many were killed?"
    assert render_question("ransom_paid") == "Ransom paid?"


def test_every_attribute_that_is_counted_has_its_question():
    """'Arrested?' stood over answers of real reports; what is counted is asked for as a person would."""
    counted = load_table("en", "attributes")["attributes"]
    assert [name for name in counted if not render_question(name).startswith("How many")] == []
