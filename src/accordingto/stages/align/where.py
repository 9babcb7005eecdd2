"""Where an event happened, by the place names of its own clause."""

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.arguments import object_heads
from accordingto.stages.align.entities import PLACES, entities_between, entity_at
from accordingto.stages.align.families import Words
from accordingto.stages.align.tellings import Telling

# Where a capitalised name after 'in' is a place, even one that the recogniser takes for somebody or knows nothing of.
PLAINLY = frozenset({"in", "at", "near", "outside"})
# After these a name is a place only below the event's own word or a word for a place: 'the fall of Tolva', 'the
# town of Tolva', but not 'the army of Osrin'.
CLOSELY = frozenset({"of", "from", "to", "between"})
INSIDE = frozenset({"compound", "poss", "nmod", "amod"})
DONE_TO = frozenset({"dobj", "nsubjpass"})
LABELS_OF_OTHERS = frozenset(
    {"DATE", "TIME", "EVENT", "LANGUAGE", "LAW", "NORP", "ORG", "WORK_OF_ART", "MONEY", "PRODUCT"}
)
ENDINGS = frozenset({"'s", "\u2019s", "'", "\u2019"})


def find_places(parse: Parse, telling: Telling, words: Words, known: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """The place names of a telling, those nearest its trigger and plainest first.

    ``known`` are names that other words of the ledger show to be places.
    """
    own = set(telling.tokens)
    first, last = telling.tokens[0], telling.tokens[-1] + 1
    found = [
        (e.first, e.last)
        for e in entities_between(parse, first, last)
        if e.label in PLACES
        and not own.isdisjoint(range(e.first, e.last))
        and _is_place(parse, e.last - 1, telling, words)
    ]
    after = [index for index in telling.tokens if parse.tokens[index].dep == "pobj"]
    found.extend(span for index in after if (span := _plain_place(parse, index)) is not None)
    found.extend(
        (index, index + 1)
        for index in telling.tokens
        if parse.tokens[index].text in known
        and not _ends_name(parse, index)
        and not any(first <= index < last for first, last in found)
        and (_is_place(parse, index, telling, words) or _names_deed(parse, index, telling))
    )
    found.extend(span for index in after if (span := _before_site(parse, index, words)) is not None)
    found.sort(key=lambda span: (_order(parse, span[1] - 1, words), abs(span[0] - telling.main.index), span))
    return tuple(dict.fromkeys(_name(parse, *span) for span in found))


def find_place_before(
    parse: Parse, telling: Telling, words: Words, known: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """The one place of the sentence before, which 'retook the town' goes back to."""
    at = parse.tokens[telling.main.index].sentence
    if at == 0 or not any(_is_the_ground(parse, index, words) for index in object_heads(parse, telling.main.index)):
        return ()
    before = parse.sentences[at - 1]
    named = {(e.first, e.last) for e in entities_between(parse, before.first, before.last) if e.label in PLACES}
    named |= {(i, i + 1) for i in range(before.first, before.last) if parse.tokens[i].text in known}
    placed = sorted(span for span in named if parse.tokens[parse.tokens[span[1] - 1].head].lemma.lower() in PLAINLY)
    return (_name(parse, *placed[0]),) if len(placed) == 1 else ()


def _is_the_ground(parse: Parse, index: int, words: Words) -> bool:
    token = parse.tokens[index]
    the = any(parse.tokens[c].lemma.lower() == "the" for c in parse.children[index])
    return the and token.tag == "NN" and _is_ground(token, words)


def _name(parse: Parse, first: int, last: int) -> Span:
    """The characters of a name without article and possessive ending."""
    if last - first > 1 and parse.tokens[first].lemma.lower() == "the":
        first += 1
    if last - first > 1 and parse.tokens[last - 1].text in ENDINGS:
        last -= 1
    return parse.span(first, last - 1)


def _ends_name(parse: Parse, index: int) -> bool:
    """'Hood' of 'Fort Hood' is no place by itself."""
    before = parse.tokens[index - 1] if index else parse.tokens[index]
    return before.pos == "PROPN" and before.dep == "compound" and before.head == index and before.text[:1].isupper()


def _is_place(parse: Parse, index: int, telling: Telling, words: Words) -> bool:
    """Whether a place name says where: not whose ('the army of Osrin') and not who ('Osrin attacked')."""
    token = parse.tokens[index]
    if token.text in ENDINGS:
        token = parse.tokens[token.head]
    for _ in range(6):
        if token.dep not in {"appos", "conj"}:
            break
        token = parse.tokens[token.head]
    if _is_craft(parse, token, telling, words):
        return False
    above = parse.tokens[token.head]
    own = {each for trigger in telling.triggers for each in (trigger.clause, trigger.index)}
    if token.dep == "pobj":
        near = above.head in own or _is_ground(parse.tokens[above.head], words)
        return above.lemma.lower() in words.sets["placing"] and (near or above.lemma.lower() not in CLOSELY)
    if token.dep in INSIDE:
        return _is_ground(above, words) or (above.index in own and token.dep == "compound")
    return (token.dep in DONE_TO and above.index in own) or (token.dep == "npadvmod") or _is_ground(token, words)


def _is_craft(parse: Parse, token: Token, telling: Telling, words: Words) -> bool:
    """'The ferry Dawn Star', 'the sinking of the Dawn Star'."""
    nouns = (token, *(parse.tokens[c] for c in parse.children[token.index]))
    sunk = {trigger.index for trigger in telling.triggers if trigger.family == "wreck"}
    below = parse.tokens[token.head]
    return any(each.lemma.lower() in words.sets["crafts"] for each in nouns) or (
        below.lemma.lower() == "of" and below.head in sunk
    )


def _names_deed(parse: Parse, index: int, telling: Telling) -> bool:
    """'The Orvel massacre', 'the Orvel market attack': a place in front of the event's own noun."""
    own = {trigger.index for trigger in telling.triggers if not trigger.verbal}
    following = parse.tokens[index + 1 : index + 4]
    named = next((token.index for token in following if token.pos not in {"NOUN", "PROPN", "ADJ"}), index + 4)
    return parse.tokens[index].dep in INSIDE and any(index < each < named for each in own)


def _is_ground(token: Token, words: Words) -> bool:
    return token.lemma.lower() in words.sets["grounds"]


def _plain_place(parse: Parse, index: int) -> tuple[int, int] | None:
    """A capitalised noun after 'in' that the recogniser missed, or took for a person."""
    token = parse.tokens[index]
    above = parse.tokens[token.head]
    named = token.pos == "PROPN" and token.text[:1].isupper()
    if not named or not (above.lemma.lower() in PLAINLY or _after_kind(parse, above)):
        return None
    entity = entity_at(parse, index)
    if entity is None:
        return index, index + 1
    others = PLACES if _after_kind(parse, above) else PLACES | LABELS_OF_OTHERS
    return (entity.first, entity.last) if entity.label not in others else None


def _before_site(parse: Parse, index: int, words: Words) -> tuple[int, int] | None:
    """The name of 'at the Orvel jail': jails and mines are called after their town, factories after their owner."""
    token = parse.tokens[index]
    above = parse.tokens[token.head]
    if above.lemma.lower() not in PLAINLY or token.lemma.lower() not in words.sets["sites"]:
        return None
    first = index
    while first and _is_of_site_name(parse, first - 1):
        first -= 1
    entity = entity_at(parse, first)
    named = entity is None or entity.label != "ORG" or entity.last > index
    return (first, index) if first < index and named else None


def _is_of_site_name(parse: Parse, index: int) -> bool:
    """A capitalised word before the site's noun; adjectives only where they are a place ('Osterby', not 'Osrinian')."""
    token, entity = parse.tokens[index], entity_at(parse, index)
    placed = entity is not None and entity.label in PLACES
    return token.text[:1].isupper() and token.dep in INSIDE and (token.pos == "PROPN" or placed)


def _after_kind(parse: Parse, preposition: Token) -> bool:
    """'the town of Tolva'."""
    kind = parse.tokens[preposition.head].lemma.lower()
    return preposition.lemma.lower() == "of" and kind in {"town", "village", "city", "region", "province", "district"}


def _order(parse: Parse, index: int, words: Words) -> tuple[bool, bool]:
    """Names of places beside it last, names after 'in' and 'at' first."""
    head = parse.tokens[index]
    preposition = parse.tokens[head.head]
    beside = (
        head.dep == "pobj" and parse.tokens[preposition.head].lemma.lower().removesuffix("s") in words.sets["beside"]
    )
    return beside, not (head.dep == "pobj" and preposition.lemma.lower() in words.sets["placing"])
