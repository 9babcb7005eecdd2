"""The claims stated so far, as denials and doubts look them up: near by, in the same document first."""

from collections.abc import Callable, Iterable, Sequence

from accordingto.model.attribution import Stance
from accordingto.model.claim import Claim, ClaimStance, Subject, Value
from accordingto.stages.align.claims.making import make_claim
from accordingto.stages.align.claims.page import Page

Test = Callable[[Claim], bool]


class Homes:
    """Which document and passage each claim stands in."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = {each.id: page for page in pages for each in page.reading.attributions}
        self._attributions = {each.id: each for page in pages for each in page.reading.attributions}

    def page(self, claim: Claim) -> Page:
        """The document a claim stands in."""
        return self._pages[claim.attribution]

    def stance(self, claim: Claim) -> Stance:
        """How the passage that a claim stands in holds what it says."""
        return self._attributions[claim.attribution].stance

    def restate(self, claim: Claim, value: Value) -> Claim:
        """The same words as an assertion of another value."""
        return make_claim(
            self._attributions[claim.attribution],
            claim.evidence,
            subject=claim.subject,
            attribute=claim.attribute,
            value=value,
            scope=claim.scope,
            stance=ClaimStance.ASSERTS,
            rule=claim.trace.rule,
        )

    def move(self, claim: Claim, subject: Subject) -> Claim:
        """The same claim about another subject."""
        return make_claim(
            self._attributions[claim.attribution],
            claim.evidence,
            subject=subject,
            attribute=claim.attribute,
            value=claim.value,
            scope=claim.scope,
            stance=claim.stance,
            rule=claim.trace.rule,
        )


class Stated:
    """Every asserted claim, in order of documents and text."""

    def __init__(self, homes: Homes, claims: Iterable[Claim]) -> None:
        held = [claim for claim in claims if claim.stance is ClaimStance.ASSERTS]
        self._all = sorted(held, key=lambda c: (homes.page(c).reading.document.id, c.evidence, c.id))
        self.homes = homes
        self._by_page: dict[str, list[Claim]] = {}
        for claim in self._all:
            self._by_page.setdefault(homes.page(claim).reading.document.id, []).append(claim)

    def on(self, page: Page) -> list[Claim]:
        """The claims of one document, in text order."""
        return self._by_page.get(page.reading.document.id, [])

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
