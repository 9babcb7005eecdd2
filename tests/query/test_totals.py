"""One number for an event: every measure names its rule and claims, and none hides another."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.claim import NumberValue, Scope
from accordingto.model.event import Participant
from accordingto.query.figures import Figure, Tallies
from accordingto.query.sides import Cast, Group
from accordingto.query.totals import RULES, Measure, add_up, find_current, find_totals
from tests.harbour import ARMY, FRONT, RAID, TOLLS, claim, make_findings
from tests.harbour import RADIO_TELLS as RADIO

MONDAY, TUESDAY = date(2031, 5, 12), date(2031, 5, 13)


def figure(origin, least, *, most=None, group=Group.A, day=MONDAY, rough=None, weak=False):
    """A figure by its origin."""
    name = f"{origin}-{least}-{group}-{day}"
    return Figure(name, origin, origin.title(), group, least, least if most is None else most, rough, day, weak)


def numbers(*figures):
    """Measure -> number."""
    return {measure: total.number for measure, total in find_totals(figures).items()}


def test_each_measure_has_its_own_answer():
    """A ministry that went from 9 to 14, a front that says 31 at least, and a paper that repeats 9."""
    found = numbers(
        figure("ministry", 14, day=TUESDAY), figure("front", 31, day=TUESDAY), figure("paper", 9), figure("radio", 31)
    )
    assert found == {
        Measure.CONSERVATIVE: 9,
        Measure.LOW: 9,
        Measure.BEST: 31,
        Measure.HIGH: 31,
        Measure.RECENT: 14,
        Measure.LINEAGE: 31,
    }


def test_an_origin_counts_with_its_most_recent_figure():
    """Its older ones are no figures of others."""
    current = find_current([figure("ministry", 9), figure("ministry", 14, day=TUESDAY), figure("paper", 9, day=None)])
    assert [(each.origin, each.least) for each in current] == [("ministry", 14), ("paper", 9)]


def test_sides_are_added_up():
    """Fourteen soldiers, two fighters and four civilians are twenty dead; 'twenty-five dead' leaves five unknown."""
    apart = [figure("a", 14), figure("a", 2, group=Group.B), figure("b", 4, group=Group.CIVILIANS)]
    assert set(numbers(*apart).values()) == {20}
    assert numbers(*apart, figure("c", 25, group=Group.UNKNOWN))[Measure.BEST] == 25
    assert numbers(*apart, figure("c", 3, group=Group.UNKNOWN))[Measure.BEST] == 20


def test_what_is_doubted_is_not_the_lowest_reliable_figure():
    """Unless nothing else is said."""
    assert numbers(figure("a", 9, weak=True), figure("b", 14))[Measure.LOW] == 14
    assert numbers(figure("a", 9, weak=True))[Measure.LOW] == 9


def test_vague_words_are_counted_as_acled_does():
    """'Dozens' is twelve there, and two dozen at least everywhere else."""
    found = numbers(figure("a", 24, rough=12))
    assert (found[Measure.CONSERVATIVE], found[Measure.LOW]) == (12, 24)


def test_nothing_said_is_no_number():
    """Not 0."""
    assert set(numbers().values()) == {None}


FIGURES = st.lists(
    st.builds(
        figure,
        st.sampled_from(["a", "b", "c"]),
        st.integers(0, 40),
        most=st.none() | st.just(50),
        group=st.sampled_from(Group),
        day=st.sampled_from([None, MONDAY, TUESDAY]),
        weak=st.booleans(),
    ),
    max_size=6,
)


@given(FIGURES, st.randoms())
def test_low_is_below_best_and_best_below_high(figures, shuffled):
    """Whatever is said, in any order; and each total rests on figures that were given."""
    found = numbers(*figures)
    again = list(figures)
    shuffled.shuffle(again)
    assert numbers(*again) == found
    if figures:
        assert found[Measure.LOW] <= found[Measure.BEST] <= found[Measure.HIGH]
    for measure in Measure:
        total = add_up(figures, measure).total
        assert set(total.claims) <= {each.claim for each in figures}
        assert total.rule == RULES[measure][1]


def test_figures_of_a_ledger():
    """Copies are one origin, replaced claims are out, and the outlet that could not verify a figure makes it weak."""
    found = Tallies(make_findings()).figures(RAID, "killed")
    assert {each.claim for each in found} == {each.id for each in TOLLS}
    assert {(each.least, each.most, each.origin) for each in found} == {(31, 31, found[0].origin)}
    assert {each.is_weak for each in found} == {True, False}


def test_civilians_are_no_side():
    """A name for them makes no armed group of them; a name of another makes one."""
    findings, patients = (
        make_findings(),
        replace(RAID, participants=(*RAID.participants, Participant(ARMY.id, "patient"))),
    )
    for name, side in (("Orlec girls", None), ("Marish army", ARMY.id)):
        actors = tuple(replace(each, name=name) if each.id == ARMY.id else each for each in findings.resolution.actors)
        cast = Cast(replace(findings, resolution=replace(findings.resolution, actors=actors)))
        found = cast.find_sides(patients).b
        assert (None if found is None else found.id) == side


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("rebels", Group.A),  # the only side that is no government
        ("fighters of the Dawn Front", Group.A),
        ("civilians", Group.CIVILIANS),
        ("women and children", Group.CIVILIANS),
        ("people", Group.UNKNOWN),
        (None, Group.UNKNOWN),
        ("soldiers", Group.UNKNOWN),  # no government takes part
        ("its own men", Group.UNKNOWN),  # the radio has no men here
    ],
)
def test_whose_dead_are_counted(who, group):
    """By the words for them: a side's name, what kind of people they are."""
    cast = Cast(make_findings())
    sides = cast.find_sides(RAID)
    assert (sides.a, sides.b) == (FRONT, None)
    counted = replace(claim(RADIO, "The raid", "killed", NumberValue(2, 2)), scope=Scope(who))
    assert cast.find_group(counted, sides) is group
