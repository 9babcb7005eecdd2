"""The export as text."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.ledger_json import dump_ledger
from tests.factory import make_document
from tests.harbour import COPY, WIRE, make_findings


def dump_text(text):
    """The export of a ledger whose first document has this text."""
    findings = make_findings()
    first = replace(findings.readings[0], document=make_document(text), attributions=())
    return dump_ledger(replace(findings, readings=(first,)))


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=40))
def test_any_text_comes_back(text):
    """Whatever characters an article has, the export is UTF-8 and gives them back."""
    exported = dump_text(text).encode("utf-8")
    assert json.loads(exported)["documents"][0]["text"] == text


def test_nothing_in_an_export_steers_a_terminal():
    """Control characters and marks of direction are written as escapes."""
    hostile = "\x1b[31m\x07\x9b1m\x7f\u202e\u2066\u2028"
    exported = dump_text(hostile)
    assert not set(hostile) - set("[31m") & set(exported)


def test_a_document_names_what_it_came_from():
    """A copy has its origin in common with what it copies, and says where from."""
    documents = {each["uri"]: each for each in json.loads(dump_ledger(make_findings()))["documents"]}
    assert documents["courier.txt"]["origin"] == documents["wire.txt"]["origin"] != documents["radio.txt"]["origin"]
    assert documents["wire.txt"]["derived_from"] == []
    [derived] = documents["courier.txt"]["derived_from"]
    assert (derived["document"], derived["publisher"], derived["kind"]) == (WIRE.id, "Harbour Wire", "copy")
    assert COPY.text[slice(*derived["evidence"])] == "said on its channel"
