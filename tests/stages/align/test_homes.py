"""Where outlets write about, and what a story's other documents say for sure of where it lies."""

from dataclasses import replace

from accordingto.stages.align.homes import find_homes, find_sure, home_of
from accordingto.text.places import Candidate, PlaceKind
from tests.stages.align.told_world import read

PLACES = {
    "kalvia": Candidate(1, "Kalvia", PlaceKind.REGION, "KV", "01", 10.0, 20.0, 900_000),
    "orvel": Candidate(2, "Orvel", PlaceKind.TOWN, "KV", "01", 10.1, 20.1, 9_000),
}


class Kalvia:
    """A gazetteer of one region and a town in it."""

    def candidates(self, key):
        """The one place of a name."""
        return [PLACES[key]] if key in PLACES else []

    def region(self, *_):
        """No names of regions."""


def written(text, outlet=None, number=0):
    """A reading of an invented report by an outlet."""
    made = read(text)
    return replace(made, document=replace(made.document, id=f"doc-{number}", outlet=outlet))


def test_an_outlet_named_after_a_region_writes_about_it():
    """'nbckalvia.example' says so in its name, where few of its reports are known."""
    readings = [written("The governor of Kalvia spoke in Kalvia.", "nbckalvia.example")]
    homes = find_homes(readings, Kalvia())
    assert set(home_of("nbckalvia.example", homes).regions) == {("KV", "01")}
    assert not home_of("orlec.example", homes).regions


def test_a_region_in_one_report_places_the_others_of_its_story():
    """'Orvel, Kalvia' in one report tells which Orvel the next one means."""
    readings = [written("Shots were fired in Orvel, Kalvia.", number=1), written("Shots were fired.", number=2)]
    sure = find_sure(readings, Kalvia())
    assert sure["doc-1"] == ()
    assert {each.name for each in sure["doc-2"]} <= {"Kalvia", "Orvel"}
