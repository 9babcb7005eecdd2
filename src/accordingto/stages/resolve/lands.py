"""The country that stands beside an office: 'Korvan foreign minister', "Korva's president", 'president of Korva'."""

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Cast

# The most words of a country's name, and of the ranks between it and an office ('Korvan deputy foreign minister').
LONGEST_COUNTRY, MOST_RANKS = 3, 3


def land_of(cast: Cast, parse: Parse, noun: Token) -> tuple[str, Span] | None:
    """Code and words of the country whose office a noun is."""
    return _before(cast, parse, noun) or _after(cast, parse, noun)


def _before(cast: Cast, parse: Parse, noun: Token) -> tuple[str, Span] | None:
    """'Korvan deputy foreign minister', "Korva's president"."""
    first, at = parse.sentences[noun.sentence].first, noun.index
    for _ in range(MOST_RANKS):
        if at > first and _is_between(parse.tokens[at - 1].text.lower()):
            at -= 1
    for start in range(max(first, at - LONGEST_COUNTRY), at):
        span = parse.span(start, at - 1)
        found = cast.nations.find(cast.document.quote(span))
        if found is not None and found.use in {"name", "demonym"}:
            return found.code, span
    return None


def _is_between(word: str) -> bool:
    return word in {"'s", "’s", "-"} or word in words.nouns("ranks")


def _after(cast: Cast, parse: Parse, noun: Token) -> tuple[str, Span] | None:
    """'president of Korva'."""
    after, last = noun.index + 1, parse.sentences[noun.sentence].last
    if after >= last or parse.tokens[after].text != "of":
        return None
    for size in range(LONGEST_COUNTRY + 1, 0, -1):
        if after + size < last:
            span = parse.span(after + 1, after + size)
            found = cast.nations.find(cast.document.quote(span))
            if found is not None and found.use == "name":
                return found.code, span
    return None
