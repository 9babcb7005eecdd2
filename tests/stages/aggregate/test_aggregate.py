"""Several reports of an event become one line under each aggregation."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.claim import Status
from accordingto.stages.aggregate import Aggregation, aggregate, find_spreads
from tests.stages.aggregate.room import PLAN, report, rows

CONSERVATIVE, INFORMATIVE, REPRESENTATIVE, LINEAGE = Aggregation


def settle(reports, column):
    """What each aggregation makes of a column."""
    return [line.values[column] for line in aggregate(reports, PLAN)]


@pytest.mark.parametrize(
    ("column", "cells", "expected"),
    [
        ("killed", ["9", "14", "14"], [9, 14, 14]),
        ("killed", ["9", "14"], [9, 14, 9]),  # of tied numbers the smallest
        ("killed", ["", "14", ""], [14, 14, 14]),  # a count that is not given is no count
        ("killed", ["", ""], [None, None, None]),
        ("fire", ["0", "1"], [0, 1, 1]),  # a tie counts as 1
        ("fire", ["0", "0", "1"], [0, 1, 0]),
        ("day", ["2031-05-01", "2031-05-04", "2031-05-04"], ["2031-05-01", "2031-05-04", "2031-05-04"]),
        ("day", ["2031-05-01", "2031-05-04"], ["2031-05-01", "2031-05-04", "2031-05-02"]),  # the middle, rounded down
        ("last", ["2031-05-01", "2031-05-04", "2031-05-04"], ["2031-05-04", "2031-05-01", "2031-05-04"]),
        ("checked", ["0", "1", "0"], [1, 1, 1]),
        ("means", ["Fire; Knives", "Unknown", "Fire"], ["Indeterminate", "Fire; Knives", "Indeterminate"]),
        ("quoted", ["One", "Two", "One"], ["One; Two", "One; Two", "One; Two"]),
        ("actor1", ["Dawn Front", "", ""], [None, None, None]),  # a missing value counts as one
    ],
)
def test_the_rules(column, cells, expected):
    """Each kind of column has a rule under each of the three published aggregations."""
    assert settle(rows(column, *cells), column)[:3] == expected


def test_ties_go_to_the_most_trusted_report():
    """First by the first column of trust, then by the second."""
    tied = rows("actor1", "Dawn Front", "Marish army")
    assert settle(tied, "actor1") == ["Indeterminate"] * 4
    tied[1]["sure"] = "2"
    assert settle(tied, "actor1") == ["Marish army"] * 4
    tied[0]["class"] = "3"
    assert settle(tied, "actor1") == ["Dawn Front"] * 4


def test_precision_decides_who_votes():
    """The least precise reports are the conservative ones, the most precise the informative ones."""
    given = [report(outlet=name, town=town, near=near) for name, town, near in [
        ("A", "Orlec", "3"), ("B", "Orlec harbour", "5"), ("C", "Orlec", "3"), ("D", "Mar valley", "1"),
    ]]  # fmt: skip
    assert settle(given, "town") == ["Mar valley", "Orlec harbour", "Orlec", "Orlec"]


def test_a_report_of_unknown_precision_may_be_the_least_precise():
    """It stands against the value of the least precise report, and nothing settles that tie."""
    given = [report(outlet="A", town="Orlec", near="3"), report(outlet="B", town="", near="")]
    assert settle(given, "town")[:2] == ["Indeterminate", "Orlec"]


def test_nobody_has_no_party():
    """'Of no party' is a value, 'there is no such actor' is none; the two are tied here."""
    given = [
        report(outlet="A", actor1="Mayor"),
        report(outlet="B"),
        report(outlet="C", actor1="Mayor", actor1_party="X"),
    ]
    assert settle(given, "actor1_party")[2] == "Indeterminate"
    assert settle([report(actor1="Mayor"), report(actor1="Mayor", outlet="B")], "actor1_party")[2] is None


def test_roles():
    """One actor initiates; a bystander of any report perpetrates nothing."""
    both = {"actor1": "Dawn Front", "actor2": "Marish army"}
    given = [
        report(outlet="A", actor1_first="1", actor1_did="1", actor2_did="1", **both),
        report(outlet="B", actor1_first="1", actor2_first="1", actor2_saw="1", **both),
    ]
    line = next(aggregate(given, PLAN)).values
    assert (line["actor1_first"], line["actor2_first"]) == (1, 0)
    assert (line["actor1_did"], line["actor2_did"], line["actor2_saw"]) == (1, 0, 1)
    assert next(aggregate([report()], PLAN)).values["actor1_first"] is None


def test_what_is_made_of_other_values():
    """Sums, numbers of reports and fixed columns."""
    given = [report(checked="1"), report(seen="1")]
    line = list(aggregate(given, PLAN))
    assert [each.values["total"] for each in line] == [2, 2, 2, 2]
    assert [each.values["reports"] for each in line] == [2, 2, 2, 1]
    assert (line[0].reports, line[0].origins, line[0].values["unit"]) == (2, 1, "Event")


def test_an_outlet_that_reports_often_has_one_vote():
    """Three dispatches of one agency do not outvote two others; under 'The AP' it is the same agency."""
    given = [report(outlet=name, killed=killed) for name, killed in [
        ("AP", "30"), ("the AP", "30"), ("Associated Press", "30"), ("Harbour Wire", "9"), ("Radio Sarn", "9"),
    ]]  # fmt: skip
    assert settle(given, "killed") == [9, 30, 30, 9]


def test_an_origin_that_changes_its_mind_shares_its_vote():
    """'9' then '14' are half a vote each."""
    given = [report(outlet="A", killed="9"), report(outlet="A", killed="14"), report(outlet="B", killed="14")]
    assert settle(given, "killed")[3] == 14


def test_reports_of_nobody_are_one_origin():
    """Nobody vouches for two unnamed sources being two."""
    given = [report(outlet="", killed="30"), report(outlet="", killed="30"), report(outlet="A", killed="9")]
    assert settle(given, "killed")[2:] == [30, 9]


CELLS = st.lists(st.sampled_from(["", "1", "2", "7"]), min_size=1, max_size=4)


@given(CELLS)
def test_with_one_report_an_origin_lineage_changes_nothing(cells):
    """Then the most representative value and the lineage-adjusted one are the same."""
    *_, representative, lineage = aggregate(rows("killed", *cells), PLAN)
    assert {**lineage.values, "reports": 0} == {**representative.values, "reports": 0}


@given(CELLS)
def test_repeating_an_origin_changes_nothing(cells):
    """A copy of a report, under its own origin's name, moves no lineage-adjusted value."""
    once = rows("killed", *cells)
    again = [each for each in once for _ in range(3)]
    assert settle(once, "killed")[3] == settle(again, "killed")[3]


@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(["", "1", "2"])), min_size=1, max_size=4))
def test_the_order_of_reports_changes_no_number(given_rows):
    """Only joined texts and the order of events follow the table."""
    reports = [report(outlet=outlet, killed=killed) for outlet, killed in given_rows]
    assert len({tuple(settle(list(each), "killed")) for each in permutations(reports)}) == 1


def test_disagreement_is_kept():
    """Which origins gave which value, and how the column stands."""
    given = [report(outlet="A", killed="9"), report(outlet="B", killed="14"), report(outlet="C", killed="14", fire="1")]
    spreads = {each.column: each for each in find_spreads(given, PLAN)}
    assert spreads["killed"].values == {14.0: ("b", "c"), 9.0: ("a",)}
    assert (spreads["killed"].status, spreads["killed"].distinct) == (Status.CONTESTED, 2)
    assert spreads["fire"].status is Status.SINGLE
    assert "day" not in spreads
