"""Places in running text: which place a name means, and where it lies."""

from accordingto.text.places.choose import Home, make_home
from accordingto.text.places.find import choose_candidates, find_places, locate_places
from accordingto.text.places.fold import fold_name
from accordingto.text.places.gazetteer import Candidate, Gazetteer, NoGazetteer, PlaceKind
from accordingto.text.places.precision import where_precision

__all__ = [
    "Candidate",
    "Gazetteer",
    "Home",
    "NoGazetteer",
    "PlaceKind",
    "choose_candidates",
    "find_places",
    "fold_name",
    "locate_places",
    "make_home",
    "where_precision",
]
