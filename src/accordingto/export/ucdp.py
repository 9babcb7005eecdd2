"""UCDP GED: one row an event with a death, 49 columns, each value with the rule that made it."""

from math import floor

from accordingto.export.coded import Coded, Export, Row, empty, render_table
from accordingto.export.facts import Events, Facts, find_precision, name_country, name_outlets
from accordingto.model.event import Place
from accordingto.model.findings import Findings
from accordingto.query.figures import Figure
from accordingto.query.sides import Cast, Group
from accordingto.query.totals import Measure, Sum, Total, add_up
from accordingto.text.dates.precision import date_precision

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CIVILIANS = "Civilians"
# Two cells of PRIO-GRID a degree, 720 round the globe.
GRID_A_DEGREE, GRID_ROUND = 2, 720
# Days known to a few: the event is described by itself and not as part of a longer summary.
CLEAR_PRECISION = 2

_CODED_BY_UCDP = empty("UCDP gives it; a ledger cannot know it")


def export_ucdp(findings: Findings) -> Export:
    """The events that UCDP would code: those in which somebody says that somebody died."""
    events = Events(findings)
    return render_table(COLUMNS, [_row(facts, events) for facts in events.facts()])


def _row(facts: Facts, events: Events) -> Row:
    figures = events.tallies.figures(facts.event, "killed", facts.sides)
    high = add_up(figures, Measure.HIGH)
    if not high.total.number:
        return Row(facts.event.id, None, "nobody says that somebody was killed in it; GED needs a death")
    cells = dict.fromkeys(COLUMNS, _CODED_BY_UCDP)
    cells |= {"id": Coded(facts.event.id, "ucdp.id.v1", "the event's id in the ledger, not one of UCDP's numbers")}
    cells |= _when(facts) | _who(facts, figures, events.tallies.cast) | _sources(facts) | _where(facts)
    return Row(facts.event.id, cells | _deaths(figures, high))


def _when(facts: Facts) -> dict[str, Coded]:
    date = facts.event.date
    if date is None:
        none = empty("nothing dates the event")
        return dict.fromkeys(("year", "date_prec", "date_start", "date_end", "event_clarity"), none)
    precision = date_precision(date)
    return {
        "year": Coded(date.start.year, "ucdp.year.v1", "the year of its first day"),
        "date_prec": Coded(precision, "ucdp.date-prec.v1", f"it lies within {date.days} days"),
        "date_start": Coded(
            f"{date.start} 00:00:00.000", "ucdp.date-start.v1", "the first day on which it may have been"
        ),
        "date_end": Coded(f"{date.end} 00:00:00.000", "ucdp.date-end.v1", "the last day on which it may have been"),
        "event_clarity": Coded(1, "ucdp.event-clarity.v1", "it is told by itself, dated to a few days")
        if precision <= CLEAR_PRECISION
        else empty("the ledger does not tell whether it is a summary of several"),
    }


def _who(facts: Facts, figures: list[Figure], cast: Cast) -> dict[str, Coded]:
    sides = facts.sides
    a, b = (None if each is None else each.name for each in (sides.a, sides.b))
    killed = {figure.group for figure in figures}
    is_one_sided = a is not None and b is None and killed == {Group.CIVILIANS}
    b = CIVILIANS if is_one_sided else b
    kind = _type(facts, cast, is_one_sided=is_one_sided)
    more = f"; also named: {', '.join(actor.name for actor in sides.more)}" if sides.more else ""
    nobody = empty(f"no such side is named in the documents{more}")
    basis = sides.basis + more
    return {
        "type_of_violence": kind,
        "side_a": nobody if a is None else Coded(a, "ucdp.side-a.v1", f"{basis}; a government stands first"),
        "side_b": nobody
        if b is None
        else Coded(b, "ucdp.side-b.v1", "only civilians were killed" if is_one_sided else basis),
        "dyad_name": nobody if a is None or b is None else Coded(f"{a} - {b}", "ucdp.dyad-name.v1", "both sides"),
    }


def _type(facts: Facts, cast: Cast, *, is_one_sided: bool) -> Coded:
    a, b = facts.sides.a, facts.sides.b
    if is_one_sided:
        return Coded(ONE_SIDED, "ucdp.type.v1", "one organised actor, and only civilians were killed")
    if a is None or b is None:
        return empty("the documents name fewer than two organised sides")
    if cast.is_state(a.id) or cast.is_state(b.id):
        return Coded(STATE_BASED, "ucdp.type.v1", "two organised sides, at least one of them a government")
    return Coded(NON_STATE, "ucdp.type.v1", "two organised sides, neither of them a government")


def _sources(facts: Facts) -> dict[str, Coded]:
    outlets = name_outlets(facts.documents)
    dates = ["" if each.published is None else each.published.date.start.isoformat() for each in facts.documents]
    titles = [_one_line(each.title or "") for each in facts.documents]
    packed = [f'"{_unquote(o)},{d},{_unquote(t)}"' for o, d, t in zip(outlets, dates, titles, strict=True)]
    why = f"{len(facts.documents)} documents speak of it"
    told = empty("every document tells it in its own words")
    return {
        "number_of_sources": Coded(len(outlets) or -1, "ucdp.number-of-sources.v1", f"{why}; copies are counted, too"),
        "source_article": Coded(";".join(packed), "ucdp.source-article.v1", why),
        "source_office": Coded(
            ";".join(outlets), "ucdp.source-office.v1", "the outlet, or the file where it is unknown"
        ),
        "source_date": Coded(";".join(dates), "ucdp.source-date.v1", "when each was published"),
        "source_headline": Coded(";".join(titles), "ucdp.source-headline.v1", "the titles"),
        "source_original": Coded(
            "; ".join(facts.tellers), "ucdp.source-original.v1", "who told the outlets, by the claims"
        )
        if facts.tellers
        else told,
    }


def _where(facts: Facts) -> dict[str, Coded]:
    place = facts.place
    if place is None:
        none = empty("no document says where it was")
        return dict.fromkeys(("where_coordinates", "where_description", "where_prec", "adm_1", "country"), none)
    others = "; ".join(dict.fromkeys(each.name for each in facts.event.places))
    unknown = empty("the gazetteer does not know the place, or none was asked")
    country, precision = name_country(place), find_precision(place, is_near=facts.is_near)
    cells = {
        "where_coordinates": Coded(place.name, "ucdp.where.v1", "the best supported place, as the documents have it"),
        "where_description": Coded(others, "ucdp.where-description.v1", "every place named, the best supported first"),
        "adm_1": unknown if place.region is None else Coded(place.region, "ucdp.adm-1.v1", "the gazetteer's region"),
        "country": unknown if country is None else Coded(country, "ucdp.country.v1", "the gazetteer's country"),
        "where_prec": unknown
        if precision is None
        else Coded(precision, "ucdp.where-prec.v1", "1 town, 2 near one, 3 district, 4 province, 6 country"),
    }
    return cells | dict.fromkeys(("latitude", "longitude", "geom_wkt", "priogrid_gid"), unknown) | _coordinates(place)


def _coordinates(place: Place) -> dict[str, Coded]:
    if place.latitude is None or place.longitude is None:
        return {}
    return {
        "latitude": Coded(place.latitude, "ucdp.latitude.v1", "the gazetteer's"),
        "longitude": Coded(place.longitude, "ucdp.longitude.v1", "the gazetteer's"),
        "geom_wkt": Coded(f"POINT ({place.longitude} {place.latitude})", "ucdp.geom-wkt.v1", "longitude, latitude"),
        "priogrid_gid": Coded(
            find_grid(place.latitude, place.longitude), "ucdp.priogrid.v1", "the half-degree cell it lies in"
        ),
    }


def find_grid(latitude: float, longitude: float) -> int:
    """The PRIO-GRID cell of a point: half-degree cells, counted eastward and then northward from 90° S 180° W."""
    row = min(floor((latitude + 90) * GRID_A_DEGREE), GRID_ROUND // 2 - 1)
    column = min(floor((longitude + 180) * GRID_A_DEGREE), GRID_ROUND - 1)
    return row * GRID_ROUND + column + 1


def _deaths(figures: list[Figure], high: Sum) -> dict[str, Coded]:
    best, low = add_up(figures, Measure.BEST), add_up(figures, Measure.LOW)
    parts = {
        "deaths_a": best.groups[Group.A],
        "deaths_b": best.groups[Group.B],
        "deaths_civilians": best.groups[Group.CIVILIANS],
    }
    apart = sum(each.number or 0 for each in parts.values())
    rest = (best.total.number or 0) - apart
    cells = {name: _part(total) for name, total in parts.items()}
    cells["deaths_unknown"] = Coded(rest, "ucdp.deaths-unknown.v1", "best less those whose side is said")
    for name, each in (("best", best), ("high", high), ("low", low)):
        cells[name] = Coded(each.total.number, each.total.rule, each.total.why, each.total.claims)
    return cells


def _part(total: Total) -> Coded:
    """The dead of one side."""
    if total.number is None:
        return Coded(0, "ucdp.deaths-apart.v1", "no figure counts them apart")
    return Coded(total.number, total.rule, total.why, total.claims)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unquote(text: str) -> str:
    """Without the marks that end an item of source_article."""
    return text.replace('"', "'")
