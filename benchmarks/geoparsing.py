"""Measures where place names lie: LGL, TR-News and GeoWebNews, given the marked names.

A place is right when it has the annotators' GeoNames id or lies within 161 km (100 miles) of their point. On LGL the
outlet of each document is known; where it writes about is learnt from its other documents, without their labels.
Run as ``python -m benchmarks.geoparsing [--show] [SET]``.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from accordingto.model.document import Span
from accordingto.store.gazetteer import open_gazetteer
from accordingto.text.places import Candidate, Gazetteer, choose_candidates, make_home
from accordingto.text.places.choose import NOWHERE, Home
from benchmarks.shared import DATA, Skipped, load_rows, need

FOLDER = DATA / "geoparsing"
SETS = ("lgl", "trnews", "geowebnews")
NEAR_KM = 161.0


def marks(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The marked names with coordinates, in text order."""
    found = [mark for mark in document["toponyms"] if mark.get("lat") is not None]
    return sorted(found, key=lambda mark: int(mark["start"]))


def distance(one: Candidate, mark: dict[str, Any]) -> float:
    """Kilometres between ours and theirs."""
    lat1, lat2 = radians(one.latitude), radians(float(mark["lat"]))
    dlon = radians(float(mark["lon"]) - one.longitude)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def is_right(one: Candidate | None, mark: dict[str, Any]) -> bool:
    """Same id, or near enough."""
    if one is None:
        return False
    return str(one.geonames) == str(mark.get("geonameid")) or distance(one, mark) <= NEAR_KM


def resolve(documents: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> list[list[Candidate | None]]:
    """The places of each document, first alone, then knowing where its outlet's other documents lie."""
    spans = [[Span(mark["start"], mark["end"]) for mark in marks(document)] for document in documents]
    texts = [document["text"] for document in documents]
    first = [choose_candidates(text, each, gazetteer) for text, each in zip(texts, spans, strict=True)]
    homes = _homes(documents, first)
    return [
        choose_candidates(text, each, gazetteer, home=home)
        for text, each, home in zip(texts, spans, homes, strict=True)
    ]


def _homes(documents: Sequence[dict[str, Any]], chosen: Sequence[Sequence[Candidate | None]]) -> list[Home]:
    """For each document, the home of its outlet by its other documents."""
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        if document.get("source"):
            by_outlet[str(document["source"])].append(at)
    homes = []
    for at, document in enumerate(documents):
        others = [other for other in by_outlet.get(str(document.get("source")), ()) if other != at]
        places = [place for other in others for place in dict.fromkeys(chosen[other]) if place is not None]
        homes.append(make_home(places) if places else NOWHERE)
    return homes


def gold_files() -> list[Path]:
    """The three sets."""
    found = [FOLDER / f"{name}.jsonl.gz" for name in SETS]
    need(*found)
    return found


def measure() -> dict[str, float]:
    """The share of names put in the right place, of each set."""
    gazetteer = open_gazetteer()
    return {f"{name}: right place": measure_set(name, gazetteer) for name in SETS}


def measure_set(name: str, gazetteer: Gazetteer, *, show: bool = False) -> float:
    """The share of names put in the right place."""
    documents = list(load_rows(FOLDER / f"{name}.jsonl.gz"))
    total = right = 0
    for document, places in zip(documents, resolve(documents, gazetteer), strict=True):
        for mark, place in zip(marks(document), places, strict=True):
            total += 1
            good = is_right(place, mark)
            right += good
            if show and not good:
                left = document["text"][max(0, mark["start"] - 40) : mark["start"]]
                after = document["text"][mark["end"] : mark["end"] + 30]
                got = "-" if place is None else f"{place.name} {place.kind} {place.country}.{place.region}"
                want = (
                    f"{mark.get('name')} {mark.get('fcode')} {mark.get('country')} {mark.get('lat')},{mark.get('lon')}"
                )
                print(" ".join(f"{got} for {want}: {left}[[{mark['text']}]]{after} ({document.get('source')})".split()))
    return right / total


def main() -> int:
    """Print the figure of each set."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sets", nargs="*", default=SETS)
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    try:
        gold_files()
    except Skipped as skipped:
        print(f"geoparsing: skipped: {skipped}")
        return 0
    gazetteer = open_gazetteer()
    for name in options.sets or SETS:
        print(f"geoparsing {name}: right place {measure_set(name, gazetteer, show=options.show):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
