"""How badly people were hurt, where that is all that says who is counted: 'twenty were lightly wounded'."""

from accordingto.model.parse import Token
from accordingto.stages.align.claims.page import Page

DEGREES = frozenset(
    {"lightly", "slightly", "badly", "seriously", "critically", "severely", "gravely", "grievously", "moderately"}
)


def find_degree(page: Page, predicate: Token) -> str | None:
    """'Lightly wounded': some of the wounded, so that the number is none of them all."""
    for child in page.parse.children[predicate.index]:
        adverb = page.parse.tokens[child]
        if adverb.lemma.lower() in DEGREES and adverb.index == predicate.index - 1:
            return page.text[adverb.start : predicate.end]
    return None
