"""What a number counts: how many were killed, captured, freed …, and who is counted."""

import pytest

from accordingto.stages.align.claims.anaphors import find_anaphors
from accordingto.stages.align.claims.counting import find_counts
from accordingto.stages.parse import parse
from accordingto.text.numbers import find_numbers
from tests.factory import make_document


def counts(text):
    """What a text counts: attribute, low, high, who."""
    document = make_document(text)
    found = find_counts(parse(document), text, find_numbers(text))
    return [(c.attribute, c.low, c.high, c.who) for c in found if not c.denied]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 70 fighters from the Harbour Legion were killed in Vardany.", ("killed", 71, None)),
        ("The shelling left at least six farmers dead.", ("killed", 6, None)),
        ("Osrin said there were only three sailors of the Guard who died in the storming.", ("killed", 3, 3)),
        ("The famine war took more than 9,000 lives.", ("killed", 9001, None)),
        ("The group was responsible for 6,644 deaths.", ("killed", 6644, 6644)),
        ("The death toll rose to 14.", ("killed", 14, 14)),
        ("The number of soldiers killed rose to 14.", ("killed", 14, 14)),
        ("The ministry had put the toll at nine.", ("killed", 9, 9)),
        ("A night that saw five miners killed in Maida.", ("killed", 5, 5)),
        ("Nine people are feared to have died.", ("killed", 9, 9)),
        ("The bodies of 12 people were found.", ("killed", 12, 12)),
        ("The minister said 15 people had lost their lives.", ("killed", 15, 15)),
        ("The blast wounded 20 others.", ("injured", 20, 20)),
        ("The video showed the capture of two soldiers.", ("captured", 2, 2)),
        ("More than 40 miners were taken from their barracks.", ("captured", 41, None)),
        ("The soldiers took 15 prisoners.", ("captured", 15, 15)),
        ("Some 33 miners remain captive.", ("hostages", 33, 33)),
        ("Just under 60 remain unaccounted for.", ("hostages", None, 59)),
        ("Bandits handed over 14 miners to the police.", ("released", 14, 14)),
        ("The miners were exchanged for six bandits at the ford.", ("released", 6, 6)),
        ("Four detained rebel leaders were released on Wednesday.", ("released", 4, 4)),
        ("Governor Says 12 Miners Abducted By Bandits Have Been Released", ("released", 12, 12)),
        ("The raid displaced up to 4,000 people.", ("displaced", None, 4000)),
        ("Police arrested 30 protesters.", ("arrested", 30, 30)),
        ("The army spoke of two dead.", ("killed", 2, 2)),
        ("The video showed what the Front said were twelve captured soldiers.", ("captured", 12, 12)),
        ("Three shot dead in protests, opposition says", ("killed", 3, 3)),
        ("The colonel said that nine heroes had given their lives.", ("killed", 9, 9)),
        ("Just under 60 are still held captive.", ("hostages", None, 59)),
        ("Five people were shot in Orvel.", ("injured", 5, 5)),
        ("Two were shot and killed in Orvel.", ("killed", 2, 2)),
        ("Anton Osrin was shot and killed in Orvel.", ("killed", 1, None)),
        ("They took part in an attack involving 45 people.", ("participants", 45, 45)),
    ],
)
def test_a_number_finds_what_it_counts(text, expected):
    """From the number over the counted noun to the word that says what happened."""
    assert [found[:3] for found in counts(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed or wounded.",
        "The rebels threatened to kill 40 villagers.",
        "The shelling will kill 40 people.",
        "The army seized 12 villages.",
        "The 9 July killings were condemned.",
        "She was 21 when the attack began.",
    ],
)
def test_what_is_no_count_is_left_alone(text):
    """Threats, villages, days and ages count nobody, and 'killed or wounded' says neither."""
    assert counts(text) == []


def test_each_number_has_its_own_predicate():
    """'Killed nine and wounded 20' are two counts."""
    found = counts("The blast killed nine people and wounded 20 others.")
    assert found == [("killed", 9, 9, None), ("injured", 20, 20, None)]


def test_two_numbers_and_two_fates():
    """'Six were killed and up to 20 wounded' counts both, each with its own number."""
    found = counts("At least six people were killed and up to 20 wounded in a raid on Orvel.")
    assert [each[:3] for each in found] == [("killed", 6, None), ("injured", None, 20)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 200 people were arrested, Belka said. The ministry put the number at 57.", ("arrested", 57, 57)),
        ("Vardany on Friday raised the number of soldiers killed in the raid to 14.", ("killed", 14, 14)),
        ("The ministry put the number at 57.", None),
    ],
)
def test_the_number_goes_on_about_those_counted_before(text, expected):
    """'The number' means those counted before, or those whom its own words name; alone it counts nobody."""
    document, numbers = make_document(text), find_numbers(text)
    parsed = parse(document)
    before = [each for each in find_counts(parsed, text, numbers) if each.low not in {57, 14}]
    found = [(c.attribute, c.low, c.high) for c in find_anaphors(parsed, numbers, before)]
    assert found == ([] if expected is None else [expected])


def test_a_part_is_counted_with_its_scope():
    """'Including nine children' counts the children among the dead."""
    found = counts("The strike killed at least 31 people, including nine children.")
    assert found == [("killed", 31, None, None), ("killed", 9, 9, "children")]


def test_those_spoken_of_are_not_those_counted():
    """'14 of the 60 miners kidnapped in May were freed': 14 were freed, 60 kidnapped."""
    found = counts("The army freed 14 of the 60 miners kidnapped in May.")
    assert [each[:3] for each in found] == [("released", 14, 14), ("captured", 60, 60)]


def test_whose_they_are_is_kept():
    """The scope has the words that say of which side the dead were."""
    ((_, _, _, who),) = counts("Two soldiers of the Free Harbour Legion were killed.")
    assert who == "soldiers of the Free Harbour Legion"


@pytest.mark.parametrize("text", ["", "Nine", "9 9 9 9", "killed", "No.", "“ ” “"])
def test_odd_texts_count_nothing_and_break_nothing(text):
    """Hostile text yields fewer lines, never an error."""
    assert counts(text) == []
