"""Which names are places, by all that the ledger's documents say of them.

A recogniser that never heard of a town takes it for a person here and a product there; 'in the town of Orvel' in one
report tells what 'the Orvel massacre' in another is named after.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from accordingto.model.actor import ActorKind, Resolution
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.families import load_words

SURELY = 3
# What a bare name is taken for by the recogniser alone, so many places in the text outweigh.
SURE = 1
AIMED = frozenset({"on", "of", "against", "for"})
DONE_TO = frozenset({"dobj", "nsubjpass"})
KINDS = frozenset({"town", "village", "city", "district", "province", "region", "suburb", "capital", "port", "camp"})
AFTER = frozenset({"in", "near", "at", "outside"})
LABELS = frozenset({"GPE", "LOC"})
# Who bears a name as one of these is no place by that name.
SOMEBODY = frozenset({ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.OUTLET})


def find_place_names(readings: Sequence[Reading], resolution: Resolution) -> frozenset[str]:
    """The one-word names that more of the words take for places than for anybody else."""
    votes: Counter[str] = Counter()
    for reading in readings:
        votes.update(_places(reading.parse))
        votes.subtract(_others(reading.parse))
    taken = {
        name
        for actor in resolution.actors
        for name in actor.names
        if actor.kind in SOMEBODY and not actor.described and (len(actor.names) > 1 or votes[name] < SURE)
    }
    return frozenset(name for name, count in votes.items() if count > 0 and name not in taken)


def _places(parse: Parse) -> Iterator[str]:
    yield from (parse.tokens[e.first].text for e in parse.entities if e.last - e.first == 1 and e.label in LABELS)
    dates = {i for e in parse.entities if e.label in {"DATE", "TIME"} for i in range(e.first, e.last)}
    names = [t for t in parse.tokens if t.pos == "PROPN" and t.text[:1].isupper() and t.index not in dates]
    yield from (token.text for token in names if _is_stormed(parse, token))
    for token in names:
        if token.dep in {"pobj", "appos"}:
            above = parse.tokens[token.head]
            yield from [token.text] * (SURELY if _is_kind(parse, above) else above.lemma.lower() in AFTER)


def _is_stormed(parse: Parse, token: Token) -> bool:
    """'Retook Orvel', 'Orvel was bombed', 'a raid on Orvel': what is done to places."""
    above, words = parse.tokens[token.head], load_words()
    if token.dep == "pobj" and above.lemma.lower() in AIMED:
        return parse.tokens[above.head].lemma.lower() in words.sets["place_nouns"]
    return token.dep in DONE_TO and above.lemma.lower() in words.sets["place_verbs"]


def _is_kind(parse: Parse, above: Token) -> bool:
    """'The town of X', 'the port X'."""
    if above.lemma.lower() == "of":
        above = parse.tokens[above.head]
    return above.lemma.lower() in KINDS


def _others(parse: Parse) -> Iterator[str]:
    """Names of one word that the recogniser takes for something else, and do not follow 'in'."""
    for entity in parse.entities:
        if entity.last - entity.first == 1 and entity.label in {"PERSON", "ORG", "NORP"}:
            token = parse.tokens[entity.first]
            if parse.tokens[token.head].lemma.lower() not in AFTER and not _is_stormed(parse, token):
                yield token.text
