"""UCDP's codes for how precisely a place is known (where_prec)."""

from accordingto.text.places.gazetteer import Candidate, PlaceKind

_CODES = {
    PlaceKind.TOWN: 1,
    PlaceKind.DISTRICT: 3,
    PlaceKind.REGION: 4,
    PlaceKind.AREA: 5,
    PlaceKind.COUNTRY: 6,
    PlaceKind.CONTINENT: 7,
}
_NEAR = ("near ", "outside ", "close to ", "around ", "outskirts of ")


def where_precision(candidate: Candidate, before: str = "") -> int:
    """1 a town, 2 near one, 3 a district, 4 a region, 5 a wide or fuzzy area, 6 a country, 7 wider.

    Args:
        candidate: the place chosen.
        before: the words right before its name; 'near' makes a 1 a 2.
    """
    code = _CODES[candidate.kind]
    return 2 if code == 1 and before.lower().endswith(_NEAR) else code
