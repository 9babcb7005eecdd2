"""ACLED's layout: one row an event of a kind that ACLED codes, 31 columns, each value with the rule that made it."""

from collections.abc import Mapping, Sequence

from accordingto.export.acled_types import CIVILIANS, EXPLOSIONS, find_types
from accordingto.export.coded import Coded, Export, Row, empty, render_table
from accordingto.export.facts import (
    PRECISION_REGION,
    PRECISION_TOWN,
    Events,
    Facts,
    find_precision,
    name_country,
    name_outlets,
)
from accordingto.model.actor import Actor
from accordingto.model.claim import NumberValue
from accordingto.model.event import EventKind
from accordingto.model.findings import Findings
from accordingto.query.figures import Figure
from accordingto.query.sides import Cast, Group
from accordingto.query.totals import Measure, add_up
from accordingto.query.words import MONTHS

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)

DAY, WEEK, MONTH = 1, 7, 31
STATE = "State forces"
PEOPLE = "Civilians"

_CODED_BY_ACLED = empty("ACLED gives it; a ledger cannot know it")


def export_acled(findings: Findings) -> Export:
    """The events of kinds that ACLED codes."""
    events = Events(findings)
    crowds = _find_crowds(findings)
    return render_table(COLUMNS, [_row(facts, events, crowds) for facts in events.facts()], mark=True)


def _find_crowds(findings: Findings) -> dict[str, int]:
    """How many took part, for events with exactly one such answer."""
    found: dict[str, list[int]] = {}
    for question in findings.questions:
        if question.attribute == "participants" and question.subject.event is not None:
            values = [answer.value for answer in question.answers if isinstance(answer.value, NumberValue)]
            found[question.subject.event] = [each.low for each in values if each.low is not None]
    return {event: numbers[0] for event, numbers in found.items() if len(numbers) == 1}


def _row(facts: Facts, events: Events, crowds: Mapping[str, int]) -> Row:
    figures = events.tallies.figures(facts.event, "killed", facts.sides)
    kinds = find_types(facts, figures)
    if kinds is None:
        return Row(facts.event.id, None, f"ACLED codes no events of the kind '{facts.event.kind.value}'")
    cells = dict.fromkeys(COLUMNS, _CODED_BY_ACLED)
    cells["event_id_cnty"] = Coded(facts.event.id, "acled.id.v1", "the event's id in the ledger, not one of ACLED's")
    cells |= kinds | _when(facts) | _where(facts) | _who(facts, figures, events.tallies.cast)
    cells |= _targeting(cells, figures) | _told(facts) | _deaths(figures)
    if facts.event.kind is EventKind.PROTEST:
        crowd = crowds.get(facts.event.id)
        cells["tags"] = Coded(
            f"crowd size={'no report' if crowd is None else crowd}", "acled.tags.v1", "the crowd's size"
        )
    else:
        cells["tags"] = empty("nothing that ACLED tags is known")
    return Row(facts.event.id, cells)


def _when(facts: Facts) -> dict[str, Coded]:
    date = facts.event.date
    if date is None:
        return dict.fromkeys(("event_date", "year", "time_precision"), empty("nothing dates the event"))
    if date.days > MONTH:
        why = f"it lies within {date.days} days; ACLED dates events to a month at least"
        year = Coded(date.start.year, "acled.year.v1", "the year of its first day")
        none = {"event_date": empty(why), "time_precision": empty(why)}
        return none | {"year": year if date.start.year == date.end.year else empty(why)}
    precision = 1 if date.days == DAY else 2 if date.days <= WEEK else 3
    day = f"{date.start.day:02} {MONTHS[date.start.month - 1]} {date.start.year}"
    return {
        "event_date": Coded(day, "acled.event-date.v1", f"the first of {date.days} days; not split into a row a day"),
        "year": Coded(date.start.year, "acled.year.v1", "the year of its first day"),
        "time_precision": Coded(precision, "acled.time-precision.v1", "1 the day, 2 within a week, 3 within a month"),
    }


def _where(facts: Facts) -> dict[str, Coded]:
    place = facts.place
    names = ("location", "country", "admin1", "latitude", "longitude", "geo_precision")
    if place is None:
        return dict.fromkeys(names, empty("no document says where it was"))
    cells = dict.fromkeys(names, empty("the gazetteer does not know the place, or none was asked"))
    more = f"; also named: {', '.join(each.name for each in facts.event.places[1:])}" if facts.event.places[1:] else ""
    cells["location"] = Coded(place.name, "acled.location.v1", f"the best supported place; not split into rows{more}")
    country, precision = name_country(place), find_precision(place, is_near=facts.is_near)
    if country is not None:
        cells["country"] = Coded(country, "acled.country.v1", "the gazetteer's country")
    if place.region is not None:
        cells["admin1"] = Coded(place.region, "acled.admin1.v1", "the gazetteer's region")
    if precision is not None:
        cells["latitude"] = Coded(place.latitude, "acled.latitude.v1", "the gazetteer's")
        cells["longitude"] = Coded(place.longitude, "acled.longitude.v1", "the gazetteer's")
        code = 1 if precision == PRECISION_TOWN else 2 if precision < PRECISION_REGION else 3
        cells["geo_precision"] = Coded(
            code, "acled.geo-precision.v1", "1 a town, 2 near one or a small region, 3 a larger one"
        )
    return cells


def _who(facts: Facts, figures: Sequence[Figure], cast: Cast) -> dict[str, Coded]:
    first, second = facts.sides.a, facts.sides.b
    only_civilians = second is None and {figure.group for figure in figures} == {Group.CIVILIANS}
    more = f"; also named: {', '.join(each.name for each in facts.sides.more)}" if facts.sides.more else ""
    cells = _actor(facts, first, "1", facts.sides.basis + more, cast) | _actor(
        facts, second, "2", facts.sides.basis, cast
    )
    if only_civilians:
        why = "only civilians were killed"
        cells["actor2"] = Coded(PEOPLE, "acled.actor2.v1", why)
        cells["inter2"] = Coded(PEOPLE, "acled.inter2.v1", why)
    one, two = cells["inter1"].value, cells["inter2"].value
    cells["interaction"] = (
        Coded(f"{one}-{two}", "acled.interaction.v1", "both actors' kinds")
        if one is not None and two is not None
        else empty("what kind of actor one of them is, is not told")
    )
    return cells


def _actor(facts: Facts, actor: Actor | None, number: str, why: str, cast: Cast) -> dict[str, Coded]:
    names = (f"actor{number}", f"assoc_actor_{number}", f"inter{number}")
    if actor is None:
        return dict.fromkeys(names, empty("no such side is named in the documents"))
    parts = [each.actor for each in facts.event.participants if each.actor in cast.actors]
    with_it = [cast.actors[each].name for each in parts if each != actor.id and cast.root(each) == actor.id]
    return {
        names[0]: Coded(actor.name, f"acled.actor{number}.v1", f"{why}; actors are not directional"),
        names[1]: Coded(
            "; ".join(dict.fromkeys(with_it)), f"acled.assoc-actor-{number}.v1", "those of its side that take part"
        )
        if with_it
        else empty("no other actor of its side takes part"),
        names[2]: Coded(STATE, f"acled.inter{number}.v1", "it is a government")
        if cast.is_state(actor.id)
        else empty("whether it is a rebel group or a militia is not told"),
    }


def _targeting(cells: Mapping[str, Coded], figures: Sequence[Figure]) -> dict[str, Coded]:
    kind = cells["event_type"].value
    only_civilians = bool(figures) and {figure.group for figure in figures} == {Group.CIVILIANS}
    if kind == CIVILIANS or (kind == EXPLOSIONS and only_civilians):
        why = "only civilians were harmed"
        return {"civilian_targeting": Coded("Civilian targeting", "acled.civilian-targeting.v1", why)}
    return {"civilian_targeting": empty("civilians were not the only ones harmed, or nobody says so")}


def _told(facts: Facts) -> dict[str, Coded]:
    outlets = list(dict.fromkeys(name_outlets(facts.documents)))
    label = facts.event.label
    notes = " ".join(
        [
            label if label.endswith(("…", ".", "?", "!")) else f"{label}.",
            *(f"Disputed: {each}" for each in facts.disputes),
        ]
    )
    return {
        "source": Coded("; ".join(outlets), "acled.source.v1", "the outlets, or the files where they are unknown"),
        "notes": Coded(
            " ".join(notes.split()), "acled.notes.v1", "the event's label and why its questions are contested"
        ),
    }


def _deaths(figures: Sequence[Figure]) -> dict[str, Coded]:
    total = add_up(figures, Measure.CONSERVATIVE).total
    if total.number is None:
        return {"fatalities": Coded(0, "acled.fatalities.v1", "nobody says that somebody was killed; ACLED writes 0")}
    return {"fatalities": Coded(total.number, total.rule, total.why, total.claims)}
