"""Cells of CSV that a spreadsheet may open."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.cells import FORMULA, render_cell, render_csv


@pytest.mark.parametrize("text", ["=1+1", "+1 people", "-said", "@SUM(A1)", "\t=1", " =1", "＝1", "\n+a"])
def test_no_text_starts_a_formula(text):
    """It gets an apostrophe."""
    assert render_cell(text) == "'" + text


@pytest.mark.parametrize(
    ("value", "cell"), [(-1, "-1"), ("-1.5", "-1.5"), ("+3", "+3"), (None, ""), (9.0, "9"), (2.5, "2.5")]
)
def test_numbers_stay_numbers(value, cell):
    """-1 is a code of UCDP, not a formula."""
    assert render_cell(value) == cell


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=40))
def test_any_text_is_a_cell(text):
    """It is UTF-8, comes back from a reader of CSV, and starts no formula."""
    cell = render_cell(text)
    [_, row] = csv.reader(io.StringIO(render_csv(["a", "b"], [{"a": text, "b": "x"}]), newline=""))
    assert row == [cell, "x"]
    assert cell.encode("utf-8").decode("utf-8") == cell
    assert not FORMULA.match(cell) or float(cell) is not None
