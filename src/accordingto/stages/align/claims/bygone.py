"""What a report says of other times: 'there had been no deaths since 1987' denies nothing of today's three."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from accordingto.model.claim import Claim, ClaimStance, NumberValue
from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.stated import Homes
from accordingto.text.dates import Relation, find_dates

# 'Until' and 'before' speak of a time that was over when it happened, 'since' of one that began long before.
_BOUNDS = frozenset({"since", "until", "before"})


def drop_bygone(claims: Iterable[Claim], homes: Homes, events: Sequence[Event]) -> Iterator[Claim]:
    """The claims without those that say 'none' of a time that began before the event."""
    days = {event.id: event.date for event in events}
    return (claim for claim in claims if not (_says_none(claim) and _is_bygone(claim, homes.page(claim), days)))


def _says_none(claim: Claim) -> bool:
    return claim.stance is ClaimStance.DENIES or claim.value == NumberValue(0, 0)


def _is_bygone(claim: Claim, page: Page, days: Mapping[str, DateRange | None]) -> bool:
    covered = page.parse.covered(claim.evidence)
    date = days.get(claim.subject.event or "")
    if not covered or date is None:
        return False
    sentence = page.parse.sentences[covered[0].sentence]
    return any(each.end < date.start for each in _bounds_in(page, Span(sentence.start, sentence.end)))


def _bounds_in(page: Page, span: Span) -> list[DateRange]:
    """The days of 'since 1987', 'before 2004' in a sentence."""
    text = page.text[span.start : span.end]
    published = page.reading.document.published
    if not _BOUNDS & set(text.lower().split()):
        return []
    found = find_dates(text, None if published is None else published.date)
    return [each.date for each in found if each.relation is not Relation.IN]
