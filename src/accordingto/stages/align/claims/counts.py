"""Numbers of people killed, captured, freed as claims about events."""

from collections.abc import Iterator, Sequence

from accordingto.model.attribution import Stance
from accordingto.model.claim import Claim, ClaimStance, NumberValue, Scope, Subject
from accordingto.model.document import Span
from accordingto.model.parse import Token
from accordingto.stages.align.claims.anaphors import find_anaphors
from accordingto.stages.align.claims.attach import find_event
from accordingto.stages.align.claims.casualties import Placed, fold_casualties
from accordingto.stages.align.claims.count import Count
from accordingto.stages.align.claims.counting import find_counts
from accordingto.stages.align.claims.degrees import find_degree
from accordingto.stages.align.claims.denials import exchanges
from accordingto.stages.align.claims.making import STATING, make_claim, stance_in
from accordingto.stages.align.claims.outlived import drop_outlived
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.timing import find_as_of
from accordingto.text.numbers import QuantityKind, find_numbers


def find_count_claims(pages: Sequence[Page]) -> Iterator[Claim]:
    """The counts of all documents that belong to an event and to somebody's passage."""
    told = drop_outlived({page.reading.document.id: _counts_of(page) for page in pages})
    for page in pages:
        yield from _ransoms(page)
        yield from (_claim(page, each) for each in told[page.reading.document.id])


def _counts_of(page: Page) -> list[Placed]:
    """The counts of one document."""
    quantities = find_numbers(page.text)
    counts = find_counts(page.parse, page.text, quantities)
    every = (*counts, *find_anaphors(page.parse, quantities, counts))
    placed = [found for count in every if (found := _place(page, count)) is not None]
    return fold_casualties(placed)


def _place(page: Page, count: Count) -> Placed | None:
    """The count with its event and passage; ``None`` where it states nothing."""
    token = page.parse.tokens[count.predicate]
    attribution = page.attribution_at(page.parse.tokens[count.counted].start)
    if attribution is None or not page.is_told(token) or _is_unhurt(count):
        return None
    stance = stance_in(attribution, denied=count.denied, given=count.given)
    if count.anyone and stance is not ClaimStance.DENIES:
        return None
    if attribution.stance is Stance.DENIES and token.lemma in exchanges():
        return None  # who denies a swap does not deny that the girls came free; see denials
    where = token if count.about is None else page.parse.tokens[count.about]
    event = find_event(page, where, count.attribute, evidence=count.evidence)
    if event is None or stance is None:
        return None
    return Placed(count, event, attribution, stance, page.resolution.claimers.get(attribution.id), token.sentence == 0)


def _is_unhurt(count: Count) -> bool:
    """'Her husband was not hurt', 'three others were uninjured': they were none of those hurt, whom nobody denies."""
    return count.denied and count.attribute == "injured" and not count.rule.startswith("claims.nobody")


def _claim(page: Page, placed: Placed) -> Claim:
    count = placed.count
    token = page.parse.tokens[count.predicate]
    return make_claim(
        placed.attribution,
        count.evidence,
        subject=Subject(event=placed.event.id),
        attribute=count.attribute,
        value=NumberValue(count.low, count.high),
        scope=Scope(who=count.who or find_degree(page, token), as_of=find_as_of(page, placed.attribution, token)),
        stance=placed.stance,
        rule=count.rule,
    )


def _ransoms(page: Page) -> Iterator[Claim]:
    """'Demanded a ransom of $2 million', 'paid $2 million in ransom': the sum asked or paid for people."""
    if not page.parse.has_word("ransom"):
        return
    for quantity in find_numbers(page.text):
        covered = page.parse.covered(quantity.number) if quantity.kind is QuantityKind.MONEY else []
        if not covered or not page.is_told(covered[0]):
            continue
        ransom = _ransom_near(page, covered[-1])
        # Whoever reports the demand states the sum, so that the demand itself is no obstacle.
        attribution = None if ransom is None else page.attribution_at(covered[-1].start, only=tuple(STATING))
        if ransom is None or attribution is None:
            continue
        evidence = Span(min(quantity.span.start, ransom.start), max(quantity.span.end, ransom.end))
        event = find_event(page, ransom, "ransom", evidence=evidence)
        if event is not None:
            yield make_claim(
                attribution,
                evidence,
                subject=Subject(event=event.id),
                attribute="ransom",
                value=NumberValue(quantity.low, quantity.high),
                stance=STATING[attribution.stance],
                rule="claims.ransom.v1",
            )


def _ransom_near(page: Page, number: Token) -> Token | None:
    """The word 'ransom' that the sum hangs on, or that stands a few words off."""
    above = {number.index, *page.parse.ancestors(number.index)}
    for token in page.parse.tokens[max(0, number.index - 8) : number.index + 6]:
        if token.lemma == "ransom" and token.sentence == number.sentence and above & {token.index, token.head}:
            return token
    return None
