"""GeoJSON (RFC 7946): every event as a feature, a point where the gazetteer knows its place."""

import json
from typing import Any

from accordingto.export.coded import Export
from accordingto.export.facts import Events, Facts, find_precision, name_country, name_outlets
from accordingto.model.findings import Findings
from accordingto.query.figures import Tallies
from accordingto.query.totals import Measure, find_totals
from accordingto.text.escaped import escape_json


def export_geojson(findings: Findings) -> Export:
    """All events; one without coordinates has the geometry null."""
    events = Events(findings)
    features = [_feature(facts, events.tallies) for facts in events.facts()]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1)
    return Export((escape_json(text) + "\n").encode())


def _feature(facts: Facts, tallies: Tallies) -> dict[str, Any]:
    event, place = facts.event, facts.place
    point = None
    if place is not None and place.latitude is not None and place.longitude is not None:
        point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    names = tallies.cast.actors
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": point,
        "properties": {
            "kind": event.kind.value,
            "label": event.label,
            "date_start": None if event.date is None else event.date.start.isoformat(),
            "date_end": None if event.date is None else event.date.end.isoformat(),
            "place": None if place is None else place.name,
            "country": name_country(place),
            "geonames": None if place is None else place.geonames,
            "where_prec": None if place is None else find_precision(place, is_near=facts.is_near),
            "participants": [
                {"name": names[each.actor].name, "role": each.role}
                for each in event.participants
                if each.actor in names
            ],
            "outlets": list(dict.fromkeys(name_outlets(facts.documents))),
            "disputes": list(facts.disputes),
            "killed": _totals(facts, tallies, "killed"),
            "injured": _totals(facts, tallies, "injured"),
        },
    }


def _totals(facts: Facts, tallies: Tallies, attribute: str) -> dict[str, Any]:
    """Every measure with its rule and the claims behind it; nothing where no figure is given."""
    totals = find_totals(tallies.figures(facts.event, attribute, facts.sides))
    return {
        measure.value: {
            "number": totals[measure].number,
            "rule": totals[measure].rule,
            "claims": totals[measure].claims,
        }
        for measure in Measure
        if totals[measure].number is not None
    }
