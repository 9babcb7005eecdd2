"""Which candidates become attributions: one a cue, none twice, no passing beliefs inside somebody's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accordingto.model.attribution import Stance
from accordingto.model.document import Span, Spans
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import frame_of
from accordingto.stages.attribute.nearby import Nearby
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import covered_share

# Rules that look alike on one verb are asked in this order: a caveat before a claim, a clause before an object.
LEAST_SCORE = 0.5
# Two cues whose contents share this much of both say one thing.
_SAME = 0.9


def merge(families: Iterable[Iterable[Candidate]]) -> list[Candidate]:
    """The candidates of all families, the earlier family's where two have one cue."""
    found: dict[int, Candidate] = {}
    loose: list[Candidate] = []
    for family in families:
        for candidate in family:
            if candidate.anchor < 0:
                loose.append(candidate)
            else:
                found.setdefault(candidate.anchor, candidate)
    return [*(found[anchor] for anchor in sorted(found)), *loose]


def accept(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that the ledger will hold, in text order."""
    kept = [each for each in candidates if each.score >= LEAST_SCORE and _is_sound(each)]
    near = Nearby(kept)
    kept = [each for each in kept if not any(_is_twin(each, other) for other in near.at(each.extent))]
    kept = _adopt_doubts(kept)
    near = Nearby(kept)
    kept = [each for each in kept if not _is_own_belief(page, each, near)]
    return sorted(kept, key=lambda each: (each.extent, each.cue, each.source))


def _is_sound(candidate: Candidate) -> bool:
    """Content and cue may not overlap: the parser got lost."""
    return bool(candidate.content) and not any(
        piece.overlaps(cue) for piece in candidate.content for cue in candidate.cue
    )


def _is_twin(one: Candidate, other: Candidate) -> bool:
    """Whether a surer candidate already says the same."""
    if one is other or (one.source and one.source != other.source):
        return False
    if (one.score, -one.anchor) >= (other.score, -other.anchor) or not one.extent.overlaps(other.extent):
        return False
    return min(_share(one.content, other.content), _share(other.content, one.content)) >= _SAME


def _share(these: Spans, those: Spans) -> float:
    total = sum(span.end - span.start for span in these)
    return sum(covered_share(span, those) * (span.end - span.start) for span in these) / total if total else 0.0


def _adopt_doubts(kept: list[Candidate]) -> list[Candidate]:
    """'X has not been verified, she reports' is one attribution: she cannot verify X."""
    doubts = Nearby(each for each in kept if each.stance is Stance.CANNOT_VERIFY and not each.source)
    gone: set[int] = set()
    found = []
    for each in kept:
        inner = [d for d in doubts.at(each.extent) if d is not each and each.source and _is_whole_of(each, d)]
        if inner:
            gone |= {id(doubt) for doubt in inner}
            found.append(replace(each, stance=Stance.CANNOT_VERIFY))
        else:
            found.append(each)
    return [each for each in found if id(each) not in gone]


def _is_whole_of(outer: Candidate, doubt: Candidate) -> bool:
    """Whether a caveat, with its cue, is all that another attribution says."""
    if not all(outer.extent.contains(cue) for cue in doubt.cue):
        return False
    return _share(outer.content, (*doubt.content, Span(doubt.cue[0].start, doubt.cue[-1].end))) > 0.7  # noqa: PLR2004


def _is_own_belief(page: Page, candidate: Candidate, near: Nearby) -> bool:
    """'He said he hoped …', '“I say …”': what a pronoun thinks or calls inside reported words is that claimer's own."""
    if candidate.anchor < 0 or candidate.stance is not Stance.ASSERTS:
        return False
    holders = [other for other in near.at(candidate.extent) if other is not candidate and _lies_in(candidate, other)]
    if not holders:
        return False
    if candidate.source_head is None:
        # '“There is no harm in saying so,” she said': nobody else speaks
        return page.tokens[candidate.anchor].tag in {"VBG", "VB"} and page.quote_index(candidate.anchor) >= 0
    head = page.tokens[candidate.source_head]
    if head.pos != "PRON":
        return False
    frame = frame_of(page.tokens[candidate.anchor].lemma, "clause")
    return head.lemma in _FIRST_AND_SECOND or frame is None or frame.hedged or ".clause." not in candidate.rule


_FIRST_AND_SECOND = frozenset({"i", "we", "you"})


def _lies_in(inner: Candidate, outer: Candidate) -> bool:
    return bool(inner.cue) and any(piece.contains(inner.cue[0]) for piece in outer.content)
