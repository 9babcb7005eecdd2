"""Which place a name means, asked of a small invented gazetteer."""

import pytest

from accordingto.model.document import Span
from accordingto.text.places import (
    Candidate,
    NoGazetteer,
    PlaceKind,
    choose_candidates,
    fold_name,
    locate_places,
    make_home,
    where_precision,
)


def place(number, name, kind, country, region, *rest):
    """A place; ``rest`` is latitude, longitude and population."""
    latitude, longitude, population = rest
    return Candidate(number, name, PlaceKind(kind), country, region, latitude, longitude, population)


# Two towns called Ostrel: a small one in a region called Ostrel, too, and a large one in another country.
PLACES = [
    place(1, "Ostrel", "town", "RU", "01", 50.0, 36.0, 20_000),
    place(2, "Ostrel Oblast", "region", "RU", "01", 50.5, 36.5, 300_000),
    place(3, "Ostrel", "town", "CA", "09", 45.0, -80.0, 400_000),
    place(4, "Velin", "town", "RU", "01", 50.1, 36.2, 9_000),
    place(5, "Maronia", "region", "CA", "09", 46.0, -81.0, 900_000),
    place(6, "Russia", "country", "RU", "", 60.0, 90.0, 140_000_000),
    place(7, "Moscow", "town", "RU", "48", 55.8, 37.6, 10_000_000),
]
NAMES = {"ostrel": (3, 2, 1), "ostrel oblast": (2,), "velin": (4,), "maronia": (5,), "russia": (6,), "moscow": (7,)}


class Invented:
    """A gazetteer of seven places."""

    def candidates(self, key):
        return tuple(PLACES[number - 1] for number in NAMES.get(key, ()))

    def region(self, country, code):
        return next((p for p in PLACES if p.kind == "region" and (p.country, p.region) == (country, code)), None)


def chosen(text, *names, **options):
    """GeoNames ids of these names of the text."""
    spans, start = [], 0
    for name in names:
        start = text.index(name, start)
        spans.append(Span(start, start + len(name)))
        start += len(name)
    return [None if each is None else each.geonames for each in choose_candidates(text, spans, Invented(), **options)]


def test_largest_without_context():
    """A bare name with nothing around it is the one that most reports mean."""
    assert chosen("A boat left Maronia.", "Maronia") == [5]


def test_neighbour_decides():
    """A place near another place of the text outweighs a larger namesake far away."""
    assert chosen("From Ostrel town they drove to Velin, in Russia.", "Ostrel town", "Velin", "Russia") == [1, 4, 6]


def test_region_after_comma():
    """'Ostrel, Maronia' is the Ostrel that lies in Maronia."""
    assert chosen("It rained in Ostrel, Maronia.", "Ostrel", "Maronia") == [3, 5]


def test_word_for_what_it_is():
    """'Ostrel region' is a region even where a larger town bears the name."""
    assert chosen("It rained in the Ostrel region.", "Ostrel region") == [2]


def test_home_of_the_outlet():
    """An outlet that writes about one region means that region's town."""
    home = make_home([PLACES[3]])
    assert chosen("Shots were heard in Ostrel town.", "Ostrel town", home=home) == [1]


def test_people_and_seats():
    """An adjective stands for the country, a seat of government for the capital."""
    assert chosen("Russian troops; the Kremlin was silent.", "Russian", "Kremlin") == [6, 7]


def test_unknown_keeps_its_words():
    """A name that nothing bears keeps its words and gets no point."""
    [found] = locate_places("In Qarvela.", [Span(3, 10)], NoGazetteer())
    assert (found.name, found.geonames, found.latitude) == ("Qarvela", None, None)


def test_region_of_a_town():
    """A located town says in which region it lies."""
    [found] = locate_places("In Velin.", [Span(3, 8)], Invented())
    assert (found.name, found.country, found.region) == ("Velin", "RU", "Ostrel Oblast")


@pytest.mark.parametrize(
    ("name", "key"), [("Deir al-Zôr", "deir al zor"), ("№ 4", "no 4"), ("St. John’s", "st johns"), ("ŁÓDŹ", "lodz")]
)
def test_fold(name, key):
    """Accents, points and case tell no places apart."""
    assert fold_name(name) == key


def test_precision():
    """A town is a 1 in UCDP's codes, near it a 2, its region a 4."""
    town, region = PLACES[:2]
    assert (where_precision(town), where_precision(town, "a camp near "), where_precision(region)) == (1, 2, 4)


def test_another_region_after_the_comma_leaves_no_point():
    """'Velin, Maronia' is none of the Velins known: the only one lies in another country."""
    assert chosen("Shots were fired in Velin, Maronia.", "Velin", "Maronia") == [None, 5]


def test_a_small_town_far_from_everything_else_may_be_left_out():
    """Where strays are unwelcome, a hamlet's name is no point on another continent."""
    text = "Police of Ostrel in Maronia went to Velin."
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("Ostrel", "Maronia", "Velin")]
    assert [each.geonames for each in locate_places(text, spans, Invented())] == [3, 5, 4]
    assert [each.geonames for each in locate_places(text, spans, Invented(), strays=False)] == [3, 5, None]


def test_a_small_town_among_unknown_names_may_be_left_out():
    """Where most names are of no land that the gazetteer has, a Velin is hardly the one it knows."""
    text = "The men of Tolmir fled from Kelmar to Velin."
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("Tolmir", "Kelmar", "Velin")]
    assert locate_places(text, spans, Invented())[2].geonames == 4
    assert locate_places(text, spans, Invented(), strays=False)[2].geonames is None
    home = make_home([PLACES[3]])
    assert locate_places(text, spans, Invented(), home=home, strays=False)[2].geonames == 4
