"""The claims stated so far, as denials and doubts look them up: near by, in the same document first."""

from collections.abc import Callable, Iterable, Sequence

from accordingto.model.claim import Claim, ClaimStance, Subject
from accordingto.stages.align.claims.making import make_claim
from accordingto.stages.align.claims.page import Page

Test = Callable[[Claim], bool]


class Stated:
    """Every asserted claim with the page it stands on."""

    def __init__(self, pages: Sequence[Page], claims: Iterable[Claim]) -> None:
        homes = {each.id: page for page in pages for each in page.reading.attributions}
        held = [c for c in claims if c.stance is ClaimStance.ASSERTS and c.attribution in homes]
        self._all = sorted(held, key=lambda c: (homes[c.attribution].reading.document.id, c.evidence, c.id))
        self._homes = homes

    def on(self, page: Page) -> list[Claim]:
        """The claims of one document, in text order."""
        return [claim for claim in self._all if self._homes[claim.attribution] is page]

    def nearest(self, page: Page, offset: int, fits: Test) -> Claim | None:
        """The last fitting claim before a place in a document, else the first after it."""
        here = [claim for claim in self.on(page) if fits(claim)]
        before = [claim for claim in here if claim.evidence.start < offset]
        return before[-1] if before else (here[0] if here else None)

    def elsewhere(self, fits: Test) -> Claim | None:
        """The fitting claim, in any document, about the subject that most fitting claims are about."""
        found = [claim for claim in self._all if fits(claim)]
        counts: dict[Subject, int] = {}
        for claim in found:
            counts[claim.subject] = counts.get(claim.subject, 0) + 1
        return min(found, key=lambda c: (-counts[c.subject], c.subject.event or "", c.id), default=None)

    def answers(self, like: Claim, page: Page | None = None) -> list[Claim]:
        """One claim for each value given in answer to the same question, on one page or anywhere."""
        found: dict[str, Claim] = {}
        for claim in self._all if page is None else self.on(page):
            if (claim.subject, claim.attribute) == (like.subject, like.attribute):
                found.setdefault(repr((claim.value, claim.scope)), claim)
        return list(found.values())

    def page_of(self, claim: Claim) -> Page:
        """The document a claim stands in."""
        return self._homes[claim.attribution]

    def home_of(self, claim: Claim) -> Page | None:
        """The document of a claim that is not asserted."""
        return self._homes.get(claim.attribution)

    def moved(self, claim: Claim, subject: Subject) -> Claim:
        """The same claim about another subject."""
        attribution = next(a for a in self._homes[claim.attribution].reading.attributions if a.id == claim.attribution)
        return make_claim(
            attribution,
            claim.evidence,
            subject=subject,
            attribute=claim.attribute,
            value=claim.value,
            scope=claim.scope,
            stance=claim.stance,
            rule=claim.trace.rule,
        )
