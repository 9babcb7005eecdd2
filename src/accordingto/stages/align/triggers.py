"""The words that name an event: 'stormed', 'a raid', 'took part in an attack'."""

from dataclasses import dataclass

from accordingto.model.document import Zone
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.arguments import object_heads
from accordingto.stages.align.entities import entity_at
from accordingto.stages.align.families import Pattern, Words
from accordingto.stages.align.fitting import find_family, fits

# Zones whose sentences may tell of events; the rest ('Source: ...', newsletters) are no part of the report.
TOLD = frozenset({None, Zone.TITLE, Zone.CAPTION})
# Dependents that may complete a two-word trigger: 'hand over', 'take hostage', 'air strike', 'talks failed'.
PARTNERS = frozenset(
    {"prt", "prep", "dobj", "obj", "nsubjpass", "nsubj", "compound", "amod", "acomp", "advmod", "oprd", "ccomp"}
)
# How a noun hangs on the light verb that lends it a clause.
LENT = frozenset({"dobj", "nsubj", "nsubjpass", "prep", "agent"})
NOUNS = frozenset({"NOUN", "PROPN"})
NAMES = frozenset({"ORG", "PERSON", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event.

    Attributes:
        index: its token.
        family: name of its family.
        verbal: True for a verb or participle, False for a noun.
        partner: token of the second word, or its own index.
        light: token of the light verb that lends it a clause ('launched a raid'), or ``None``.
    """

    index: int
    family: str
    verbal: bool
    partner: int
    light: int | None = None

    @property
    def clause(self) -> int:
        """The token that heads its clause."""
        return self.index if self.light is None else self.light


def find_triggers(parse: Parse, words: Words) -> list[Trigger]:
    """Every word of the report's own sentences that names an event, in text order."""
    named = _name_tokens(parse)
    listed = [token for token in parse.find_words(words.listed) if token.index not in named]
    told = [token for token in listed if parse.sentences[token.sentence].zone in TOLD]
    found = [trigger for token in told if (trigger := _trigger_at(parse, token, words)) is not None]
    partners = {each.partner for each in found if each.partner != each.index}
    return [each for each in found if each.index not in partners]


def _name_tokens(parse: Parse) -> set[int]:
    """Capitalised words inside longer names, and dates: 'the Ministry of War' tells of no war, March of no march."""
    longer = (e for e in parse.entities if e.last - e.first > 1 and e.label in NAMES)
    names = {i for e in longer for i in range(e.first, e.last) if parse.tokens[i].pos == "PROPN"}
    return names | {i for e in parse.entities if e.label == "DATE" for i in range(e.first, e.last)}


def _trigger_at(parse: Parse, token: Token, words: Words) -> Trigger | None:
    if token.pos in {"VERB", "ADJ"} and token.tag.startswith("VB"):
        return _match(parse, token, words, verbal=True)
    if token.pos in {"VERB", "AUX"} and token.dep != "aux":
        return _match(parse, token, words, verbal=True)
    if token.pos in NOUNS and token.dep not in {"compound", "npadvmod"}:
        return _match(parse, token, words, verbal=False)
    return None


def _match(parse: Parse, token: Token, words: Words, *, verbal: bool) -> Trigger | None:
    table = words.verbs if verbal else words.nouns
    for pattern in table.get(token.lemma.lower(), ()):
        if pattern[1] is not None and not parse.has_word(pattern[1].removeprefix("=")):
            continue
        partner = _partner(parse, token, pattern)
        if partner is None or not fits(parse, token, words, pattern, verbal=verbal):
            continue
        light = None if verbal else _light_verb(parse, token, words)
        return Trigger(token.index, find_family(parse, token, pattern[0], words), verbal, partner, light)
    return None


def _partner(parse: Parse, token: Token, pattern: Pattern) -> int | None:
    """The token of the pattern's second word; the token itself for a one-word pattern; ``None`` if it is missing."""
    wanted = pattern[1]
    if wanted is None:
        return token.index
    if wanted.startswith("="):
        objects = object_heads(parse, token.index)
        return next((each for each in objects if parse.tokens[each].lemma.lower() == wanted[1:]), None)
    for child in parse.children[token.index]:
        each = parse.tokens[child]
        if token.lemma in {"be", "go"} and each.dep in {"nsubj", "nsubjpass"}:
            continue  # 'are on strike', not 'the strike went on'
        if each.dep in PARTNERS and each.lemma.lower() == wanted:
            if each.dep == "prep" and (_is_timed(parse, child) or (wanted == "off" and parse.children[child])):
                continue  # 'marched on Saturday', 'went down off the coast'
            return child
        if each.dep == "prep":
            below = [c for c in parse.children[child] if parse.tokens[c].lemma.lower() == wanted]
            if below:
                return below[0]
    return None


def _is_timed(parse: Parse, preposition: int) -> bool:
    """'marched on Saturday' is no march on a town."""
    entities = [entity_at(parse, c) for c in parse.children[preposition]]
    return any(entity is not None and entity.label in {"DATE", "TIME"} for entity in entities)


def _light_verb(parse: Parse, noun: Token, words: Words) -> int | None:
    """The verb that only lends the noun its clause: object of 'launch', 'in' after 'take part', subject of 'occur'."""
    at = noun
    for _ in range(4):
        head = parse.tokens[at.head]
        if head.pos == "VERB" and head.index != at.index and at.dep in LENT:
            return head.index if head.lemma.lower() in words.light_verbs else None
        through = head.pos not in NOUNS or head.lemma.lower() in {"part", "series", "wave", "role"}
        if at.dep not in {"pobj", "dobj", "conj"} or not through:
            return None
        at = head
    return None
