"""``import``: a table of hand-coded reports in, events and what made them out."""

import csv

import pytest

TABLE = """\
event,outlet,deaths,day,town
e1,Harbour Wire,9,2031-05-13,Orlec
e1,Radio Sarn,31,2031-05-13,=Orlec
e2,Harbour Wire,2,2031-06-01,Sell
"""
OPTIONS = ("--event", "event", "--source", "outlet", "--count", "deaths", "--start", "day", "--text", "town")


@pytest.fixture
def table(tmp_path):
    """Three reports of two events."""
    path = tmp_path / "reports.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def read(path):
    """The rows of a table that was written."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_aggregation_stands_beside_the_others(run, table, tmp_path):
    """Four lines an event."""
    result = run("import", table, *OPTIONS, "-o", tmp_path / "events.csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "3 reports of 2 events; 1 agreed; 2 contested; 3 single\n"
    made = [(row["event"], row["aggregation"], row["deaths"]) for row in read(tmp_path / "events.csv")]
    assert made[:4] == [
        ("e1", "Most-conservative", "9"),
        ("e1", "Most-informative", "31"),
        ("e1", "Most-representative", "9"),
        ("e1", "Lineage-adjusted most-representative", "9"),
    ]
    assert [each[2] for each in made[4:]] == ["2"] * 4


def test_what_made_a_value_and_what_was_said_stand_beside_it(run, table, tmp_path):
    """A rule for each column and aggregation; each value with its origins; nothing that a spreadsheet would run."""
    run("import", table, *OPTIONS, "-o", tmp_path / "events.csv")
    rules = {(row["column"], row["aggregation"]): row for row in read(tmp_path / "events.rules.csv")}
    assert rules["deaths", "Most-conservative"]["words"] == "the smallest number of any report"
    assert rules["deaths", "Lineage-adjusted most-representative"]["words"].endswith("share one vote")
    said = [row for row in read(tmp_path / "events.answers.csv") if row["event"] == "e1" and row["column"] == "town"]
    assert [(row["status"], row["value"], row["who"]) for row in said] == [
        ("contested", "'=Orlec", "radio sarn"),
        ("contested", "Orlec", "harbour wire"),
    ]


def test_a_mapping_file_says_the_same(run, table, tmp_path):
    """The same bytes, whether columns are named by options or by a mapping."""
    mapping = tmp_path / "map.yaml"
    mapping.write_text("event: event\nsource: outlet\ncolumns: {town: text, deaths: count, day: start}\n")
    run("import", table, *OPTIONS, "-o", tmp_path / "a.csv")
    assert run("import", table, "--map", mapping, "-o", tmp_path / "b.csv").exit_code == 0
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_rows_that_cannot_be_used_are_named(run, table, tmp_path):
    """The others are used and the status is 1."""
    table.write_text(TABLE + "e3,Radio Sarn,many,2031-06-01,\n,Radio Sarn,1,,\ne4,Radio Sarn,1,June,\ne5,X,nan,,\n")
    result = run("import", table, *OPTIONS, "-o", tmp_path / "events.csv")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert "row 4: deaths is no number: many" in lines[0]
    assert "row 5: event is empty" in lines[1]
    assert "row 6: day is no day: June" in lines[2]
    assert "row 7: deaths is no number: nan" in lines[3]
    assert len(read(tmp_path / "events.csv")) == 8


BAD_MAPS = [
    "",
    "[]",
    "columns: {a: b}",
    "event: e\ncolumns: {a: sum of}",
    "event: e\nmore: 1\ncolumns: {a: text}",
    "a: &a [1]\nb: *a",
    "event: [e]\ncolumns: {}",
    "event: e\ncolumns: {a: {kind: text, precision: 3}}",
    "event: e\nrepeat: 3\ncolumns: {a: text}",
    "event: e\ntrust: a\ncolumns: {a: text}",
    "\x00",
    "{" * 3000,
]


@pytest.mark.parametrize("text", BAD_MAPS)
def test_a_mapping_that_makes_no_sense_is_refused(run, table, tmp_path, text):
    """One line, status 2, nothing written."""
    mapping = tmp_path / "map.yaml"
    mapping.write_text(text)
    result = run("import", table, "--map", mapping, "-o", tmp_path / "events.csv")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "events.csv").exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"event,outlet\n", b'event,outlet,deaths,day,town\n"e', b"\0"]
)
def test_a_table_that_is_none_is_refused(run, table, tmp_path, content):
    """Empty, not UTF-8, without the columns or rows that are needed."""
    table.write_bytes(content)
    result = run("import", table, *OPTIONS, "-o", tmp_path / "events.csv")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    "options", [(), ("--map", "eventreport", "--event", "e"), ("--map", "eventreport", "--count", "c")]
)
def test_columns_are_named_in_one_way(run, table, tmp_path, options):
    """Either with a mapping or with options."""
    result = run("import", table, *options, "-o", tmp_path / "events.csv")
    assert result.exit_code == 2
    assert "--map" in result.stderr
