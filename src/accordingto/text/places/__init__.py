"""Places in running text: which place a name means, and where it lies."""

from accordingto.text.places.choose import Home, make_home
from accordingto.text.places.find import choose_candidates, locate_places
from accordingto.text.places.fold import fold_name
from accordingto.text.places.gazetteer import Candidate, Gazetteer, NoGazetteer, PlaceKind

__all__ = [
    "Candidate",
    "Gazetteer",
    "Home",
    "NoGazetteer",
    "PlaceKind",
    "choose_candidates",
    "fold_name",
    "locate_places",
    "make_home",
]
