"""A table of invented reports and what its columns measure."""

from accordingto.intake.plans import make_plan

PLAN = make_plan(
    {
        "event": "event",
        "source": "outlet",
        "trust": ["class", "sure"],
        "repeat": {"N": [1, 2]},
        "columns": {
            "town": {"kind": "text", "precision": "near"},
            "actorN": {"kind": "text", "of": "actorN"},
            "actorN_party": {"kind": "text", "of": "actorN"},
            "actorN_first": {"kind": "initiator", "of": "actorN"},
            "actorN_did": {"kind": "perpetrator", "of": "actorN"},
            "actorN_saw": {"kind": "bystander", "of": "actorN"},
            "means": {"kind": "list"},
            "day": "start",
            "last": "end",
            "killed": "count",
            "fire": "flag",
            "checked": "certainty",
            "seen": "certainty",
            "total": {"kind": "sum", "parts": ["checked", "seen"]},
            "quoted": "joined",
            "reports": "reports",
            "unit": {"kind": "fixed", "value": "Event"},
        },
    },
    "tests",
)

BLANK = dict.fromkeys(PLAN.needed, "")


def report(**cells):
    """A row; what is not given is empty, and trust is the same for all."""
    return BLANK | {"event": "e", "class": "1", "sure": "1", "outlet": "Harbour Wire"} | cells


def rows(column, *cells, **others):
    """Reports of one event by one outlet each, with these cells in a column."""
    return [report(outlet=f"Outlet {n}", **{column: cell}, **others) for n, cell in enumerate(cells)]
