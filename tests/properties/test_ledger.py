"""The promises of a ledger, kept over invented stories in any order of reading."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.export.ledger_json import dump_ledger
from accordingto.pipeline import compare_readings, read_document
from tests.factory import make_document

DAY = date(2031, 5, 13)  # a Tuesday
WIRE = (
    "Fighters of the Orlec Dawn Front (ODF) raided the barracks of Tolmir on Monday, killing nine soldiers, "
    "the Marish army said.\n"
    "The ODF said that its men had killed more than 30 soldiers. The army denied this.\n"
    "\u201cWe will come back,\u201d the group\u2019s commander, Ilen Varsk, said in a statement."
)
TEXTS = {
    "wire.txt": ("Meridian Wire", WIRE),
    "copy.txt": ("Halvik Courier", WIRE + "\n(Meridian Wire)"),
    "radio.txt": ("Radio Sarn", "Varsk said on Tuesday that 31 soldiers were killed in the raid on Tolmir."),
    "post.txt": (
        "Tolmir Post",
        "The Post could not verify how many people were killed in Monday\u2019s raid on Tolmir.",
    ),
}


@pytest.fixture(scope="module")
def readings():
    """Each document of the story, read once."""
    return [
        read_document(make_document(text, uri, outlet=outlet, published=DAY)) for uri, (outlet, text) in TEXTS.items()
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(TEXTS))))
def test_order_of_reading_changes_nothing(readings, order):
    """The same documents in another order give the same ledger, to the byte."""
    shuffled = dump_ledger(compare_readings([readings[at] for at in order]))
    assert shuffled == dump_ledger(compare_readings(readings))


def test_every_span_slices_to_words(readings):
    """No span of the export is empty, runs backwards or leaves its document."""
    ledger = json.loads(dump_ledger(compare_readings(readings)))
    length = {each["id"]: len(each["text"]) for each in ledger["documents"]}
    home = {each["id"]: each["document"] for each in ledger["attributions"]}
    spans = [(a["document"], *s) for a in ledger["attributions"] for s in a["source"] + a["cue"] + a["content"]]
    spans += [(m["document"], m["start"], m["end"]) for a in ledger["actors"] + ledger["events"] for m in a["mentions"]]
    spans += [(home[c["attribution"]], *c["evidence"]) for c in ledger["claims"]]
    assert spans
    assert all(0 <= start < end <= length[document] for document, start, end in spans)


def test_a_copy_adds_no_origin(readings):
    """With or without the copy, every answer rests on as many independent origins."""
    without = [each for each in readings if each.document.uri != "copy.txt"]
    assert _origins(without) == _origins(readings)


def _origins(some):
    ledger = json.loads(dump_ledger(compare_readings(some)))
    return sorted(
        (question["attribute"], json.dumps(answer["value"].get("number")), answer["origins"])
        for question in ledger["questions"]
        for answer in question["answers"]
    )


def test_ids_point_at_lines_that_are_there(readings):
    """Every id that a line names belongs to a line of the ledger."""
    ledger = json.loads(dump_ledger(compare_readings(readings)))
    known = {
        each["id"] for part in ("documents", "actors", "attributions", "events", "claims") for each in ledger[part]
    }
    named = {a["claimer"] for a in ledger["attributions"]} - {None}
    named |= {p["actor"] for e in ledger["events"] for p in e["participants"]}
    named |= {c["attribution"] for c in ledger["claims"]}
    named |= {i for q in ledger["questions"] for a in q["answers"] for i in a["claims"]}
    named |= {i for line in ledger["claims"] + ledger["questions"] for i in line["subject"].values()}
    assert named <= known
