"""Names that the parser's recogniser found, looked up by place; a long document has thousands."""

from bisect import bisect_left

from accordingto.model.parse import LONGEST_NAME, Entity, Parse

PLACES = frozenset({"GPE", "LOC", "FAC"})


def entities_between(parse: Parse, first: int, last: int) -> list[Entity]:
    """The names that share a token with ``first`` to ``last`` (end exclusive), in text order."""
    entities = parse.entities
    low = bisect_left(entities, first - LONGEST_NAME, key=lambda entity: entity.first)
    high = bisect_left(entities, last, key=lambda entity: entity.first)
    return [entity for entity in entities[low:high] if entity.last > first]


def entity_at(parse: Parse, index: int) -> Entity | None:
    """The name that a token is part of."""
    return parse.names.get(index)


def is_place(parse: Parse, index: int) -> bool:
    """Whether a token is part of the name of a place."""
    entity = entity_at(parse, index)
    return entity is not None and entity.label in PLACES
