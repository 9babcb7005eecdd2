"""Full names of persons as words that can be compared: without articles, 'Jr.' and forms of address."""

from collections.abc import Iterable, Mapping, Sequence

from accordingto.stages.resolve import words
from accordingto.stages.resolve.local import LocalActor
from accordingto.text.names import fold_name, without_articles

Parts = tuple[str, ...]
FullNames = Mapping[Parts, LocalActor]

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def full_names(actors: Iterable[LocalActor]) -> dict[Parts, LocalActor]:
    """One local actor a distinct full name, the same whatever the order of the actors."""
    found: dict[Parts, LocalActor] = {}
    for actor in sorted(actors, key=lambda each: each.key):
        for name, count in actor.names:
            parts = _without_suffix(without_articles(fold_name(name)).split())
            if count and len(parts) > 1:  # 'Mr. Osrin' counts 0: it is no fuller than 'Osrin'
                found.setdefault(parts, actor)
    return found


def name_parts(name: str) -> Parts:
    """The words of a name.

    Example:
        >>> name_parts("Tor Osrin Jr.")
        ('tor', 'osrin')
    """
    return _without_suffix(fold_name(name).split())


def is_family_first(parts: Sequence[str]) -> bool:
    """'Kim' of 'Kim Sol Han' is the family's name."""
    return len(parts) > 1 and parts[0] in words.given_names("family_first")


def _without_suffix(parts: Sequence[str]) -> Parts:
    """'Tor Osrin Jr.', 'Tor Osrin III': the same name for a comparison across documents."""
    return tuple(parts[:-1] if len(parts) > 2 and parts[-1] in _GENERATIONS else parts)  # noqa: PLR2004
