"""Who did what to whom: the people around a trigger, with their roles, how many they are, and which actors they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.arguments import RELATIVES, object_heads, subject_heads
from accordingto.stages.align.entities import entity_at
from accordingto.stages.align.families import Family, Words
from accordingto.stages.align.tellings import Telling
from accordingto.stages.align.triggers import Trigger
from accordingto.stages.align.who import WhoIndex
from accordingto.text.numbers import parse_number

# Roles of the nouns that prepositions hang on a trigger noun.
PREPOSITIONS = {
    "by": "agent",
    "on": "patient",
    "against": "patient",
    "between": "other",
    "with": "other",
    "from": "other",
}
# 'Fired on the ferry', 'opened fire at the crowd': what follows is done to.
FIRING = frozenset({"fire", "open", "shoot"})


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who has a part in an event.

    Attributes:
        role: ``agent``, ``patient`` or ``other``.
        head: token of the noun.
        lemma: its dictionary form.
        groups: classes of people ('armed', 'young'), none when the noun says nothing of it.
        count: how many, where a plain number says so.
        actors: ids of the actors that the noun names.
        through: ids of the actors named beside the noun ('Osrin's fighters').
        single: what there is one of: a person by id, a ship or plane by its noun and its name.
    """

    role: str
    head: int
    lemma: str
    groups: frozenset[str]
    count: int | None
    actors: tuple[str, ...]
    through: tuple[str, ...]
    single: tuple[str, ...] = ()


def find_parties(parse: Parse, telling: Telling, words: Words, who: WhoIndex) -> list[Party]:
    """Everyone who has a part in a telling, in text order, each once."""
    found: dict[int, Party] = {}
    for trigger in telling.triggers:
        family = words.families[trigger.family]
        for role, head in _heads(parse, trigger, family):
            for each in _coordinated(parse, head):
                party = _party(parse, role, each, words, who, sinks=trigger.family == "wreck")
                if party is not None:
                    found.setdefault(party.head, party)
    return [found[head] for head in sorted(found)]


def _heads(parse: Parse, trigger: Trigger, family: Family) -> Iterator[tuple[str, int]]:
    if trigger.verbal:
        yield from _of_verb(parse, trigger.index, family)
        return
    yield from _of_noun(parse, trigger.index, family)
    if trigger.light is not None:
        yield from (("agent", head) for head in subject_heads(parse, trigger.light))


def _of_verb(parse: Parse, verb: int, family: Family) -> Iterator[tuple[str, int]]:
    yield from (("patient", head) for head in object_heads(parse, verb) if parse.tokens[head].lemma not in RELATIVES)
    yield from ((family.subject, head) for head in subject_heads(parse, verb))
    for child in parse.children[verb]:
        token = parse.tokens[child]
        if token.dep == "agent" or (token.dep == "prep" and token.lemma.lower() in {"against", "between", "with"}):
            role = "agent" if token.dep == "agent" else PREPOSITIONS[token.lemma.lower()]
            yield from ((role, c) for c in parse.children[child] if parse.tokens[c].dep == "pobj")
        if parse.tokens[verb].lemma in FIRING:
            yield from (("patient", head) for head in _fired_on(parse, child))


def _fired_on(parse: Parse, child: int) -> Iterator[int]:
    """'Fired on the ferry', 'opened fire on the ferry', 'fired shots at it'."""
    aims = (child, *(parse.children[child] if parse.tokens[child].dep == "dobj" else ()))
    for aim in aims:
        if parse.tokens[aim].dep == "prep" and parse.tokens[aim].lemma.lower() in {"on", "at"}:
            yield from (c for c in parse.children[aim] if parse.tokens[c].dep == "pobj")


def _of_noun(parse: Parse, noun: int, family: Family) -> Iterator[tuple[str, int]]:
    children = [parse.tokens[c] for c in parse.children[noun]]
    has_of = any(c.dep == "prep" and c.lemma.lower() == "of" for c in children)
    for child in children:
        if child.dep == "poss":
            yield ("agent" if has_of else family.possessor), child.index
        elif child.dep in {"compound", "amod", "nmod"} and child.pos in {"PROPN", "ADJ"}:
            yield "agent", child.index
        elif child.dep == "prep":
            role = family.of if child.lemma.lower() == "of" else PREPOSITIONS.get(child.lemma.lower())
            if role is not None:
                yield from ((role, c) for c in parse.children[child.index] if parse.tokens[c].dep == "pobj")


def _coordinated(parse: Parse, head: int) -> Iterator[int]:
    """A noun, seen through 'some of', 'a group of', with those joined to it by 'and'."""
    yield _seen_through(parse, head)
    for child in parse.children[head]:
        if parse.tokens[child].dep == "conj" and parse.tokens[child].pos in {"NOUN", "PROPN", "PRON", "NUM"}:
            yield _seen_through(parse, child)


def _seen_through(parse: Parse, head: int) -> int:
    """'17 of the pupils' are pupils; 'a group of fighters' are fighters."""
    token = parse.tokens[head]
    if token.lemma.lower() in {"prisoner", "captive", "hostage"}:
        # 'Took 30 soldiers prisoner', which parsers take for prisoners of a sort.
        return next((c for c in parse.children[head] if parse.tokens[c].tag == "NNS" and c < head), head)
    if token.pos not in {"NUM", "PRON", "DET", "ADJ"} and token.lemma.lower() not in {
        "group",
        "number",
        "dozen",
        "hundred",
        "score",
        "thousand",
        "member",
    }:
        return head
    for child in parse.children[head]:
        if parse.tokens[child].lemma.lower() == "of":
            below = [c for c in parse.children[child] if parse.tokens[c].dep == "pobj"]
            if below:
                return below[0]
    return head


def _party(parse: Parse, role: str, head: int, words: Words, who: WhoIndex, *, sinks: bool = False) -> Party | None:
    token = parse.tokens[head]
    actors = who.at(token.start, token.end)
    if (token.pos == "ADJ" and not actors) or _is_date(parse, head):
        return None
    through = () if actors else _beside(parse, head, who)
    return Party(
        role,
        head,
        token.lemma.lower(),
        words.people.get(token.lemma.lower(), frozenset()),
        _count(parse, token),
        actors,
        through,
        (*(actor for actor in actors if actor in who.persons), *_craft(parse, token, words, sinks=sinks)),
    )


def _is_date(parse: Parse, head: int) -> bool:
    """'Monday's raid', 'a raid on Monday'."""
    entity = entity_at(parse, head)
    return entity is not None and entity.label in {"DATE", "TIME"}


def _craft(parse: Parse, token: Token, words: Words, *, sinks: bool) -> tuple[str, ...]:
    """'The ferry', 'the ferry Dawn Star', 'the Dawn Star sank': the noun and the last word of the name."""
    nouns = {parse.tokens[c].lemma.lower() for c in parse.children[token.index] if parse.tokens[c].dep == "compound"}
    crafts = sorted(nouns & words.sets["crafts"])
    if token.tag in {"NN", "NNP"} and token.lemma.lower() in words.sets["crafts"]:
        named = [c for c in parse.children[token.index] if parse.tokens[c].dep == "appos"]
        names = (parse.tokens[c].lemma.lower() for c in named if parse.tokens[c].pos == "PROPN")
        return (token.lemma.lower(), *names)
    return (token.lemma.lower(), *crafts) if token.pos == "PROPN" and (crafts or sinks) else ()


def _beside(parse: Parse, head: int, who: WhoIndex) -> tuple[str, ...]:
    """Actors named in front of a noun or after its 'of' and 'from'."""
    found: list[str] = []
    for child in parse.children[head]:
        token = parse.tokens[child]
        if token.dep in {"compound", "amod", "poss", "nmod"}:
            found.extend(who.at(token.start, token.end))
        elif token.dep == "prep" and token.lemma.lower() in {"of", "from"}:
            found.extend(a for c in parse.children[child] for a in who.at(parse.tokens[c].start, parse.tokens[c].end))
    return tuple(dict.fromkeys(found))


def _count(parse: Parse, token: Token) -> int | None:
    """How many, where a plain number says so: '17 of the crew' and '17 sailors' are both 17, 'more than 30' is none."""
    for number in _numbers(parse, token):
        if not any(parse.tokens[c].dep in {"advmod", "amod", "quantmod"} for c in parse.children[number.index]):
            value = parse_number(number.text)
            return int(value.value) if value is not None and value.exact else None
    return None


def _numbers(parse: Parse, token: Token) -> Iterable[Token]:
    if token.pos == "NUM":
        return (token,)
    own = [parse.tokens[c] for c in parse.children[token.index] if parse.tokens[c].dep == "nummod"]
    above = parse.tokens[parse.tokens[token.head].head]
    if not own and token.dep == "pobj" and parse.tokens[token.head].lemma == "of" and above.pos == "NUM":
        return (above,)
    return own
