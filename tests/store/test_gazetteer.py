"""The gazetteer's file: made once, opened for reading, and one line where it cannot be made."""

import sqlite3
from types import SimpleNamespace

import pytest

from accordingto.errors import LedgerError
from accordingto.pipeline import compare_readings, read_document
from accordingto.store import gazetteer
from accordingto.store.gazetteer import SqliteGazetteer, make_gazetteer, open_gazetteer
from accordingto.text.places import PlaceKind
from tests.disks import mounted
from tests.factory import make_document


@pytest.fixture
def small(monkeypatch):
    """One town is all the places there are."""
    town = ((7, "Orlec", "town", "XO", "01", 50.0, 30.0, 9000), (), ())
    monkeypatch.setattr(gazetteer, "load_towns", lambda _: [town])
    monkeypatch.setattr(gazetteer, "load_regions", lambda _: [])
    monkeypatch.setattr(gazetteer, "load_countries", lambda _: [])


def knows(places):
    """What the small gazetteer is asked."""
    return [each.geonames for each in places.candidates("orlec")] == [7]


@pytest.mark.usefixtures("small")
def test_a_folder_that_cannot_be_written(tmp_path):
    """It is made for this run alone: the same documents give the same ledger."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    assert knows(open_gazetteer(blocked))


@pytest.mark.usefixtures("small")
def test_a_folder_that_is_full(tmp_path):
    """The same; nothing half-made stays, and with room again the file is made there."""
    with mounted(tmp_path / "disk", "1m") as disk:
        with disk.full():
            assert knows(open_gazetteer(disk.path))
            assert [each.name for each in disk.path.iterdir()] == [".filler"]
        open_gazetteer.cache_clear()
        assert knows(open_gazetteer(disk.path))
        assert [each.name for each in disk.path.iterdir()] == [gazetteer.file_name()]


@pytest.mark.usefixtures("small")
def test_no_folder_can_be_written(tmp_path, monkeypatch):
    """One line, with the remedy; a ledger without points would not be the same."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(gazetteer, "_scratch", lambda: SimpleNamespace(name=str(blocked)))
    with pytest.raises(LedgerError, match=r"the gazetteer cannot be made .*; make room there, or name another folder"):
        open_gazetteer(blocked / "deeper")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("size", [0, 100, 4096, 9000])
def test_a_file_that_was_cut_short(tmp_path, size):
    """It is made anew."""
    path = tmp_path / gazetteer.file_name()
    make_gazetteer(path)
    path.write_bytes(path.read_bytes()[:size])
    assert knows(open_gazetteer(tmp_path))


@pytest.mark.usefixtures("small")
def test_a_file_that_was_overwritten(tmp_path):
    """It is named, and no document is blamed for it."""
    path = tmp_path / gazetteer.file_name()
    make_gazetteer(path)
    index = SqliteGazetteer(path)._connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'name_key'")
    page = index.fetchone()[0]
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * (page - 1)] + b"\xff" * 4096 + content[4096 * page :])
    with pytest.raises(LedgerError, match=r"the gazetteer is damaged .*; remove the file"):
        compare_readings([read_document(make_document("Nine died in Orlec."))], gazetteer=SqliteGazetteer(path))


def test_half_made_file_is_never_seen(tmp_path, monkeypatch):
    """A making that fails leaves nothing behind."""

    def fail(path):
        raise sqlite3.OperationalError(f"disk full: {path}")

    monkeypatch.setattr(gazetteer, "_fill", fail)
    with pytest.raises(sqlite3.OperationalError):
        make_gazetteer(tmp_path / "cache" / "places.sqlite")
    assert list((tmp_path / "cache").iterdir()) == []


def test_own_folder(monkeypatch, tmp_path):
    """The user may say where the file lies."""
    monkeypatch.setenv("ACCORDINGTO_CACHE", str(tmp_path))
    assert gazetteer.cache_folder() == tmp_path


def test_prepared_only_where_missing(monkeypatch, tmp_path):
    """No process is begun where the file is there."""
    monkeypatch.setenv("ACCORDINGTO_CACHE", str(tmp_path))
    (tmp_path / gazetteer.file_name()).write_bytes(b"")
    gazetteer.prepare_gazetteer()
    assert gazetteer._making == []


@pytest.mark.slow
def test_real_places(tmp_path):
    """Towns, regions by their bare name, districts and countries are found under folded names."""
    make_gazetteer(tmp_path / "places.sqlite")
    places = SqliteGazetteer(tmp_path / "places.sqlite")
    kinds = {(each.kind, each.country) for each in places.candidates("aleppo")}
    assert {(PlaceKind.REGION, "SY"), (PlaceKind.TOWN, "SY")} <= kinds
    [state] = [each for each in places.candidates("texas") if each.kind is PlaceKind.REGION]
    assert (state.geonames, state.region) == (4736286, "TX")
    assert places.region("US", "TX") == state
    assert all(each.bare for each in places.candidates("bryansk") if each.kind is PlaceKind.REGION)
    assert places.candidates("no such place") == ()
