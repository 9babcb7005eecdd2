"""Entities of reference data, such as a sanctions list: who is known under which names, in which countries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReferenceEntity:
    """One person or body of a FollowTheMoney file.

    Attributes:
        id: its id there, kept as it is.
        caption, schema: the name it is shown by; ``Person``, ``Organization``, ``Company`` ...
        names: names and aliases.
        weak_names: aliases that the file itself calls weak; they prove nothing alone.
        countries: ISO 3166-1 alpha-2 codes in capitals.
        source: the line as it was given, so that nothing of it is lost.
    """

    id: str
    caption: str
    schema: str
    names: tuple[str, ...]
    weak_names: tuple[str, ...]
    countries: tuple[str, ...]
    source: str
