"""``export`` in the columns of a data set: the table, and beside it what made its values."""

import csv

import pytest


@pytest.mark.parametrize("form", ["ucdp", "acled"])
def test_the_rules_stand_beside_the_table(run, ledger, tmp_path, form):
    """raid.csv and raid.rules.csv."""
    assert run("export", ledger, "--format", form, "-o", tmp_path / "raid.csv").exit_code == 0
    with (tmp_path / "raid.rules.csv").open(encoding="utf-8", newline="") as file:
        assert {row["column"] for row in csv.DictReader(file)} >= {"latitude", "longitude"}
    assert (tmp_path / "raid.csv").stat().st_size > 0


@pytest.mark.parametrize("form", ["ucdp", "acled"])
@pytest.mark.parametrize("output", [(), ("-o", "/dev/null"), ("-o", ".")])
def test_a_table_without_its_rules_is_not_written(run, ledger, form, output):
    """Standard output, a device and a folder have no room for two files: one line says what to do."""
    result = run("export", ledger, "--format", form, *output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "name a file with -o" in result.stderr


def test_geojson_is_printed(run, ledger):
    """It carries its rules itself."""
    assert run("export", ledger, "--format", "geojson").stdout.startswith('{\n "type": "FeatureCollection"')
