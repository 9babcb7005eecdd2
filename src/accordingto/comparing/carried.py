"""Lines on their way from one process to another, by their values alone.

Python asks a data class with slots for its fields one by one when it is pickled, and puts them back one by one; a story
has thousands of lines.
"""

import copyreg
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from accordingto.model import actor, attribution, claim, dates, document, event, findings, lineage, review, story, trace

# What a story's share is made of, and what comes out of it.
_MODULES = (actor, attribution, claim, dates, document, event, findings, lineage, review, story, trace)


def carry_by_values() -> None:
    """Let the lines of the model be carried by their values, in the order in which their classes take these."""
    for module in _MODULES:
        for kind in vars(module).values():
            if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__:
                copyreg.pickle(kind, _by_values(kind))


def _by_values(kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    names = [field.name for field in fields(kind)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda line: (kind, (values(line),))
    return lambda line: (kind, values(line))
