"""Whether a claim is weakened in its own words: 'may have', 'reportedly', 'appears to'."""

from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import frame_of, phrases
from accordingto.stages.attribute.page import Page


def is_hedged(page: Page, candidate: Candidate) -> bool:
    """Whether the main verb of a content, or what stands directly beside it, weakens it."""
    if candidate.head is None:
        return False
    return is_hedged_words(page, candidate.head)


def is_hedged_words(page: Page, head: int) -> bool:
    """Whether a verb is one of seeming, or has a weakening modal or adverb."""
    lists = phrases()["hedges"]
    lemma = page.tokens[head].lemma
    frame = frame_of(lemma, "clause") if page.child(head, "ccomp") is not None else None
    if lemma in lists["verbs"] or (frame is not None and frame.hedged):
        return True
    if any(page.tokens[aux].lemma in lists["modals"] for aux in page.children(head, "aux")):
        return True
    beside = page.children(head, "advmod", "acomp")
    return any(page.tokens[word].lemma in lists["adverbs"] for word in beside)
