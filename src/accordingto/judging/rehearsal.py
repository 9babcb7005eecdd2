"""What merging or splitting actors would do, tried on a copy of the ledger in memory.

Names decide which events are one, so that all is compared again; what the change does not touch stands.
"""

from collections.abc import Callable
from dataclasses import dataclass

from accordingto.judging.effect import Told, tell_changes
from accordingto.judging.record import Judged
from accordingto.model.findings import Findings
from accordingto.store.base import View, Writer
from accordingto.store.memory import MemoryStore, MemoryView

Judging = Callable[[Writer], Judged]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a judgement would do, and how many judgements there are."""

    told: tuple[Told, ...]
    seen: int


def rehearse(view: View, judging: Judging) -> Rehearsed:
    """Judge on a copy; the ledger stays as it is.

    Raises:
        JudgementRefused: it cannot be judged so.
    """
    before = view.findings()
    after = try_out(view, before, lambda writer: judging(writer).findings)
    return Rehearsed(tell_changes(before, after), len(view.judgements()))


def try_out(view: View, findings: Findings, write: Callable[[Writer], Findings]) -> Findings:
    """What writing would leave, tried on a copy of the ledger in memory."""
    held = MemoryView(
        kept=findings,
        persons=view.judgements(),
        known=view.entities(),
        said=view.reviews(),
        changes=view.revision(),
        got=view.captures(),
        behind=view,
    )
    with MemoryStore(held).writer() as writer:
        return write(writer)
