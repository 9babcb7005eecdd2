"""What could be asked where nothing fits what was asked."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

from accordingto.model.findings import Findings
from accordingto.query.narrow import Narrow

# A slip or two in a name scores 80 and more, another name of the same length around 40.
CLOSE = 60
MOST = 3


def suggest(findings: Findings, narrow: Narrow) -> str:
    """Names, labels or attributes of the ledger that come closest to what was asked for, in one phrase."""
    actors = {name for actor in findings.resolution.actors for name in actor.names}
    labels = {event.label for event in findings.events}
    attributes = sorted({question.attribute for question in findings.questions})
    parts = [
        _closest("actors", narrow.actor, actors),
        _closest("events", narrow.event, labels),
        f"attributes here: {', '.join(attributes)}" if narrow.attribute not in {None, *attributes} else "",
    ]
    return "; ".join(part for part in parts if part) or "ask for less at a time"


def _closest(what: str, words: str | None, names: Iterable[str]) -> str:
    if words is None:
        return ""
    return f"{what} with such a name: {', '.join(closest(words, names)) or 'none'}"


def closest(words: str, names: Iterable[str]) -> list[str]:
    """The names that come closest to some words, the closest first; none where nothing is like them."""
    scored = process.extract(
        words, sorted(names), scorer=fuzz.WRatio, processor=utils.default_process, limit=MOST, score_cutoff=CLOSE
    )
    return [name for name, _, _ in scored]
