"""The dead and the hurt of one event: headlines, persons told of one by one, people counted together."""

from dataclasses import replace

import pytest

from accordingto.model.actor import ActorKind, Resolution
from accordingto.stages.align.claims import find_claims
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


@pytest.mark.parametrize(
    ("text", "triggers", "expected"),
    [
        ("Seven people were wounded. Two of them are in critical condition.", ["wounded"], (7, 7)),
        ("Several people were hurt in the blast. Four people were wounded.", ["hurt", "wounded"], (4, 4)),
        ("A boy was killed and six others were shot.", ["killed"], (6, 6)),
        ("At least six people were injured in the raid, none of them seriously.", ["injured"], (6, None)),
        ("Two people were wounded. Her brother was not hurt.", ["wounded"], (2, 2)),
    ],
)
def test_parts_and_the_unhurt_are_no_other_figure(text, triggers, expected):
    """Those in hospital are some of those hurt, 'others' are none of the dead, and the unhurt deny no figure."""
    assert [each for each in figures(text, *triggers) if each[0] == "injured"] == [("injured", expected)]


def test_a_headline_gives_an_age_between_commas():
    """'Orvel man, 19, shot' shoots no nineteen."""
    assert figures("Orvel man, 19, shot and killed his brother", "killed") == [("killed", (1, None))]


def test_two_subjects_without_and_are_one_person():
    """'One of the victims, Anton Osrin, died' is one."""
    assert figures("One of the victims, Anton Osrin, later died.", "died") == [("killed", (1, 1))]


def test_addresses_count_nobody():
    """'2211 Tolva Oak, where six died' are not 2211."""
    assert figures("At 2211 Tolva Oak, where six people were killed, flowers lie.", "killed") == [("killed", (6, 6))]


def test_a_total_leaves_no_room_for_the_named():
    """Beside 'two people were killed' a named victim is one of the two."""
    text = "Two people were killed in the raid. The murder of Ada Wren shocked Orvel."
    report = Report(text).actor("Ada Wren", kind=ActorKind.PERSON).passage(text).event("assault", "killed", "murder")
    assert {claim[4] for claim in report.claims() if claim[3] == "killed"} == {(2, 2)}


def test_who_is_hurt_in_one_report_and_dead_in_another_is_dead():
    """'A girl is in critical condition', then 'the girl died': nobody is left hurt."""
    early = Report("A girl was shot in Orvel. She is in critical condition.").event("assault", "shot")
    late = Report("A girl died days after she was shot in Orvel.").event("assault", "died")
    [event], [after] = early.events, late.events
    told = replace(event, mentions=(*event.mentions, *after.mentions))
    claims = find_claims([early.reading(), late.reading()], Resolution((), (), {}, {}), [told])
    assert {claim.attribute for claim in claims} == {"killed"}


@pytest.mark.parametrize(
    ("text", "triggers", "attribute", "expected"),
    [
        (
            "Three killed, one hurt in Orvel\n\nThree people were killed and another was hurt.",
            ["killed"],
            "injured",
            (1, 1),
        ),
        ("Two people were killed. A woman was also shot.", ["killed", "shot"], "injured", (1, None)),
        ("All four were shot at home. Two adults and two children were killed.", ["shot", "killed"], "injured", None),
        ("Tarn shot a boy. The boy was taken to a hospital, where he died.", ["shot", "died"], "injured", None),
        ("The blast mortally wounded a soldier.", ["wounded"], "killed", (1, None)),
    ],
)
def test_who_lived_and_who_died(text, triggers, attribute, expected):
    """A headline's one is the text's 'another'; 'also' adds one; who was shot, or taken to hospital, may be dead."""
    found = {value for name, value in figures(text, *triggers) if name == attribute}
    assert found == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("text", "triggers", "expected"),
    [
        ("Police investigate a triple murder in Orvel.", ["murder"], [("killed", (3, 3))]),
        ("Osrin's death is called a murder-suicide.", ["murder"], [("killed", (2, None))]),
        ("A guard has a wound to the upper body after the raid.", ["raid"], []),
        ("If the boy had stood there, the blast could have killed him.", ["blast"], []),
    ],
)
def test_words_that_say_how_many_and_words_that_do_not(text, triggers, expected):
    """'Triple' is three, a murder-suicide two or more; a body has parts, and what could have been was not."""
    assert figures(text, *triggers) == expected
