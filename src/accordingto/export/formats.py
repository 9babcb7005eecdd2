"""The formats that a ledger is written in, by name."""

from collections.abc import Callable
from dataclasses import dataclass

from accordingto.export.coded import Export
from accordingto.model.findings import Findings


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        words: what it is, for the help.
        has_rules: whether a companion file says which rule made each value, so that a file must be named.
        make: findings -> what is written; imports its room when it is called.
    """

    words: str
    has_rules: bool
    make: Callable[[Findings], Export]


def _json(findings: Findings) -> Export:
    from accordingto.export.ledger_json import dump_ledger

    return Export(dump_ledger(findings).encode("utf-8"))


def _ucdp(findings: Findings) -> Export:
    from accordingto.export.ucdp import export_ucdp

    return export_ucdp(findings)


def _acled(findings: Findings) -> Export:
    from accordingto.export.acled import export_acled

    return export_acled(findings)


def _geojson(findings: Findings) -> Export:
    from accordingto.export.geojson import export_geojson

    return export_geojson(findings)


FORMATS = {
    "json": Format("accordingto-ledger/1, described by docs/accordingto-ledger-1.schema.json", has_rules=False, make=_json),
    "ucdp": Format("CSV with the 49 columns of UCDP GED", has_rules=True, make=_ucdp),
    "acled": Format("CSV with ACLED's 31 columns", has_rules=True, make=_acled),
    "geojson": Format("every event as a feature, with its totals", has_rules=False, make=_geojson),
}
