"""What is observed: stages with their seconds, and lines that hold no text of any document."""

import io
import json

import pytest

from accordingto.observe import note, observing, stage
from accordingto.pipeline import compare_readings, read_document
from tests.factory import make_document

WORDS = "Ilen Varsk said that nine boats burned."


def test_every_stage_of_a_run_is_counted():
    """Reading and comparing, in the order in which they ran."""
    with observing() as run:
        compare_readings([read_document(make_document(WORDS))])
    assert list(run.stages) == ["parse", "attribute", "lineage", "resolve", "stories", "align", "reconcile"]
    assert all(spent.times >= 1 and spent.seconds >= 0 and spent.peak_mib > 0 for spent in run.stages.values())


def test_the_log_is_a_json_object_a_line_without_any_text():
    """Logs travel further than ledgers."""
    log = io.StringIO()
    with observing(log):
        note("begun", command="build")
        compare_readings([read_document(make_document(WORDS))])
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [line["event"] for line in lines[:2]] == ["begun", "stage"]
    assert all({"event", "level", "timestamp"} <= set(line) for line in lines)
    assert "Varsk" not in log.getvalue()


def test_nothing_is_noted_where_nobody_observes():
    """And a stage outside costs nothing and fails nowhere."""
    with stage("alone"):
        note("unheard")
    with observing() as run:
        pass
    assert not run.stages


def test_a_stage_that_fails_is_counted_and_its_error_goes_on():
    """The profile of a run that broke shows where the time went."""
    with observing() as run, pytest.raises(ZeroDivisionError), stage("breaking"):
        _ = 1 / 0
    assert run.stages["breaking"].times == 1
