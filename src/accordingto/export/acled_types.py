"""ACLED's event types: from an event's kind, the words that name it, and who took part."""

from collections.abc import Sequence
from typing import Any

from accordingto.export.coded import Coded, empty
from accordingto.export.facts import Facts, has_word
from accordingto.lexicon import load_table
from accordingto.model.event import EventKind
from accordingto.query.figures import Figure
from accordingto.query.sides import Group

BATTLES, CIVILIANS, EXPLOSIONS = "Battles", "Violence against civilians", "Explosions/Remote violence"
PROTESTS, RIOTS, STRATEGIC = "Protests", "Riots", "Strategic developments"
DISORDER = {
    BATTLES: "Political violence",
    CIVILIANS: "Political violence",
    EXPLOSIONS: "Political violence",
    PROTESTS: "Demonstrations",
    RIOTS: "Demonstrations",
    STRATEGIC: "Strategic developments",
}
TRANSFER, OTHER = "Non-violent transfer of territory", "Other"
# Words are no events to ACLED, and aid and sanctions are none either.
STRATEGIC_KINDS = {
    EventKind.AGREE: "Agreement",
    EventKind.SEIZE: TRANSFER,
    EventKind.RETREAT: TRANSFER,
    EventKind.RELEASE: OTHER,
    EventKind.MOBILIZE: OTHER,
    EventKind.COERCE: OTHER,
}
# What is seized or coerced may be people; the word list's topic -> what it is then.
TAKING = frozenset({EventKind.SEIZE, EventKind.COERCE})
TOLD_AS = {
    "abduction": (CIVILIANS, "Abduction/forced disappearance"),
    "arrest": (STRATEGIC, "Arrests"),
}


def find_types(facts: Facts, figures: Sequence[Figure]) -> dict[str, Coded] | None:
    """Disorder, event and sub-event type; ``None`` for an event that ACLED does not hold."""
    kind, words = facts.event.kind, _words()
    if kind is EventKind.ASSAULT:
        return _assault(facts, {figure.group for figure in figures})
    if kind is EventKind.PROTEST:
        return _protest(facts, figures)
    if kind in TAKING:
        for told, (event_type, sub) in TOLD_AS.items():
            if has_word(facts.words, words[told]):
                return _typed(event_type, sub, f"it is told with words for {told}s")
    if kind not in STRATEGIC_KINDS:
        return None
    moved = STRATEGIC_KINDS[kind] != TRANSFER or bool(facts.event.places)
    return _typed(STRATEGIC, STRATEGIC_KINDS[kind] if moved else OTHER, f"an event of the kind '{kind.value}'")


def _protest(facts: Facts, figures: Sequence[Figure]) -> dict[str, Coded]:
    if has_word(facts.words, _words()["riot"]):
        return _typed(RIOTS, "Violent demonstration", "a protest told with words for riots")
    if figures:
        return _typed(PROTESTS, "Excessive force against protesters", "a protest in which somebody was killed")
    return _typed(PROTESTS, None, "a protest; whether it stayed peaceful is not told")


def _assault(facts: Facts, killed: set[Group]) -> dict[str, Coded]:
    for sub, wanted in _words()["explosions"].items():
        if has_word(facts.words, wanted):
            return _typed(EXPLOSIONS, sub, "it is told with words for such weapons")
    if facts.sides.a is not None and facts.sides.b is not None:
        return _typed(BATTLES, "Armed clash", "two organised sides take part")
    if killed == {Group.CIVILIANS}:
        return _typed(CIVILIANS, "Attack", "only civilians were killed")
    why = "neither a second side nor who was killed is told"
    return {name: empty(why) for name in ("disorder_type", "event_type", "sub_event_type")}


def _typed(kind: str, sub: str | None, why: str) -> dict[str, Coded]:
    return {
        "disorder_type": Coded(DISORDER[kind], "acled.disorder-type.v1", f"every event of the type {kind} is one"),
        "event_type": Coded(kind, "acled.event-type.v1", why),
        "sub_event_type": empty(why) if sub is None else Coded(sub, "acled.sub-event-type.v1", why),
    }


def _words() -> Any:
    return load_table("en", "acled")
