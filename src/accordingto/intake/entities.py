"""FollowTheMoney entities, a JSON object a line, as OpenSanctions publishes them (``entities.ftm.json``)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accordingto.errors import UsageError
from accordingto.model.reference import ReferenceEntity

# Whoever can be an actor. Ships, addresses, offices and ownerships are passed over.
SCHEMAS = frozenset({"Person", "LegalEntity", "Organization", "Company", "PublicBody"})

NAMES = ("name", "alias", "previousName", "abbreviation")
COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")


def read_entities(path: Path) -> Iterator[ReferenceEntity]:
    """The persons and bodies of a file, line by line.

    Raises:
        UsageError: the file cannot be read, or a line of it is no entity.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    entity = _read(line.strip(), f"{path}, line {number}")
                    if entity is not None:
                        yield entity
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text; give FollowTheMoney entities as JSON lines") from error
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be read ({error.strerror}); name a file of FollowTheMoney entities"
        ) from error


def _read(line: str, where: str) -> ReferenceEntity | None:
    remedy = "give FollowTheMoney entities as JSON lines, as OpenSanctions publishes them"
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: not JSON; {remedy}") from error
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        raise UsageError(f"{where}: no entity with 'id', 'schema' and 'properties'; {remedy}")
    key, schema = entity.get("id"), entity.get("schema")
    if not isinstance(key, str) or not key.strip() or not isinstance(schema, str):
        raise UsageError(f"{where}: no entity with 'id', 'schema' and 'properties'; {remedy}")
    return _entity(entity, entity["properties"], line) if schema in SCHEMAS else None


def _entity(entity: dict[str, Any], properties: dict[str, Any], line: str) -> ReferenceEntity:
    names = _values(properties, *NAMES)
    caption = entity.get("caption")
    return ReferenceEntity(
        id=entity["id"],
        caption=caption if isinstance(caption, str) and caption else next(iter(names), entity["id"]),
        schema=entity["schema"],
        names=names,
        weak_names=_values(properties, "weakAlias"),
        # 'gb-sct' is a part of 'gb'.
        countries=tuple(dict.fromkeys(each[:2].upper() for each in _values(properties, *COUNTRIES))),
        source=line,
    )


def _values(properties: dict[str, Any], *fields: str) -> tuple[str, ...]:
    """The texts of some properties, each once; a property may hold one or a list."""
    found: dict[str, None] = {}
    for field in fields:
        values = properties.get(field, ())
        for value in [values] if isinstance(values, str) else values if isinstance(values, list) else ():
            if isinstance(value, str) and value.strip():
                found[value.strip()] = None
    return tuple(found)
