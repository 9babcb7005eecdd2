"""The gazetteer's file: made once, opened for reading, and no trouble where it cannot be made."""

import sqlite3

import pytest

from accordingto.store import gazetteer
from accordingto.store.gazetteer import SqliteGazetteer, make_gazetteer, open_gazetteer
from accordingto.text.places import NoGazetteer, PlaceKind


def test_unwritable_folder_knows_nothing(tmp_path):
    """Where the cache cannot be written, places keep their names and the run goes on."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    assert isinstance(open_gazetteer(blocked), NoGazetteer)


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
