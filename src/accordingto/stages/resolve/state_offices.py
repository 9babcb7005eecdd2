"""Who speaks for a country by office: 'Korvan foreign minister Ada Wren', 'Tor Osrin, president of Korva'."""

from accordingto.model.actor import ActorKind
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Cast, current
from accordingto.stages.resolve.sides import is_past

# The most words of a country's name, and of the ranks between it and an office ('Korvan deputy foreign minister').
LONGEST_COUNTRY, MOST_RANKS = 3, 3


def bind_state_offices(cast: Cast, parse: Parse) -> None:
    """Note of which country a person is president, minister or ambassador, where it stands beside the office."""
    for held in cast.held:
        holder, noun = current(held.figure), parse.tokens[held.noun]
        office = noun.lemma if noun.text.islower() else noun.text.lower()
        if holder.kind is not ActorKind.PERSON or office not in words.nouns("state_offices") or is_past(parse, noun):
            continue
        found = _before(cast, parse, noun) or _after(cast, parse, noun)
        if found is not None:
            code, words_of = found
            at = parse.span(noun.index, noun.index)
            span = Span(min(words_of.start, at.start, held.name.start), max(words_of.end, at.end, held.name.end))
            holder.offices.append((code, span))


def _before(cast: Cast, parse: Parse, noun: Token) -> tuple[str, Span] | None:
    """'Korvan deputy foreign minister', "Korva's president"."""
    first, at = parse.sentences[noun.sentence].first, noun.index
    for _ in range(MOST_RANKS):
        if at > first and parse.tokens[at - 1].text.lower() in words.nouns("ranks") | {"'s", "’s", "-"}:
            at -= 1
    for start in range(max(first, at - LONGEST_COUNTRY), at):
        span = parse.span(start, at - 1)
        found = cast.nations.find(cast.document.quote(span))
        if found is not None and found.use in {"name", "demonym"}:
            return found.code, span
    return None


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
