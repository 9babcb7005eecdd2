"""The formats that a ledger is written in, by name: one table that the command line reads."""

from collections.abc import Callable
from dataclasses import dataclass

from accordingto.export.coded import Export
from accordingto.model.findings import Findings


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        meaning: what it is, for the help.
        make: findings -> what is written; its room is imported when it is called, for '--help' need not wait.
        has_rules: whether a companion file says which rule made each value, so that a file must be named.
    """

    meaning: str
    make: Callable[[Findings], Export]
    has_rules: bool = False


def _json(findings: Findings) -> Export:
    from accordingto.export.ledger_json import dump_ledger

    return Export(dump_ledger(findings).encode("utf-8"))


def _ftm(findings: Findings) -> Export:
    from accordingto.export.ftm import dump_ftm

    return Export(dump_ftm(findings).encode("utf-8"))


def _ucdp(findings: Findings) -> Export:
    from accordingto.export.ucdp import export_ucdp

    return export_ucdp(findings)


def _acled(findings: Findings) -> Export:
    from accordingto.export.acled import export_acled

    return export_acled(findings)


def _geojson(findings: Findings) -> Export:
    from accordingto.export.geojson import export_geojson

    return export_geojson(findings)


def _jsonld(findings: Findings) -> Export:
    from accordingto.export.jsonld import export_jsonld

    return export_jsonld(findings)


FORMATS = {
    "json": Format("accordingto-ledger/1, described by docs/accordingto-ledger-1.schema.json", _json),
    "ftm": Format("FollowTheMoney entities, a JSON object a line, described by docs/exports-ftm.md", _ftm),
    "jsonld": Format("W3C Web Annotation and PROV-O, described by docs/exports.md", _jsonld),
    "geojson": Format("every event as a feature, with its totals, described by docs/exports.md", _geojson),
    "ucdp": Format("CSV with the 49 columns of UCDP GED, described by docs/exports.md", _ucdp, has_rules=True),
    "acled": Format("CSV with ACLED's 31 columns, described by docs/exports.md", _acled, has_rules=True),
}
