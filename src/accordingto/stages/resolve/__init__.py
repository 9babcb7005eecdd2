"""Mentions -> Judgements -> Actors: every person, group, organisation, government and outlet once."""

from collections.abc import Sequence

from accordingto.model.actor import Judgement, Resolution
from accordingto.model.findings import Reading


def resolve(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Who is who in these documents, and whose each attribution is.

    Args:
        readings: documents with their parses and attributions, in any order.
        judgements: persons' judgements, which outrank every rule.
    """
    return Resolution((), (), {}, {})
