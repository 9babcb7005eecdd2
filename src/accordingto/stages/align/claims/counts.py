"""Numbers of people killed, captured, freed as claims about events."""

from collections.abc import Iterator

from accordingto.model.attribution import Stance
from accordingto.model.claim import Claim, NumberValue, Scope, Subject
from accordingto.stages.align.claims.attach import find_event
from accordingto.stages.align.claims.counting import Count, find_counts
from accordingto.stages.align.claims.denials import exchanges
from accordingto.stages.align.claims.making import make_claim, stance_in
from accordingto.stages.align.claims.page import Page
from accordingto.text.numbers import find_numbers


def find_count_claims(page: Page) -> Iterator[Claim]:
    """The counts of a document that belong to an event and to somebody's passage."""
    for count in find_counts(page.parse, page.text, find_numbers(page.text)):
        claim = _claim(page, count)
        if claim is not None:
            yield claim


def _claim(page: Page, count: Count) -> Claim | None:
    token = page.parse.tokens[count.predicate]
    attribution = page.attribution_at(page.parse.tokens[count.counted].start)
    if attribution is None or not page.is_told(token):
        return None
    stance = stance_in(attribution, denied=count.denied)
    if attribution.stance is Stance.DENIES and token.lemma in exchanges():
        return None  # who denies a swap does not deny that the girls came free; see denials
    event = find_event(page, token, count.attribute, evidence=count.evidence)
    if event is None or stance is None:
        return None
    return make_claim(
        attribution,
        count.evidence,
        subject=Subject(event=event.id),
        attribute=count.attribute,
        value=NumberValue(count.low, count.high),
        scope=Scope(who=count.who),
        stance=stance,
        rule="claims.count.v1",
    )
