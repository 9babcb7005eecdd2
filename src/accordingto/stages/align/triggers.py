"""The words that name an event: 'stormed', 'a raid', 'took part in an attack'."""

from collections.abc import Mapping, Sequence
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
    verbs, nouns = _in_play(parse, words.verbs), _in_play(parse, words.nouns)
    found = []
    for token in parse.find_words(verbs.keys() | nouns.keys()):
        verbal = _is_verbal(token)
        patterns = () if verbal is None else (verbs if verbal else nouns).get(token.lemma.lower(), ())
        if patterns and token.index not in named and parse.sentences[token.sentence].zone in TOLD:
            trigger = _match(parse, token, patterns, words, verbal=verbal is True)
            if trigger is not None:
                found.append(trigger)
    partners = {each.partner for each in found if each.partner != each.index}
    return [each for each in found if each.index not in partners]


def _name_tokens(parse: Parse) -> set[int]:
    """Capitalised words inside longer names, and dates: 'the Ministry of War' tells of no war, March of no march."""
    longer = (e for e in parse.entities if e.last - e.first > 1 and e.label in NAMES)
    names = {i for e in longer for i in range(e.first, e.last) if parse.tokens[i].pos == "PROPN"}
    return names | {i for e in parse.entities if e.label == "DATE" for i in range(e.first, e.last)}


def _in_play(parse: Parse, table: Mapping[str, tuple[Pattern, ...]]) -> dict[str, list[Pattern]]:
    """By lemma the patterns whose second word stands anywhere in the document: most need no trying."""
    found: dict[str, list[Pattern]] = {}
    for lemma in parse.words_among(table.keys()):
        patterns = [each for each in table[lemma] if each[1] is None or parse.has_word(each[1].removeprefix("="))]
        if patterns:
            found[lemma] = patterns
    return found


def _is_verbal(token: Token) -> bool | None:
    """Whether a word names an event as a verb does, or as a noun does; ``None`` where it can name none."""
    if token.pos == "VERB" or (token.pos == "ADJ" and token.tag.startswith("VB")):
        return True if token.tag.startswith("VB") or token.dep != "aux" else None
    if token.pos == "AUX":
        return True if token.dep != "aux" else None
    return False if token.pos in NOUNS and token.dep not in {"compound", "npadvmod"} else None


def _match(parse: Parse, token: Token, patterns: Sequence[Pattern], words: Words, *, verbal: bool) -> Trigger | None:
    for pattern in patterns:
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
