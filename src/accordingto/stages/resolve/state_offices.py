"""Who speaks for a country by office: 'Korvan foreign minister Ada Wren', 'Tor Osrin, president of Korva'."""

from accordingto.model.actor import ActorKind
from accordingto.model.document import Span
from accordingto.model.parse import Parse
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Cast, current
from accordingto.stages.resolve.lands import land_of
from accordingto.stages.resolve.offices import is_past


def bind_state_offices(cast: Cast, parse: Parse) -> None:
    """Note of which country a person is president, minister or ambassador, where it stands beside the office."""
    for held in cast.held:
        holder, noun = current(held.figure), parse.tokens[held.noun]
        office = noun.lemma if noun.text.islower() else noun.text.lower()
        if holder.kind is not ActorKind.PERSON or office not in words.nouns("state_offices") or is_past(parse, noun):
            continue
        found = land_of(cast, parse, noun)
        if found is not None:
            code, words_of = found
            at = parse.span(noun.index, noun.index)
            span = Span(min(words_of.start, at.start, held.name.start), max(words_of.end, at.end, held.name.end))
            holder.offices.append((code, span))
