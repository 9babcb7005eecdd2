"""Persons whose name one document gives longer than another: 'Tor Osrin', 'Tor Anselm Osrin', 'Tor Osrin Vale'."""

from collections import defaultdict
from collections.abc import Sequence

from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.full_names import FullNames, Parts

# 'Abu Tor' begins the names of many.
_KUNYA = frozenset({"abu", "abou", "umm", "bin", "ibn", "al", "el", "haji", "mr", "mrs"})


def join_longer(clusters: Clusters, names: FullNames) -> None:
    """'Tor Osrin' of one document and 'Tor Osrin Vale' of another, where nobody else's longer name begins so."""
    longer: dict[Parts, list[Parts]] = defaultdict(list)
    for parts in sorted(names):
        if len(parts) > 2 and parts[0] not in _KUNYA and parts[:2] in names:  # noqa: PLR2004
            longer[parts[:2]].append(parts)
    for short, wholes in longer.items():
        roots = {clusters.root(names[whole].key) for whole in wholes}
        if len(roots) == 1 and not clusters.meet(names[short].key, *roots):
            reason = f"'{' '.join(short)}' begins '{' '.join(wholes[0])}' and no other longer name"
            clusters.join(names[short].key, *roots, score=0.9, reason=reason, rule="resolve.shortened.v1")


def join_surnames(clusters: Clusters, names: FullNames) -> None:
    """'Osrin Vale' of one document and 'Tor Osrin Vale' of another: both surnames, where nobody else bears the two."""
    ends: dict[Parts, list[Parts]] = defaultdict(list)
    for parts in sorted(names):
        if len(parts) > 2 and parts[-2:] in names:  # noqa: PLR2004
            ends[parts[-2:]].append(parts)
    for short, wholes in ends.items():
        roots = {clusters.root(names[whole].key) for whole in wholes}
        if len(roots) == 1 and not clusters.meet(names[short].key, *roots):
            reason = f"'{' '.join(short)}' are the surnames of '{' '.join(wholes[0])}' and of nobody else here"
            clusters.join(names[short].key, *roots, score=0.9, reason=reason, rule="resolve.surnames.v1")


def is_shortened(short: Sequence[str], long: Sequence[str]) -> bool:
    """'Tor Osrin' of 'Tor Anselm Osrin' or of 'Tor Osrin Vale': same first word, the rest in order."""
    if len(short) >= len(long) or len(short) < 2 or short[0] != long[0]:  # noqa: PLR2004
        return False
    rest = iter(long[1:])
    return all(word in rest for word in short[1:])
