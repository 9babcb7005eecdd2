"""Given names in several languages: 'Volodymyr' and 'Vladimir' may be one man's."""

from functools import cache

from accordingto.lexicon import load_table


@cache
def given_name_variants() -> dict[str, frozenset[int]]:
    """For each given name the numbers of the lines of variants it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(load_table("en", "given_names")["variants"]):
        for name in line:
            found.setdefault(str(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def are_variants(one: str, other: str) -> bool:
    """Whether two given names are one name in two languages.

    Example:
        >>> are_variants("volodymyr", "vladimir")
        True
    """
    lines = given_name_variants()
    return not lines.get(one, frozenset()).isdisjoint(lines.get(other, frozenset()))
