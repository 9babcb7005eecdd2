"""The interface for programs: the lines of the export, page by page, and no server error whatever is asked."""

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from accordingto.export.ledger_json import render_ledger
from accordingto.store import SqlStore

CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]
KINDS = ["documents", "actors", "attributions", "events", "claims", "questions"]


@pytest.fixture(scope="session")
def export(harbour):
    """The whole ledger as the export has it."""
    with SqlStore(harbour).view() as view:
        return json.loads(json.dumps(render_ledger(view.findings())))


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_of_a_kind_are_the_export(room, export, kind):
    """Each line once, by id, whatever the size of a page."""
    found, after = [], ""
    while after is not None:
        page = room.get(f"/api/{kind}", params={"after": after, "limit": 2}).json()
        found += page["items"]
        after = page["next"]
    assert found == sorted(export[kind], key=lambda line: line["id"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_is_found_by_its_id(room, export, kind):
    """It is the export's line."""
    line = export[kind][0]
    assert room.get(f"/api/{kind}/{line['id']}").json() == line


def test_lines_can_be_narrowed(room, export):
    """By status, claimer, document."""
    contested = room.get("/api/questions?status=contested").json()["items"]
    assert [each["status"] for each in contested] == ["contested"]
    claimer = export["attributions"][0]["claimer"]
    lines = room.get("/api/attributions", params={"claimer": claimer}).json()["items"]
    assert {each["claimer"] for each in lines} == {claimer}


def test_the_ledger_in_numbers(room, export):
    """How much it holds."""
    told = room.get("/api/ledger").json()
    assert told["documents"] == len(export["documents"])
    assert sum(told["questions"].values()) == len(export["questions"])


def test_the_description_is_a_page_too(room):
    """Every address of the description is on it."""
    page = room.get("/api").text
    assert all(path in page for path in room.get("/api/openapi.json").json()["paths"])


def test_no_request_makes_a_server_error(harbour_address):
    """Whatever is asked of whichever address, the answer is one that the description promises."""
    schema = schemathesis.openapi.from_url(f"{harbour_address}/api/openapi.json")
    operations = [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]
    assert len(operations) > len(KINDS) * 2
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def ask(case):
            case.call_and_validate(checks=CHECKS)

        ask()
