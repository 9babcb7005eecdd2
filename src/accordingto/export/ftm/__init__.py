"""FollowTheMoney entities, a JSON object a line, for OpenAleph and every other program of that family.

The stock schemata hold who, which documents and which events; ``AttributedClaim.yaml`` beside this file adds who says
what, according to whom. See docs/exports-ftm.md.
"""

import json
from collections.abc import Iterator

from accordingto.export.ftm.actors import render_actors
from accordingto.export.ftm.claims import render_claims
from accordingto.export.ftm.entity import Entity
from accordingto.export.ftm.reports import render_documents, render_events
from accordingto.model.findings import Findings
from accordingto.text.escaped import escape_json

__all__ = ["dump_ftm", "render_entities"]


def dump_ftm(findings: Findings) -> str:
    """The findings as entities, a line each; the same findings give the same text."""
    lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) + "\n" for each in render_entities(findings))
    return "".join(escape_json(line) for line in lines)


def render_entities(findings: Findings) -> Iterator[Entity]:
    """Documents, actors with their memberships and mentions, events, claims."""
    yield from render_documents(findings)
    yield from render_actors(findings)
    yield from render_events(findings)
    yield from render_claims(findings)
