"""Which event a predicate speaks of: the one told by its own words, else the nearest of the right kind."""

from accordingto.model.document import Span
from accordingto.model.event import Event, EventMention
from accordingto.model.parse import Token
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.words import load_attributes

# How many sentences back 'the attack' may stand before what is said of it.
BACK = 4
# What is told of as following from a protest or an attack, with the kinds of event that it may follow from.
CONSEQUENT = frozenset({"arrested"})
CONSEQUENCES = frozenset({"coerce", "protest"})
MAIN = ("assault", "protest")
# Kinds of event in which people are uprooted or freed; where an attack is told beside them, it is what killed.
FLIGHTS = frozenset({"coerce", "retreat", "release", "aid"})
# 'Are still held', 'remain missing': a state that lasts, told long after the event that began it.
LASTING = frozenset({"remain", "hold", "keep", "be"})


def find_event(page: Page, token: Token, attribute: str, *, evidence: Span) -> Event | None:
    """The event of which a predicate gives an attribute.

    Args:
        page: the document.
        token: the word that says what happened to those counted.
        attribute: what it says of them.
        evidence: the words that state the value.
    """
    kinds = load_attributes().kinds[attribute]
    sentence = page.parse.sentences[token.sentence]
    near = page.told_in(sentence.start, sentence.end)
    own = [event for mention, event in near if mention.trigger.overlaps(Span(token.start, token.end))]
    if own:
        return _consequence_of(page, own[0], attribute) or own[0]
    if attribute == "hostages" and token.lemma in LASTING:
        main = main_event(page, kinds[:1])
        if main is not None:
            return main
    return _in_sentence(page, token, kinds, evidence) or _before(page, token, kinds[:3]) or main_event(page, kinds[:1])


def _consequence_of(page: Page, event: Event, attribute: str) -> Event | None:
    """'More than 90 were arrested' on no day and nowhere of its own belongs to the unrest that the report is about."""
    if attribute not in CONSEQUENT or event.date is not None or event.places or event.kind.value not in CONSEQUENCES:
        return None
    return main_event(page, MAIN)


def _in_sentence(page: Page, token: Token, kinds: tuple[str, ...], evidence: Span) -> Event | None:
    sentence = page.parse.sentences[token.sentence]
    near = [(m, e) for m, e in page.told_in(sentence.start, sentence.end) if e.kind in kinds]
    # Of deaths in a camp for the displaced the attack on it is told, not the flight.
    if kinds[0] == "assault":
        near = [pair for pair in near if pair[1].kind not in FLIGHTS] or near
    covering = [pair for pair in near if pair[0].span.overlaps(evidence)]
    chosen = covering or near
    if not chosen:
        return None
    return min(chosen, key=lambda pair: _distance(pair, token, kinds))[1]


def _distance(pair: tuple[EventMention, Event], token: Token, kinds: tuple[str, ...]) -> tuple[int, int, str]:
    mention, event = pair
    gap = min(abs(mention.trigger.start - token.end), abs(token.start - mention.trigger.end))
    return (gap, kinds.index(event.kind), event.id)


def _before(page: Page, token: Token, kinds: tuple[str, ...]) -> Event | None:
    """The last event of the right kind told in the few sentences before."""
    first = page.parse.sentences[max(0, token.sentence - BACK)].start
    near = [event for _, event in page.told_in(first, token.start) if event.kind in kinds]
    return next((event for event in reversed(near) if not page.is_background(event)), None)


def main_event(page: Page, kinds: tuple[str, ...]) -> Event | None:
    """The event of these kinds that the documents speak of most, if this one speaks of it."""
    told = [page.main_events[kind] for kind in kinds if kind in page.main_events]
    return min(told, key=lambda event: (-len(event.mentions), kinds.index(event.kind), event.id), default=None)
