"""The dead and the hurt of one event: headlines, persons told of one by one, people counted together."""

import pytest

from tests.stages.align.claims_world import Report


def figures(text, *triggers):
    """Attribute and value of each claim that a report makes."""
    report = Report(text).passage(text).event("assault", *triggers)
    return sorted({(claim[3], claim[4]) for claim in report.claims() if claim[1] == "asserts"}, key=repr)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Two Dead, Three Wounded After Shooting", "Shooting", [("injured", (3, 3)), ("killed", (2, 2))]),
        ("4 injured, 1 critically, in Orvel shooting", "shooting", [("injured", (4, 4))]),
        ("9-year-old boy fatally shot in Orvel hunting accident", "shot", [("killed", (1, None))]),
        ("The fatal shooting of a farmer shocked Orvel.", "shooting", [("killed", (1, None))]),
        ("A teen's death is under investigation.", "death", [("killed", (1, None))]),
        ("Both men were killed in the raid.", "raid", [("killed", (2, 2))]),
    ],
)
def test_headlines_and_nouns_tell_of_the_dead(text, trigger, expected):
    """A number beside its word, 'the death of', "somebody's death": each says how many."""
    assert figures(text, trigger) == expected


def test_people_joined_by_and_are_counted_together():
    """'Six children and two adults' are eight."""
    assert ("killed", (8, 8)) in figures("Six children and two adults were killed.", "killed")


def test_different_persons_are_added_up():
    """Two names, or two ages, are two people; a name told twice is one."""
    text = "Anton Osrin, 22, was killed. Belko Tarn, 31, died later. Osrin was killed at home."
    assert figures(text, "killed", "died later") == [("killed", (2, None))]


def test_a_total_is_not_added_to():
    """A report that says how many does not count again when it comes to each."""
    assert figures("Three people were killed. A nurse was killed at the gate.", "killed") == [("killed", (3, 3))]


def test_who_was_shot_and_died_is_not_among_the_hurt():
    """'Six shot, one fatally': five are hurt."""
    assert figures("Six shot, one fatally, at Orvel party", "shot") == [("injured", (5, 5)), ("killed", (1, 1))]


def test_an_attempt_kills_nobody():
    """'The attempted murder of five teachers' killed none of them."""
    assert figures("They were charged with the attempted murder of five teachers.", "murder") == []


def test_nobody_hurt_is_an_answer_where_nobody_says_otherwise():
    """'No one was injured' is none; beside 'two were injured' it is a denial."""
    assert figures("No one was injured in the raid.", "raid") == [("injured", (0, 0))]
    assert figures("Two were injured in the raid. No one was injured, they said.", "raid") == [("injured", (2, 2))]


def test_one_person_unhurt_is_no_answer():
    """'Her brother was not injured' says nothing of how many were."""
    assert figures("Her brother was not injured in the raid.", "raid") == []
