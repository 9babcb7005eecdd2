"""A story stands while what it asked of where outlets write about is what it was."""

from accordingto.comparing.asked import Watched, holds
from accordingto.text.places import Home

HOMES = {None: Home({"AA": 0.4, "BB": 0.2}), "Wire": Home({"AA": 0.9}, {("AA", "01"): 0.5})}


def ask(outlet, country, region=None):
    """What one look at homes notes."""
    watched = Watched(HOMES)
    home = watched.homes[outlet]
    if region is None:
        assert home.countries.get(country, 0.0) == HOMES[outlet].countries.get(country, 0.0)
    else:
        assert home.regions.get((country, region), 0.0) == HOMES[outlet].regions.get((country, region), 0.0)
    return watched.asked()


def test_what_was_not_asked_may_change():
    """Another share of another country, another outlet."""
    assert holds(ask("Wire", "AA"), {**HOMES, "Wire": Home({"AA": 0.9, "BB": 0.1}), "Post": Home({"CC": 1.0})})


def test_what_was_asked_may_not():
    """Neither a share, nor one that was not there, nor a region, nor the outlet's home itself."""
    assert not holds(ask("Wire", "AA"), {**HOMES, "Wire": Home({"AA": 0.8})})
    assert not holds(ask("Wire", "CC"), {**HOMES, "Wire": Home({"AA": 0.9, "CC": 0.1})})
    assert not holds(ask("Wire", "AA", "01"), {**HOMES, "Wire": Home({"AA": 0.9}, {("AA", "01"): 0.4})})
    assert not holds(ask("Wire", "AA"), {None: HOMES[None]})


def test_asking_whether_there_is_one_is_asking():
    """By whatever way of asking a mapping."""
    watched = Watched(HOMES)
    assert "CC" not in watched.homes["Wire"].countries
    assert not holds(watched.asked(), {**HOMES, "Wire": Home({"AA": 0.9, "CC": 0.1})})
    watched = Watched(HOMES)
    assert dict(watched.homes[None].countries) == HOMES[None].countries
    assert not holds(watched.asked(), {**HOMES, None: Home({"AA": 0.4, "BB": 0.1})})
