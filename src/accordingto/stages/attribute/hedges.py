"""Whether a claim is weakened in its own words: 'may have', 'reportedly', 'appears to'."""

from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import phrases
from accordingto.stages.attribute.page import Page


def is_hedged(page: Page, candidate: Candidate) -> bool:
    """Whether the main verb of a content, or what stands directly beside it, weakens it."""
    if candidate.head is None:
        return False
    return is_hedged_words(page, candidate.head)


def is_hedged_words(page: Page, head: int) -> bool:
    """Whether a verb is one of seeming, or has a weakening modal or adverb."""
    lists = phrases()["hedges"]
    if page.tokens[head].lemma in lists["verbs"]:
        return True
    if any(page.tokens[aux].lemma in lists["modals"] for aux in page.children(head, "aux")):
        return True
    beside = page.children(head, "advmod", "acomp")
    return any(page.tokens[word].lemma in lists["adverbs"] for word in beside)
