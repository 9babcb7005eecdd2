"""Claims + Origins -> Questions: compatible, contested, superseded, denied, unverified."""

from accordingto.stages.reconcile.questions import reconcile

__all__ = ["reconcile"]
