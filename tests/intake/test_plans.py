"""Mappings and tables of hand-coded reports."""

import gzip

import pytest

from accordingto.errors import InputRefused, UsageError
from accordingto.intake.plans import load_plan, make_plan
from accordingto.intake.reports import read_reports
from accordingto.stages.aggregate import Aggregation, Kind, aggregate


def test_the_mapping_that_comes_with_the_program():
    """Six actors, each with its columns together and in its own words."""
    plan = load_plan("eventreport")
    names = [column.name for column in plan.columns]
    assert len(names) == len(set(names)) == 95
    assert names.index("actor2") == names.index("actor1_victim") + 1
    columns = {column.name: column for column in plan.columns}
    assert (columns["actor3_id"].precision, columns["actor3_id"].of) == ("actor3_precision", "actor3")
    assert columns["certain"].parts == tuple(f"certain{n}" for n in range(1, 7))
    assert all(columns[f"actor{n}_victim"].kind is Kind.COUNT for n in range(1, 7))
    assert "certain" in plan.needed  # it settles ties, though it is summed up anew


def test_a_table_in_that_layout():
    """Two reports of one event: every column has a value under every aggregation."""
    plan = load_plan("eventreport")
    row = dict.fromkeys(plan.needed, "") | {"event_id": "e", "deaths_best": "3", "actor1": "Dawn Front"}
    lines = list(aggregate([row, row | {"deaths_best": "5"}], plan))
    assert [line.aggregation for line in lines] == list(Aggregation)
    assert [line.values["deaths_best"] for line in lines] == [3, 5, 3, 3]
    assert lines[0].values.keys() == {column.name for column in plan.columns}


@pytest.fixture
def plan():
    """One count, one day."""
    return make_plan({"event": "id", "columns": {"dead": "count", "day": "start"}}, "tests")


@pytest.mark.parametrize("name", ["reports.csv", "reports.csv.gz"])
def test_tables_may_be_compressed(tmp_path, plan, name):
    """With a byte-order mark, columns in any order and more of them; what stands for 'no answer' is empty."""
    content = "\ufeffmore,day,id,dead\nx,2031-05-13,e,NA\n".encode()
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert list(read_reports(tmp_path / name, plan)) == [{"id": "e", "dead": "", "day": "2031-05-13"}]


def test_rows_of_another_length(tmp_path, plan):
    """What a row lacks is empty, and what is too much is left out."""
    (tmp_path / "reports.csv").write_text("id,dead,day\ne,1\nf,2,2031-05-13,more\n")
    rows = [row for row in read_reports(tmp_path / "reports.csv", plan) if not isinstance(row, InputRefused)]
    assert [row["dead"] for row in rows] == ["1", "2"]


@pytest.mark.parametrize("cell", ["inf", "1e999", "ten", "1,5", "\x1b[31m"])
def test_what_is_no_number(tmp_path, plan, cell):
    """It is refused, and named so that a terminal can print it."""
    (tmp_path / "reports.csv").write_text(f'id,dead,day\ne,"{cell}",\n')
    [refused] = read_reports(tmp_path / "reports.csv", plan)
    assert isinstance(refused, InputRefused)
    assert "\x1b" not in str(refused)


@pytest.mark.parametrize("content", [b"\x1f\x8b broken", b""])
def test_a_broken_archive(tmp_path, plan, content):
    """One error that names the file."""
    (tmp_path / "reports.csv.gz").write_bytes(content)
    with pytest.raises(UsageError, match=r"reports\.csv\.gz"):
        list(read_reports(tmp_path / "reports.csv.gz", plan))
