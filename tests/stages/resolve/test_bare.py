"""Bare nouns for bodies, and outlets named in short."""

import pytest

from accordingto.stages.resolve import resolve
from tests.stages.resolve.room import are_one, find_actor, read, resolve_texts

NAMED = "The Otar Police Department (OPD) said on Monday that a man was shot."


def _mentions(*texts):
    """The words that the documents have for the department."""
    actor = find_actor(resolve_texts(*texts), "Otar Police Department")
    assert actor is not None
    return [mention.text for mention in actor.mentions]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police said he had a gun.", "Police"),
        ("He was shot by police.", "police"),
        ("The officers fired first, Ada Wren said.", "The officers"),
    ],
)
def test_bare_police_are_the_one_named_body(text, words):
    """'Police' and 'the officers' are the department that the report names."""
    assert words in _mentions(f"{NAMED} {text}")


@pytest.mark.parametrize(
    "text", ["Officers in Kell said it was quiet.", "Two officers left.", "The officers involved in the shooting left."]
)
def test_words_beside_the_noun_mean_others(text):
    """Officers of another place, two of them, or those of whom more is said are not the whole body."""
    assert not any("fficers" in words for words in _mentions(f"{NAMED} {text}"))


def test_two_named_bodies_leave_bare_police_nameless():
    """Where two departments are named, 'police' may be either."""
    assert "Police" not in _mentions(f"{NAMED} The Kell Police Department left. Police said it was quiet.")


def test_bare_police_stay_in_their_document():
    """'Police' of another report are nobody of this one."""
    assert "Police" not in _mentions(NAMED, "Police said it was quiet.")


TOLD = "A witness told the Daily Post that it was dark."


def test_an_outlet_named_in_short():
    """'the Daily Post' is the 'Otar Daily Post' that published the report, and of other reports too."""
    readings = [read(TOLD, "a.txt", "Otar Daily Post"), read(TOLD, "b.txt", "Kelby Wire")]
    assert are_one(resolve(readings), "Daily Post", "Otar Daily Post")


def test_a_short_name_of_two_outlets_joins_nothing():
    """'Daily Post' of the Otar and of the Kell Daily Post are two."""
    readings = [read(TOLD, "a.txt", "Otar Daily Post"), read(TOLD, "b.txt", "Kell Daily Post")]
    found = [actor for actor in resolve(readings).actors if "Daily Post" in actor.names]
    assert len(found) == 2
