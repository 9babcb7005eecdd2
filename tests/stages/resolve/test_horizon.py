"""A document is read by as much of the world as it names."""

from accordingto.stages.resolve.nations import CountryHints, Nations
from accordingto.stages.resolve.world import Hints, Horizon, World
from accordingto.text.countries import CountryWord

WORLD = World(
    Nations(
        {"korva": CountryWord("x-korva", "name"), "korvan": CountryWord("x-korva", "demonym")},
        {"x-korva": "Korva", "x-tavik": "Tavik"},
        "",
    ),
    frozenset({"santa vela", "a m spirit", "harrow"}),
)


def see(*capitals):
    """What a document with these words sees of it."""
    return Horizon(WORLD).of(Hints(CountryHints("".join(f"{each}\n" for each in capitals), "", "", "", ""), ()))


def test_countries_that_it_names():
    """In either form, in a possessive, and by their names."""
    seen = see("Korvan", "Orlec").nations
    assert seen.learnt.keys() == {"korvan"}
    assert seen.names == {"x-korva": "Korva"}
    assert see("Korva’s").nations.learnt.keys() == {"korva"}


def test_ships_that_it_may_name():
    """By the first word of their names, in whatever letters and with whatever marks."""
    assert see("Santa", "Vela").vessels == {"santa vela"}
    assert see("A&M", "Spirit").vessels == {"a m spirit"}
    assert see("HARROW").vessels == {"harrow"}


def test_nothing_else():
    """What it does not name changes nothing of how it is read."""
    assert see("Orlec") == World(Nations({}, {}, ""), frozenset())
