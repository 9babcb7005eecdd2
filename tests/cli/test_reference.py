"""``build --reference`` links actors to the entities of a file; a file that is none refuses, and nothing changes."""

import json

import pytest

from accordingto.store import SqlStore

FRONT = {
    "id": "NK-front",
    "caption": "Marish Relief Committee",
    "schema": "Organization",
    "properties": {"name": ["Marish Relief Committee"], "country": ["ml"]},
}
SHIP = {"id": "NK-ship", "schema": "Vessel", "properties": {"name": ["Marish Relief Committee"]}}
OTHER = {"id": "NK-other", "schema": "Person", "properties": {"name": "Velk Tarn"}}
TEXT = "The Marish Relief Committee said that nine people died in Orlec on Monday.\n"


@pytest.fixture
def report(tmp_path):
    """One report."""
    path = tmp_path / "wire.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def references(ledger):
    """Actor name -> entity id, and the ids of the entities that are kept."""
    with SqlStore(ledger).view() as view:
        actors, kept = view.findings().resolution.actors, view.entities()
    return {each.name: each.reference.id for each in actors if each.reference}, [each.id for each in kept]


def test_the_id_is_kept_in_ledger_list_and_export(run, report, tmp_path):
    """And survives a build without the file, and a judgement."""
    file, ledger = tmp_path / "entities.ftm.json", tmp_path / "raid.ledger"
    file.write_text("\n".join(json.dumps(each) for each in (SHIP, OTHER, FRONT)), encoding="utf-8")
    built = run("build", report, "-o", ledger, "--reference", file)
    assert built.exit_code == 0
    assert "1 of them linked to reference data" in built.stdout
    expected = ({"Marish Relief Committee": "NK-front"}, ["NK-front"])
    assert references(ledger) == expected
    assert "reference NK-front (Marish Relief Committee)" in run("actors", ledger).stdout
    exported = json.loads(run("export", ledger, "--format", "json").stdout)
    [known] = [each["reference"] for each in exported["actors"] if each["reference"]]
    assert (known["id"], known["reasons"]) == ("NK-front", ["equal name 'Marish Relief Committee'"])
    more = tmp_path / "radio.txt"
    more.write_text("The Marish Relief Committee denied this.\n", encoding="utf-8")
    assert run("build", more, "-o", ledger).exit_code == 0
    assert references(ledger) == expected


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "line 1: not JSON"),
        (b"[" * 100_000, "line 1: not JSON"),
        (json.dumps(FRONT).encode() + b"\n[]\n", "line 2: no entity"),
        (b'{"id": 1, "schema": "Person", "properties": {}}', "line 1: no entity"),
        (b'{"id": "a", "schema": "Person", "properties": []}', "line 1: no entity"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_file_that_is_none_is_refused(run, report, tmp_path, content, reason):
    """One line with the number of the bad one, status 2, no ledger."""
    file, ledger = tmp_path / "entities.ftm.json", tmp_path / "raid.ledger"
    file.write_bytes(content)
    result = run("build", report, "-o", ledger, "--reference", file)
    assert result.exit_code == 2
    assert reason in result.stderr.splitlines()[-1]
    assert not ledger.exists()
    assert run("build", report, "-o", ledger, "--reference", tmp_path / "gone.json").exit_code == 2
