"""Claims + Origins -> Questions: compatible, contested, superseded, denied, unverified."""

from accordingto.stages.reconcile.questions import reconcile
from accordingto.stages.reconcile.touched import Asked, find_reached, find_touched
from accordingto.stages.reconcile.wordings import Said, compare_wordings, find_quoted

__all__ = [
    "Asked",
    "Said",
    "compare_wordings",
    "find_quoted",
    "find_reached",
    "find_touched",
    "reconcile",
]
