"""Reads the package's word lists, each once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from accordingto.errors import LexiconError

# The C loader reads the lists about eight times as fast; it is absent from a few PyYAML builds.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_table(language: str, topic: str) -> Any:
    """The content of ``lexicon/<language>/<topic>.yaml``; callers must not change it.

    Raises:
        LexiconError: there is no such list, or it is not YAML.

    Example:
        >>> "one" in load_table("en", "numbers")["cardinals"]
        True
    """
    source = files("accordingto.lexicon").joinpath(language, f"{topic}.yaml")
    try:
        return yaml.load(source.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  both are safe loaders
    except (OSError, yaml.YAMLError) as error:
        message = f"word list {language}/{topic}: {error}; reinstall the package"
        raise LexiconError(message) from error
