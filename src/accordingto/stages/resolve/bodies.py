"""Governments and what belongs to them: 'the Korvan military', and 'Korva' or its capital when they act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.actor import ActorKind
from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Parse, Sentence, Token
from accordingto.stages.resolve import words
from accordingto.text.countries import find_country
from accordingto.text.names import clean_name

GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Body:
    """A class of bodies that every country has: one actor a country."""

    name: str
    kind: ActorKind
    official: bool


@dataclass(frozen=True, slots=True)
class BodyPhrase:
    """Words that name a country's government or one of its bodies.

    Attributes:
        first, last: tokens, end exclusive.
        span, text: the words, without 'the'.
        code: ISO code of the country.
        body: which of its bodies.
    """

    first: int
    last: int
    span: Span
    text: str
    code: str
    body: str


@cache
def bodies() -> dict[str, Body]:
    """The classes of bodies by name."""
    table = load_table("en", "organisation_words")["bodies"]
    return {name: Body(name, ActorKind(row["kind"]), bool(row["official"])) for name, row in table.items()}


@cache
def _nouns() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (the whole noun in words, class), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, row in load_table("en", "organisation_words")["bodies"].items():
        for noun in row["nouns"]:
            parts = tuple(noun.replace("'s", " 's").replace("-", " - ").split())
            found.setdefault(parts[0], []).append((parts, name))
    return {first: sorted(rows, key=lambda row: (-len(row[0]), row)) for first, rows in found.items()}


def find_bodies(document: Document, parse: Parse) -> list[BodyPhrase]:
    """Every country body named in the report's own sentences, in text order."""
    found: list[BodyPhrase] = []
    for sentence in parse.sentences:
        if sentence.zone in (None, Zone.TITLE):
            found.extend(_in_sentence(document, parse, sentence))
    return found


def _lower(token: Token) -> str:
    return token.text.lower().replace("’", "'")


def _in_sentence(document: Document, parse: Parse, sentence: Sentence) -> Iterator[BodyPhrase]:
    taken = sentence.first
    for token in parse.words(sentence):
        for parts, body in _nouns().get(_lower(token), ()):
            last = token.index + len(parts)
            words = tuple(_lower(each) for each in parse.tokens[token.index : min(last, sentence.last)])
            if token.index < taken or words != parts:
                continue
            phrase = _with_country(document, parse, sentence, (token.index, last), body)
            if phrase is not None:
                taken = phrase.last
                yield phrase
                break


def _with_country(
    document: Document, parse: Parse, sentence: Sentence, noun: tuple[int, int], body: str
) -> BodyPhrase | None:
    before = _country_before(
        parse.tokens,
        sentence,
        noun[0],
        widest=0
        if noun[1] - noun[0] == 1 and body == GOVERNMENT and parse.tokens[noun[0]].text.lower() not in _PLAIN
        else 1,
    )
    if before is not None:
        return _make(document, parse, before[0], noun[1], code=before[1], body=body)
    after = _country_after(parse.tokens, sentence, noun[1])
    if after is not None:
        return _make(document, parse, noun[0], after[0], code=after[1], body=body)
    return None


def _make(document: Document, parse: Parse, first: int, last: int, *, code: str, body: str) -> BodyPhrase:
    span = parse.span(first, last - 1)
    return BodyPhrase(first, last, span, clean_name(document.quote(span)), code, body)


# Words for a government that may have a word between them and the country: 'the Korvan transitional government'.
_PLAIN = frozenset({"government", "authorities"})


def _country_before(tokens: Sequence[Token], sentence: Sentence, at: int, *, widest: int) -> tuple[int, str] | None:
    """The country word right before a noun, with its possessive and at most one word between."""
    for gap in range(widest + 1):
        end = at - gap
        if gap and not (
            end >= sentence.first and tokens[end].pos in {"ADJ", "NOUN", "PROPN", "VERB"} and tokens[end].text.isalpha()
        ):
            return None
        if end - 1 >= sentence.first and tokens[end - 1].text in {"'s", "’s", "'", "’"}:
            end -= 1
        for size in (4, 3, 2, 1):
            first = end - size
            if first < sentence.first:
                continue
            found = find_country(" ".join(token.text for token in tokens[first:end]))
            if found is not None and (found.use != "capital" or gap == 0):
                return first, found.code
    return None


def _country_after(tokens: Sequence[Token], sentence: Sentence, at: int) -> tuple[int, str] | None:
    """The country after 'of': 'Armed Forces of Korva', 'the government of the Republic'."""
    if at >= sentence.last or tokens[at].text.lower() != "of":
        return None
    first = at + 1
    if first < sentence.last and tokens[first].text.lower() == "the":
        first += 1
    for size in (4, 3, 2, 1):
        if first + size <= sentence.last:
            found = find_country(" ".join(token.text for token in tokens[first : first + size]))
            if found is not None and found.use == "name":
                return first + size, found.code
    return None


def acts(parse: Parse, first: int, last: int, *, use: str) -> bool:
    """Whether the words for a country speak or act here, and so stand for its government.

    Args:
        parse: the document's grammar.
        first: the first token of the name.
        last: the token after it.
        use: ``name``, ``capital`` or ``seat``; a capital must speak, a country may also act.
    """
    token = parse.tokens[last - 1]
    while (token.dep in {"conj", "compound"} and first <= token.head) or token.dep == "conj":
        token = parse.tokens[token.head]
        if token.dep not in {"conj", "nsubj"}:
            break
    head = parse.tokens[token.head]
    if token.dep == "nsubj" and head.pos == "VERB":
        return head.lemma in words.acting("speech") if use == "capital" else head.lemma not in words.acting("states")
    if token.dep == "poss":
        return head.lemma in words.acting("decisions")
    if token.dep == "pobj" and head.dep == "agent":
        return use != "capital"
    if token.dep in {"dobj", "obj"}:
        return head.lemma in words.acting("held_to_act")
    return token.dep == "pobj" and head.lemma == "to" and parse.tokens[head.head].lemma in {"accord", "appeal"}
