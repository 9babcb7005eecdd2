"""Refuses attributions whose words say something else than the text: a number, a negation, a name or a noun cut off.

A refused line is dropped and counted, never altered; its words are given to nobody.
"""

from collections.abc import Sequence
from dataclasses import replace

from accordingto.model.attribution import Attribution
from accordingto.model.document import Document
from accordingto.model.parse import Parse
from accordingto.model.trace import Issue
from accordingto.text.grounding import find_losses


def ground(
    document: Document, parse: Parse, attributions: Sequence[Attribution]
) -> tuple[list[Attribution], tuple[Issue, ...]]:
    """The attributions that hold against the text, and one issue that counts those that do not."""
    refused = {each.id: why for each in attributions if (why := find_fault(document, parse, each)) is not None}
    parents = {each.id: each.parent for each in attributions}
    kept = [_hung_up(each, parents, refused) for each in attributions if each.id not in refused]
    if not refused:
        return kept, ()
    count = "1 passage" if len(refused) == 1 else f"{len(refused)} passages"
    message = f"{document.uri}: {count} refused, the first because {next(iter(refused.values()))}"
    return kept, (Issue(document.id, "attribute", message),)


def find_fault(document: Document, parse: Parse, attribution: Attribution) -> str | None:
    """Why an attribution is refused; ``None`` for one that holds."""
    named = (*attribution.source, *attribution.cue, *attribution.via)
    if not all(0 <= span.start < span.end <= len(document.text) for span in named):
        return "its spans do not lie in the text"
    return next(find_losses(document.text, parse, attribution.content, named), None)


def _hung_up(line: Attribution, parents: dict[str, str | None], refused: dict[str, str]) -> Attribution:
    """The line under the nearest attribution around it that was kept."""
    parent = line.parent
    while parent is not None and parent in refused:
        parent = parents.get(parent)
    return line if parent == line.parent else replace(line, parent=parent)
