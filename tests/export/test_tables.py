"""UCDP's and ACLED's tables and GeoJSON: columns as the data sets have them, and a reason for every cell."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from accordingto.export.acled import COLUMNS as ACLED
from accordingto.export.facts import find_precision, has_word
from accordingto.export.formats import FORMATS
from accordingto.export.ucdp import COLUMNS as UCDP
from accordingto.export.ucdp import find_grid
from accordingto.intake import read_inputs
from accordingto.model.document import Document, Span
from accordingto.model.event import EventKind, Place
from accordingto.pipeline import compare_readings, read_document
from tests.factory import make_document
from tests.harbour import RAID, WIRE, make_findings

EXAMPLE = Path(__file__).parents[2] / "examples" / "tolmir"


def read(content):
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def export(name, findings=None):
    """The rows of a format, and its rules by column."""
    made = FORMATS[name].make(findings or make_findings())
    return read(made.content), read(made.rules)


def change(**fields):
    """The ledger made by hand, its event changed."""
    return replace(make_findings(), events=(replace(RAID, **fields),))


def test_the_columns_are_the_data_sets_own():
    """49 and 31, in order; STANDARDS has them from the code books."""
    assert (len(UCDP), len(set(UCDP)), len(ACLED), len(set(ACLED))) == (49, 49, 31, 31)
    assert (UCDP[0], UCDP[5], UCDP[24], UCDP[44], UCDP[48]) == ("id", "type_of_violence", "where_prec", "best", "gwnob")
    assert (ACLED[0], ACLED[5], ACLED[24], ACLED[28], ACLED[30]) == (
        "event_id_cnty",
        "event_type",
        "geo_precision",
        "fatalities",
        "timestamp",
    )
    [row], _ = export("ucdp")
    assert tuple(row) == UCDP
    assert export("acled")[0][0].keys() == set(ACLED)


def test_ucdp_row():
    """The raid of the story that is made by hand."""
    [row], _ = export("ucdp")
    given = {name: value for name, value in row.items() if value}
    assert given == {
        "id": RAID.id,
        "year": "2031",
        "side_a": "Dawn Front",
        "number_of_sources": "3",
        "source_article": '"Halvik Courier,2031-05-13,";"Harbour Wire,2031-05-13,";"radio.txt,,"',
        "source_office": "Halvik Courier;Harbour Wire;radio.txt",
        "source_date": "2031-05-13;2031-05-13;",
        "source_headline": ";;",
        "source_original": "Dawn Front; Ilen Varsk; Marish army",
        "where_prec": "1",
        "where_coordinates": "Orlec",
        "where_description": "Orlec; Mar valley",
        "adm_1": "Mar",
        "latitude": "1.5",
        "longitude": "2.25",
        "geom_wkt": "POINT (2.25 1.5)",
        "priogrid_gid": str(183 * 720 + 364 + 1),
        "event_clarity": "1",
        "date_prec": "2",
        "date_start": "2031-05-12 00:00:00.000",
        "date_end": "2031-05-13 00:00:00.000",
        "deaths_a": "31",
        "deaths_b": "0",
        "deaths_civilians": "0",
        "deaths_unknown": "0",
        "best": "31",
        "high": "31",
        "low": "31",
    }


def test_acled_row():
    """Dates as in downloads, the dispute in the notes, the most conservative figure."""
    [row], _ = export("acled")
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("12 May 2031", "2", "1")
    assert (row["actor1"], row["fatalities"], row["location"]) == ("Dawn Front", "31", "Orlec")
    assert row["notes"] == "raid on Orlec. Disputed: Because of killed."
    assert row["source"] == "Halvik Courier; Harbour Wire; radio.txt"
    assert FORMATS["acled"].make(make_findings()).content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["ucdp", "acled"])
def test_every_cell_has_a_reason(name):
    """Filled or empty; and what rests on claims names them."""
    rows, rules = export(name)
    assert [(each["column"], each["value"]) for each in rules] == [pair for row in rows for pair in row.items()]
    assert all(each["rule"] and each["why"] for each in rules)
    toll = next(each for each in rules if each["column"] in {"best", "fatalities"})
    assert toll["claims"].startswith("claim-")
    assert toll["rule"].startswith("totals.")


def test_what_is_no_event_of_a_data_set_is_left_out_with_a_reason():
    """No death for UCDP, a conversation for ACLED."""
    rows, rules = export("ucdp", replace(make_findings(), claims=()))
    assert (rows, [each["rule"] for each in rules]) == ([], ["export.left-out.v1"])
    rows, [rule] = export("acled", change(kind=EventKind.CONSULT))
    assert (rows, rule["why"]) == ([], "ACLED codes no events of the kind 'consult'")


@pytest.mark.parametrize(
    ("kind", "label", "event_type", "sub_event_type"),
    [
        (EventKind.ASSAULT, "Shelling of Orlec", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
        (EventKind.ASSAULT, "suicide bombing in Orlec", "Explosions/Remote violence", "Suicide bomb"),
        (EventKind.ASSAULT, "raid on Shellington", "", ""),  # one side, armed victims: not told what it was
        (EventKind.PROTEST, "Riots in Orlec", "Riots", "Violent demonstration"),
        (EventKind.PROTEST, "March in Orlec", "Protests", "Excessive force against protesters"),
        (EventKind.SEIZE, "Kidnapped teachers", "Violence against civilians", "Abduction/forced disappearance"),
        (EventKind.SEIZE, "Town taken", "Strategic developments", "Non-violent transfer of territory"),
        (EventKind.AGREE, "Ceasefire", "Strategic developments", "Agreement"),
        (EventKind.COERCE, "Arrests in Orlec", "Strategic developments", "Arrests"),
    ],
)
def test_kinds_of_events(kind, label, event_type, sub_event_type):
    """PLOVER's types and the words of the event make ACLED's."""
    [row], _ = export("acled", change(kind=kind, label=label))
    assert (row["event_type"], row["sub_event_type"]) == (event_type, sub_event_type)


def test_what_the_ledger_does_not_know_is_empty():
    """No date, no place, nobody who took part: nothing is made up."""
    bare = change(date=None, places=(), participants=())
    [row], rules = export("ucdp", replace(bare, questions=()))
    assert not any(row[name] for name in ("year", "date_start", "date_prec", "country", "where_prec", "side_a"))
    assert next(each["why"] for each in rules if each["column"] == "date_start") == "nothing dates the event"
    [row], _ = export("acled", replace(bare, questions=()))
    assert not any(row[name] for name in ("event_date", "time_precision", "location", "actor1", "timestamp"))


HOSTILE = '=HYPERLINK("http://x","y")\r\n\x1b[31m\u202e\ud800,;\''


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_hostile_words(name):
    """Formulas, quotation marks, controls and half characters in labels, titles, outlets and places."""
    document = replace(make_document(HOSTILE + WIRE.text, "wire.txt", outlet=HOSTILE), id=WIRE.id, title=HOSTILE)
    findings = change(label=HOSTILE, places=(Place(HOSTILE),))
    readings = tuple(replace(r, document=document) if r.document.id == WIRE.id else r for r in findings.readings)
    made = FORMATS[name].make(replace(findings, readings=readings))
    for content in (made.content, made.rules or b""):
        text = content.decode("utf-8")
        assert not set("\x1b\u202e\r") & set(text)
    if FORMATS[name].has_rules:
        cells = [cell for row in read(made.content) + read(made.rules) for cell in row.values()]
        assert any(cell.startswith("'=") for cell in cells)
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_ledger_gives_the_same_bytes(name):
    """And an empty one gives a file, too."""
    assert FORMATS[name].make(make_findings()) == FORMATS[name].make(make_findings())
    FORMATS[name].make(compare_readings([]))


def test_geojson():
    """A point where the place is known, else the geometry null; every measure stands beside the others."""
    collection = json.loads(FORMATS["geojson"].make(make_findings()).content)
    [feature] = collection["features"]
    assert (collection["type"], feature["type"], feature["id"]) == ("FeatureCollection", "Feature", RAID.id)
    assert feature["geometry"] == {"type": "Point", "coordinates": [2.25, 1.5]}
    assert len(feature["properties"]["killed"]) == 6
    assert json.loads(FORMATS["geojson"].make(change(places=())).content)["features"][0]["geometry"] is None


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place("Orlec", 1, 1.0, 1.0, "ZZ", "Mar"), 1),
        (Place("Sell district", 1, 1.0, 1.0, "ZZ", "Mar"), 3),
        (Place("Mar", 1, 1.0, 1.0, "ZZ", "Mar"), 4),
        (Place("Mar Province", 1, 1.0, 1.0, "ZZ", "Mar Province"), 4),
        (Place("Norvia", 1, 1.0, 1.0, "ZZ", None), 6),
        (Place("Orlec"), None),
    ],
)
def test_precision_of_places(place, code):
    """As far as name and region tell."""
    assert find_precision(place) == code
    assert find_precision(place, is_near=True) == (2 if code == 1 else code)


@pytest.mark.parametrize(
    ("words", "code"), [("raid near Orlec", "2"), ("raid on Orlec", "1"), ("raid outside Orlec", "2")]
)
def test_near_a_place(words, code):
    """As most mentions have it."""
    document = replace(WIRE, text=words)
    mention = replace(RAID.mentions[0], span=Span(0, len(words)), trigger=Span(0, 4))
    findings = change(mentions=(mention,))
    readings = tuple(replace(r, document=document) if r.document.id == WIRE.id else r for r in findings.readings)
    [row], _ = export("ucdp", replace(findings, readings=readings))
    assert row["where_prec"] == code


@pytest.mark.parametrize(
    ("point", "cell"), [((-90, -180), 1), ((-89.9, -179.4), 2), ((-89.4, -180), 721), ((90, 180), 259200)]
)
def test_grid(point, cell):
    """Half-degree cells, counted from the south-west."""
    assert find_grid(*point) == cell


def test_words_are_whole():
    """'shell' is not in 'Shellington'."""
    assert has_word("a car bomb, then", ["car bomb"])
    assert not has_word("carbombs", ["car bomb"])


@pytest.mark.slow
def test_the_example_story():
    """The raid of examples/tolmir: two sides, and the figures of both."""
    documents = [each for each in read_inputs([EXAMPLE]) if isinstance(each, Document)]
    rows, _ = export("ucdp", compare_readings([read_document(each) for each in documents]))
    raid = max(rows, key=lambda row: int(row["number_of_sources"]))
    assert {raid["side_a"], raid["side_b"]} >= {"Norvia"}
    assert "Sarn Valley" in raid["side_b"]
    assert (raid["type_of_violence"], raid["where_coordinates"], raid["date_start"][:10]) == (
        "1",
        "Tolmir",
        "2024-05-14",
    )
    assert int(raid["low"]) <= int(raid["best"]) <= int(raid["high"])
    assert int(raid["deaths_a"]) in {9, 14}
    assert int(raid["high"]) >= 31
