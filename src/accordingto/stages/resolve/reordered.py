"""One group whose name two languages put in two orders: 'Kell Liberation Front', 'Front for the Liberation of Kell'.

Different acronyms speak against one group, unless both ('KLF', 'FLK') have the same letters in the order of their
own names. Even then documents must have somebody else in common, for a country may have two such fronts.
"""

from collections.abc import Sequence
from itertools import product

from accordingto.model.actor import ActorKind
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor
from accordingto.text.names import is_acronym_of


def is_reordered(
    clusters: Clusters, left: LocalActor, right: LocalActor, *, one: Sequence[str], other: Sequence[str]
) -> bool:
    """Whether two names of the same words are one group's, though their acronyms differ.

    Args:
        clusters: what is joined so far.
        left: the first group.
        right: the second.
        one: the telling words of the first name.
        other: the telling words of the second name.
    """
    heads = [{*name} & (words.organisation_words("armed") | {"party"}) for name in (one, other)]
    if heads[0] != heads[1] or len(heads[0]) != 1:
        return False
    own = all(_are_own(actor) for actor in (left, right))
    letters = all(sorted(a) == sorted(b) for a, b in product(left.acronyms, right.acronyms))
    return own and letters and not clusters.meet(left.key, right.key) and _have_company(clusters, left, right)


def _are_own(actor: LocalActor) -> bool:
    """Whether each acronym has the first letters of the actor's own name, in its order."""
    return all(
        any(is_acronym_of(acronym, name) for name, _ in actor.names if " " in name) for acronym in actor.acronyms
    )


def _have_company(clusters: Clusters, left: LocalActor, right: LocalActor) -> bool:
    """Whether the documents of both name some other person or body that is one."""
    here, there = ({clusters.actors[key].document for key in clusters.members(each.key)} for each in (left, right))
    company = [set[str](), set[str]()]
    for key, actor in clusters.actors.items():
        if not actor.described and not actor.code and actor.kind is not ActorKind.OUTLET:
            for side, documents in enumerate((here, there)):
                if actor.document in documents:
                    company[side].add(clusters.root(key))
    return bool(company[0] & company[1])
