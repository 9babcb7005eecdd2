"""Who was hurt by an early report and dead by a later one: counted among the dead, as within one report.

'A girl is in critical condition after a shooting', 'Girl dies days after shooting'. Only where no report of the event
tells of dead and hurt side by side: then those hurt are others.
"""

from collections.abc import Iterator, Mapping, Sequence

from accordingto.stages.align.claims.casualties import Placed, is_plain, person_of
from accordingto.stages.align.claims.persons import compare_persons

# Document id -> what it tells of the dead and hurt.
Told = Mapping[str, Sequence[Placed]]


def drop_outlived(told: Told) -> dict[str, list[Placed]]:
    """The counts of each document without single persons hurt who died by another one."""
    dead = _by_event(told, "killed")
    hurt = _by_event(told, "injured")
    gone = {id(each) for event in sorted(hurt) for each in _gone(dead.get(event, {}), hurt[event])}
    return {document: [each for each in counts if id(each) not in gone] for document, counts in told.items()}


def _by_event(told: Told, attribute: str) -> dict[str, dict[str, list[Placed]]]:
    """Event -> document -> its counts of the dead, or of the hurt."""
    found: dict[str, dict[str, list[Placed]]] = {}
    for document in sorted(told):
        for each in told[document]:
            if is_plain(each) and each.count.attribute == attribute:
                found.setdefault(each.event.id, {}).setdefault(document, []).append(each)
    return found


def _gone(dead: Mapping[str, Sequence[Placed]], hurt: Mapping[str, Sequence[Placed]]) -> Iterator[Placed]:
    """The hurt of an event who died in the end; nobody where one report tells of both, or of several hurt."""
    every = [each for counts in hurt.values() for each in counts]
    if not dead or dead.keys() & hurt.keys() or not all(each.is_one for each in every):
        return
    persons = [person_of(each) for counts in dead.values() for each in counts if each.is_one]
    for each in every:
        if any(compare_persons(person_of(each), one) is not None for one in persons):
            yield each
