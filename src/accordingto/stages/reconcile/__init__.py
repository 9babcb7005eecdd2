"""Claims + Origins -> Questions: compatible, contested, superseded, denied, unverified."""

from accordingto.stages.reconcile.questions import reconcile
from accordingto.stages.reconcile.wordings import find_variants

__all__ = ["find_variants", "reconcile"]
