"""Governments and what belongs to them: 'the Korvan military', and 'Korva' or its capital when they act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from accordingto.lexicon import load_table
from accordingto.model.actor import ActorKind
from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Parse, Sentence, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.nations import Nations
from accordingto.text.names import clean_name

GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Body:
    """A class of bodies that every country has: one actor a country.

    Attributes:
        name: the class.
        kind: what such a body is.
        official: whether it belongs to the country's government.
        national: whether 'the defence ministry' alone is that of the country the report is about.
    """

    name: str
    kind: ActorKind
    official: bool
    national: bool


@dataclass(frozen=True, slots=True)
class BodyPhrase:
    """Words that name a country's government or one of its bodies.

    Attributes:
        first, last: tokens, end exclusive.
        span, text: the words, without 'the'.
        code: ISO code of the country.
        body: which of its bodies.
        bare: the country is not named; it is the one the report is about.
    """

    first: int
    last: int
    span: Span
    text: str
    code: str
    body: str
    bare: bool = False


@cache
def bodies() -> dict[str, Body]:
    """The classes of bodies by name."""
    table = load_table("en", "organisation_words")["bodies"]
    return {name: _body(name, row) for name, row in table.items()}


def _body(name: str, row: Mapping[str, Any]) -> Body:
    return Body(name, ActorKind(row["kind"]), bool(row["official"]), bool(row.get("national", False)))


@cache
def _nouns() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (the whole noun in words, class), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, row in load_table("en", "organisation_words")["bodies"].items():
        for noun in row["nouns"]:
            parts = tuple(noun.replace("'s", " 's").replace("-", " - ").split())
            found.setdefault(parts[0], []).append((parts, name))
    return {first: sorted(rows, key=lambda row: (-len(row[0]), row)) for first, rows in found.items()}


def find_bodies(document: Document, parse: Parse, nations: Nations, home: str) -> list[BodyPhrase]:
    """Every country body named in the report's own sentences, in text order.

    Args:
        document: the report.
        parse: its grammar.
        nations: the countries there are.
        home: the country the report is about: 'the defence ministry' is its ministry.
    """
    reader = _Reader(document, parse, nations, home)
    found: list[BodyPhrase] = []
    for sentence in parse.sentences:
        if sentence.zone in (None, Zone.TITLE):
            heads = [token for token in parse.words(sentence) if _nouns_from(token.text)]
            if heads:
                found.extend(reader.read(sentence, heads))
    return found


@lru_cache(maxsize=50_000)
def _nouns_from(word: str) -> Sequence[tuple[tuple[str, ...], str]]:
    """The nouns that begin with a word, as above; for most words none."""
    return _nouns().get(_plain(word), ())


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _lower(token: Token) -> str:
    return _plain(token.text)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Finds the bodies of one document."""

    document: Document
    parse: Parse
    nations: Nations
    home: str

    def read(self, sentence: Sentence, heads: Sequence[Token]) -> Iterator[BodyPhrase]:
        """The bodies of a sentence, the longest noun first; ``heads`` are words with which nouns for them begin."""
        taken = sentence.first
        for token in heads:
            for parts, body in _nouns_from(token.text):
                last = token.index + len(parts)
                words = tuple(_lower(each) for each in self.parse.tokens[token.index : min(last, sentence.last)])
                if token.index < taken or words != parts:
                    continue
                phrase = self._with_country(sentence, token.index, last, body)
                if phrase is not None:
                    taken = phrase.last
                    yield phrase
                    break

    def _with_country(self, sentence: Sentence, first: int, last: int, body: str) -> BodyPhrase | None:
        lone_noun = last - first == 1 and body == GOVERNMENT
        widest = 0 if lone_noun and _lower(self.parse.tokens[first]) not in _PLAIN else 1
        before = self._country_before(sentence, first, widest=widest)
        if before is not None:
            return self._make(before[0], last, code=before[1], body=body)
        after = self._country_after(sentence, last, is_government=lone_noun)
        if after is not None:
            return self._make(first, after[0], code=after[1], body=body)
        if self.home and bodies()[body].national and self._is_bare(sentence, first, last):
            return self._make(first, last, code=self.home, body=body, bare=True)
        return None

    def _make(self, first: int, last: int, *, code: str, body: str, bare: bool = False) -> BodyPhrase:
        span = self.parse.span(first, last - 1)
        return BodyPhrase(first, last, span, clean_name(self.document.quote(span)), code, body, bare)

    def _country_before(self, sentence: Sentence, at: int, *, widest: int) -> tuple[int, str] | None:
        """The country word right before a noun, with its possessive and at most one word between."""
        tokens = self.parse.tokens
        for gap in range(widest + 1):
            end = at - gap
            if gap and not (
                end >= sentence.first
                and tokens[end].pos in {"ADJ", "NOUN", "PROPN", "VERB"}
                and tokens[end].text.isalpha()
                and tokens[end].tag not in _FINITE
            ):
                return None
            if end - 1 >= sentence.first and tokens[end - 1].text in {"'s", "’s", "'", "’"}:
                end -= 1
            for size in (4, 3, 2, 1):
                first = end - size
                if first < sentence.first:
                    continue
                found = self.nations.find(" ".join(token.text for token in tokens[first:end]))
                if found is not None and (found.use != "capital" or gap == 0):
                    return first, found.code
        return None

    def _country_after(self, sentence: Sentence, at: int, *, is_government: bool) -> tuple[int, str] | None:
        """The country after 'of', or its capital after 'in': 'Armed Forces of Korva', 'the government in Sell'."""
        tokens = self.parse.tokens
        if at >= sentence.last or _lower(tokens[at]) not in ({"of", "in"} if is_government else {"of"}):
            return None
        use = {"of": {"name"}, "in": {"name", "capital"}}[_lower(tokens[at])]
        first = at + 1
        if first < sentence.last and _lower(tokens[first]) == "the":
            first += 1
        for size in (4, 3, 2, 1):
            if first + size <= sentence.last:
                found = self.nations.find(" ".join(token.text for token in tokens[first : first + size]))
                if found is not None and found.use in use:
                    return first + size, found.code
        return None

    def _is_bare(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether nothing beside the noun says whose body it is."""
        tokens = self.parse.tokens
        before = tokens[first - 1] if first > sentence.first else None
        if last < sentence.last and (_lower(tokens[last]) in {"of", "in", "for"} or tokens[last].text[0].isupper()):
            return False
        if before is None:
            return True
        if _lower(before) in {"its", "their", "his", "her", "our", "'s", "every", "each", "another", "other"}:
            return False
        return before.pos not in {"ADJ", "PROPN", "NOUN", "NUM", "PART"} and before.text not in {"'s", "’s", "-", "’"}


# Words for a government that may have a word between them and the country: 'the Korvan transitional government'.
_PLAIN = frozenset({"government", "authorities"})
# 'Korva said authorities …': a verb of its own parts the country from the noun.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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
