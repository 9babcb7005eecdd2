"""'Could not verify': which answers an outlet could not check."""

from collections.abc import Iterator
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.attribution import Attribution, Stance
from accordingto.model.claim import Claim, ClaimStance
from accordingto.model.document import Span
from accordingto.model.parse import Token
from accordingto.stages.align.claims.doubted import find_pointed_at
from accordingto.stages.align.claims.making import make_claim
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.stated import Stated


def find_doubts(page: Page, stated: Stated) -> Iterator[Claim]:
    """A claim with stance ``cannot_verify`` for each answer that a passage says could not be checked."""
    for attribution in page.reading.attributions:
        if attribution.stance is Stance.CANNOT_VERIFY and attribution.content:
            for answer in _answers(page, attribution, stated):
                yield echo(attribution, answer, ClaimStance.CANNOT_VERIFY, "claims.cannot-verify.v1")


def echo(attribution: Attribution, answer: Claim, stance: ClaimStance, rule: str) -> Claim:
    """A claim of the same value about the same question, with another stance, in other words."""
    return make_claim(
        attribution,
        _words_of(attribution),
        subject=answer.subject,
        attribute=answer.attribute,
        value=answer.value,
        scope=answer.scope,
        stance=stance,
        rule=rule,
        inputs=(answer.id,),
    )


def _words_of(attribution: Attribution) -> Span:
    return max(attribution.content, key=lambda span: (span.end - span.start, -span.start))


def passage(page: Page, attribution: Attribution) -> list[Token]:
    """The words of an attribution's content, without the sentences of passages nested in it."""
    return [token for span in attribution.content for token in page.parse.covered(span)]


def topics_of(words: list[Token]) -> frozenset[str]:
    """The attributes that a passage speaks of by its nouns and verbs."""
    return frozenset(topic for word in words for topic in _topics().get(word.lemma, ()))


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for topic, words in load_table("en", "doubts")["topics"].items():
        for word in words:
            found[word] = (*found.get(word, ()), topic)
    return found


def _answers(page: Page, attribution: Attribution, stated: Stated) -> list[Claim]:
    words = passage(page, attribution)
    topics = topics_of(words)
    start = attribution.extent.start
    events = {event.id for mention, event in page.told if _inside(mention.trigger, attribution)}
    if events and topics:
        own = stated.nearest(page, start, lambda c: c.subject.event in events and c.attribute in topics)
        if own is not None:
            return stated.answers(own, page)
    if topics:
        return _on_topic(page, start, topics, stated)
    return find_pointed_at(page, attribution, words, stated)


def _inside(span: Span, attribution: Attribution) -> bool:
    return any(piece.contains(span) for piece in attribution.content)


def _on_topic(page: Page, start: int, topics: frozenset[str], stated: Stated) -> list[Claim]:
    """Every answer of the document to the questions about the nearest event that it gives such an answer for."""
    near = stated.nearest(page, start, lambda c: c.attribute in topics)
    if near is None:
        return []
    found: list[Claim] = []
    for topic in sorted(topics):
        like = next((c for c in stated.on(page) if c.subject == near.subject and c.attribute == topic), None)
        found += [] if like is None else stated.answers(like, page)
    return found
