"""Claimers without a name whom one publisher calls alike: 'military sources', 'military sources in the region'.

A wire's second report shortens or lengthens the words for the people it spoke to; it has not met others. Words that
name two places or bodies ('residents of Tolm', 'residents of Kell') keep them apart, and so does any word before the
noun ('another witness', 'senior officials').
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

# What opens the words behind the noun.
_BEHIND = frozenset({"in", "of", "from", "with", "at", "on", "near", "around", "inside", "outside", "close", "and"}) | {
    *("who", "whose", "that", "which", "speaking", "familiar", "involved")
}
_ARTICLES = frozenset({"a", "an", "the", "some"})
_EDGES = ",.;:()“”\"'’"

Called = tuple[str, str]  # the line of the document, and what it calls somebody


def find_origins(called: Iterable[Called]) -> dict[Called, str]:
    """What the nameless people of each publisher are counted as: equal strings are one origin.

    Where a publisher gives the same noun to people of one place and, elsewhere, to people of no place, they are one.
    """
    told = {each: _split(each[1]) for each in sorted(set(called))}
    owners: defaultdict[Called, set[str]] = defaultdict(set)
    for (line, _), (head, owner) in told.items():
        owners[line, head] |= {owner} - {""}
    return {each: _origin(each[0], *parts, owners) for each, parts in told.items()}


def _origin(line: str, head: str, owner: str, owners: Mapping[Called, set[str]]) -> str:
    return f"{line}:{head}:{owner}" if len(owners[line, head]) > 1 else f"{line}:{head}"


def _split(name: str) -> tuple[str, str]:
    """The noun with the words before it, and the names behind it.

    Example:
        >>> _split("The residents of Tolm")
        ('residents', 'Tolm')
    """
    words = [word.strip(_EDGES) for word in name.split()]
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    behind = next((at for at, word in enumerate(words) if at and word.casefold() in _BEHIND), len(words))
    names = (word for word in words[behind:] if word[:1].isupper())
    return " ".join(words[:behind]).casefold(), " ".join(names)
