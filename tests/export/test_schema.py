"""The published JSON Schema of accordingto-ledger/1: real exports are valid, and what breaks the contract is not."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from accordingto.export.ledger_json import dump_ledger
from accordingto.intake import read_inputs
from accordingto.ledger import extend_ledger
from accordingto.model.document import Document
from accordingto.pipeline import compare_readings, read_document
from accordingto.settings import DEFAULT_MODEL
from accordingto.store import SqlStore
from accordingto.store.gazetteer import open_gazetteer
from tests.factory import make_document
from tests.harbour import DOCUMENTS, make_findings

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "accordingto-ledger-1.schema.json").read_text("utf-8"))
EXAMPLE = Path(__file__).parents[2] / "examples" / "tolmir"
CHECK = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def export(findings):
    """The export as a program that reads it gets it."""
    return json.loads(dump_ledger(findings))


def test_the_schema_is_a_schema():
    """It keeps the rules of its own language."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_ledger_with_every_kind_of_line_is_valid():
    """The invented story has a value of each kind, a denial, a doubt, a copy and a sourceless claim."""
    CHECK.validate(export(make_findings()))


def test_what_the_stages_make_is_valid():
    """The pipeline's own output over the same reports."""
    readings = [read_document(each) for each in (*DOCUMENTS, make_document("", "empty.txt"))]
    CHECK.validate(export(compare_readings(readings)))


@pytest.mark.slow
def test_the_example_story_is_valid_and_comes_back_from_a_ledger(tmp_path):
    """The documents of examples/tolmir: what is kept is what was found, and its export keeps the contract."""
    documents = [each for each in read_inputs([EXAMPLE]) if isinstance(each, Document)]
    store = SqlStore(tmp_path / "tolmir.ledger")
    with store.writer() as writer:
        extend_ledger(writer, documents, model=DEFAULT_MODEL, watch=lambda *_: None)
    with store.view() as view:
        kept = view.findings()
        found = compare_readings(view.readings(), gazetteer=open_gazetteer())
    assert dump_ledger(kept) == dump_ledger(found)
    assert replace(kept, readings=()) == replace(found, readings=())
    assert kept.questions
    CHECK.validate(export(kept))


def test_an_empty_ledger_is_valid():
    """No documents, no lines."""
    CHECK.validate(export(compare_readings([])))


BREAKS = {
    "an unknown field": lambda ledger: ledger.update(more=1),
    "an unknown field of a claim": lambda ledger: ledger["claims"][0].update(truth=True),
    "another format": lambda ledger: ledger.update(format="accordingto-ledger/2"),
    "no questions": lambda ledger: ledger.pop("questions"),
    "a document without an origin": lambda ledger: ledger["documents"][0].update(origin=None),
    "a date that is none": lambda ledger: ledger["events"][0]["date"].update(start="2031-13-01"),
    "an unknown stance": lambda ledger: ledger["attributions"][0].update(stance="hopes"),
    "a claim that promises": lambda ledger: ledger["claims"][0].update(stance="promises"),
    "an unknown status": lambda ledger: ledger["questions"][0].update(status="true"),
    "a value of two kinds": lambda ledger: ledger["claims"][0].update(value={"actor": "a", "place": "b"}),
    "a number without a bound": lambda ledger: ledger["claims"][0].update(value={"number": {"low": 1}}),
    "a subject of two kinds": lambda ledger: ledger["claims"][0].update(subject={"actor": "a", "event": "b"}),
    "a span of three": lambda ledger: ledger["claims"][0].update(evidence=[1, 2, 3]),
    "a span before the text": lambda ledger: ledger["claims"][0].update(evidence=[-1, 2]),
    "no content": lambda ledger: ledger["attributions"][0].update(content=[]),
    "narration with a cue": lambda ledger: ledger["attributions"][0].update(form="narration", cue=[[0, 3]]),
    "an actor without a name": lambda ledger: ledger["actors"][0].update(names=[]),
    "an unknown kind of event": lambda ledger: ledger["events"][0].update(kind="battle"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_breaks_the_contract_is_invalid(name):
    """The schema is strict about fields and values."""
    ledger = deepcopy(export(make_findings()))
    BREAKS[name](ledger)
    assert not CHECK.is_valid(ledger)


def test_every_field_beyond_the_contract_says_so():
    """A field that is not required is described as ours."""
    for name, part in SCHEMA["$defs"].items():
        for field in set(part.get("properties", ())) - set(part.get("required", ())):
            described = part["properties"][field]
            if "$ref" in described:
                described = SCHEMA["$defs"][described["$ref"].rpartition("/")[2]]
            assert described["description"].startswith("Beyond the contract"), f"{name}.{field}"
