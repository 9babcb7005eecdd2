"""Where an event happened, by the place names of its own clause."""

from accordingto.model.parse import Entity, Parse
from accordingto.stages.align.tellings import Telling

PLACES = frozenset({"GPE", "LOC", "FAC"})
# 'against Osrin', 'for Osrin', 'by Osrin' name sides, not places.
PLACING = frozenset(
    {
        "in",
        "at",
        "near",
        "into",
        "on",
        "outside",
        "inside",
        "around",
        "across",
        "over",
        "of",
        "to",
        "from",
        "within",
        "between",
        "along",
        "throughout",
        "through",
        "toward",
        "towards",
        "off",
        "above",
    }
)
# Links on which a place name is a side, not a place.
SIDES = frozenset({"nsubj", "agent", "npadvmod"})


def find_places(parse: Parse, telling: Telling) -> tuple[str, ...]:
    """Names of places in a telling, those nearest its trigger first."""
    own = set(telling.tokens)
    found = [
        e
        for e in parse.entities
        if e.label in PLACES and own & set(range(e.first, e.last)) and _is_place(parse, e, telling)
    ]
    found.sort(key=lambda entity: (_order(parse, entity), abs(entity.first - telling.main.index), entity.first))
    return tuple(dict.fromkeys(place_name(parse, entity) for entity in found))


def place_name(parse: Parse, entity: Entity) -> str:
    """The name without article and possessive ending."""
    words = [t.text for t in parse.tokens[entity.first : entity.last]]
    if words and words[0].lower() == "the":
        words = words[1:]
    if words and words[-1] in {"'s", "’s", "'", "’"}:
        words = words[:-1]
    return " ".join(words)


def _is_place(parse: Parse, entity: Entity, telling: Telling) -> bool:
    head = parse.tokens[entity.last - 1]
    clauses = {trigger.clause for trigger in telling.triggers} | {trigger.index for trigger in telling.triggers}
    if head.dep in SIDES and head.head in clauses:
        return False
    if head.dep == "pobj":
        return parse.tokens[head.head].lemma.lower() in PLACING
    return (
        head.dep in {"compound", "poss", "appos", "conj", "dobj", "nmod", "amod", "nsubjpass", "npadvmod"}
        or head.pos == "PROPN"
    )


def _order(parse: Parse, entity: Entity) -> int:
    """Names after 'in' and 'at' before those inside other noun phrases ('Osrin's Tolva district')."""
    head = parse.tokens[entity.last - 1]
    return 0 if head.dep == "pobj" and parse.tokens[head.head].lemma.lower() in PLACING else 1
