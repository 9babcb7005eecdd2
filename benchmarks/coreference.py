"""What the coreference measures share: plain text from tokenised corpora, B-cubed, and the head-word baseline."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from accordingto.model.actor import Actor
from accordingto.model.document import Document
from accordingto.model.keys import make_id
from accordingto.text.countries import find_country

# Words after which a noun phrase goes on about something else: 'the head | of the agency', 'the man | who …'.
_AFTER_HEAD = frozenset(
    [
        *("of", "in", "from", "for", "who", "which", "that", "to", "on", "at", "with", "by", "whose", "where", "near"),
        *("including", "and", "as", "is", "was", "under", ",", "(", "-", "--"),
    ]
)
_POSSESSIVES = frozenset(["'s", "’s", '"'])
_NO_SPACE_BEFORE = re.compile(r" (?=[,.;:!?)\]%’]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b|- )")
_NO_SPACE_AFTER = re.compile(r"(?<=[(\[$#]) |(?<= -) ")
_BREAK = "\\n"


@dataclass(frozen=True, slots=True)
class Plain:
    """A tokenised text written as people write, with the new place of every character of the old."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the tokenised text stand now."""
        return self.places[start], self.places[end - 1] + 1


def write_plain(tokenised: str) -> Plain:
    """'Mr. Kim 's offer ,' becomes "Mr. Kim's offer,"; marks of line breaks become line breaks."""
    text = tokenised.replace(f" {_BREAK} ", " \n\n").replace(_BREAK, "\n ")
    dropped = {match.start() for pattern in (_NO_SPACE_BEFORE, _NO_SPACE_AFTER) for match in pattern.finditer(text)}
    dropped |= _spaces_of_quotes(text)
    places: list[int] = []
    kept: list[str] = []
    for at, letter in enumerate(text):
        places.append(len(kept))
        if at not in dropped:
            kept.append(letter)
    return Plain("".join(kept), tuple(places))


def _spaces_of_quotes(text: str) -> set[int]:
    """The spaces inside straight quotation marks, which open and close by turns in each paragraph."""
    found, opens = set(), True
    for at, letter in enumerate(text):
        if letter == "\n":
            opens = True
        elif letter == '"':
            space = at + 1 if opens else at - 1
            if 0 <= space < len(text) and text[space] == " ":
                found.add(space)
            opens = not opens
    return found


def make_document(plain: Plain, uri: str, *, outlet: str | None = None) -> Document:
    """A document of this very text; its characters stay where they are."""
    return Document(id=make_id("doc", uri, plain.text), uri=uri, text=plain.text, outlet=outlet)


def head_of(text: str) -> str:
    """The head word of a noun phrase by rule of thumb: the last word before an 'of', a comma, a 'who'."""
    tokens = [token for token in text.split() if token not in {"'s", "’s", "'", '"', "\\n"}] or [text]
    for at, token in enumerate(tokens[1:], 1):
        if token.lower() in _AFTER_HEAD:
            return tokens[at - 1].lower()
    return tokens[-1].lower()


def head_span(text: str, start: int) -> tuple[int, int]:
    """Where the head word of a noun phrase stands, the phrase beginning at ``start``."""
    head = head_of(text)
    places = [match.start() for match in re.finditer(rf"(?<!\S){re.escape(head)}(?!\S)", text.lower())]
    at = next((place for place in places if _ends_head(text[place + len(head) :].split())), max(places, default=0))
    return start + at, start + at + len(head)


def _ends_head(rest: Sequence[str]) -> bool:
    return not rest or rest[0].lower() in _AFTER_HEAD | _POSSESSIVES


def index_actors(actors: Iterable[Actor]) -> dict[str, dict[int, tuple[int, str]]]:
    """Document -> character -> (length of the narrowest mention there, its actor)."""
    found: dict[str, dict[int, tuple[int, str]]] = defaultdict(dict)
    for actor in actors:
        for mention in actor.mentions:
            size = mention.span.end - mention.span.start
            for at in range(mention.span.start, mention.span.end):
                known = found[mention.document].get(at)
                if known is None or size < known[0]:
                    found[mention.document][at] = (size, actor.id)
    return found


def fall_back(text: str, governments: dict[str, str]) -> Hashable:
    """Where no actor is: a country's name goes with its government, anything else by its head word."""
    country = find_country(text) or find_country(text.rsplit(maxsplit=1)[-1])
    if country is not None:
        return governments.get(country.code, country.code)
    return head_of(text)


def governments_of(actors: Iterable[Actor]) -> dict[str, str]:
    """Country code -> the actor that is its government."""
    found = {}
    for actor in actors:
        codes = {country.code for name in actor.names if (country := find_country(name)) and country.use == "name"}
        if actor.kind.value == "government" and len(codes) == 1:
            found[codes.pop()] = actor.id
    return found


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """B-cubed F1 of two clusterings of the same mentions."""
    both, golds, founds = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / founds[cluster] for (_, cluster), n in both.items()) / len(gold)
    recall = sum(n * n / golds[cluster] for (cluster, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)
