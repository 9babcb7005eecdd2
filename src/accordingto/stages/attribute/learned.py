"""What the trained model adds where the rules see nothing: beliefs, wishes and plans given to somebody, odd cues.

The rules are believed first, span by span: they were written for who says what, with stances, chains and nesting. The
model was trained on annotators who marked more than speech (docs/attribution_model.md); what it alone sees is added
only where it touches nothing that a rule has found.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.attribution import Stance
from accordingto.model.document import Spans
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.colons import is_topic
from accordingto.stages.attribute.cues import word_set
from accordingto.stages.attribute.model import Candidate as Learned
from accordingto.stages.attribute.model import find_candidates, keep_apart
from accordingto.stages.attribute.page import Page

# The lowest chance at which an addition is made: of 0.4, 0.5 and 0.6 the one that kept content F1 on two stories of
# conflict reports above 0.92 (docs/attribution.md has the table).
LEAST_LIKELY = 0.5
# An addition may share so much of itself with what a rule found.
MOST_SHARED = 0.5
RULE = "en.learned.v1"
_ASKING = frozenset({"ask", "request", "insist"})


def find_learned(page: Page, accepted: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of the trained model that stand apart from everything accepted, in text order of their cues."""
    if not page.sentences:
        return []
    seen = keep_apart(find_candidates(page.document, page.parse, least=LEAST_LIKELY), page.parse)
    ours = [(each.anchor, _tokens(page, each.content)) for each in accepted]
    return [
        _candidate(page, each) for each in seen if _is_claim(page, each) and not any(_meets(each, *own) for own in ours)
    ]


def _is_claim(page: Page, learned: Learned) -> bool:
    """Whether its cue gives words or thoughts to somebody, and stands in the report's own sentences."""
    token = page.tokens[learned.anchor]
    is_said = token.lemma not in _listed("no_cues") and bool(learned.source) and not _is_negated(page, learned)
    if token.text == ":" and is_topic(page, token.index):
        return False
    if token.lemma in _listed("deeds") and not _has_reason(page, learned):
        return False
    if token.lemma in _ASKING and any(page.tokens[i].lemma in word_set("anonymity") for i in learned.tokens):
        return False  # 'asked not to be named'
    return is_said and page.is_read_at(token.start) and not _swallows(page, learned)


def _has_reason(page: Page, learned: Learned) -> bool:
    """'attacked the mayor for her silence', not 'attacked the town'."""
    return any(page.tokens[i].lemma in _listed("reasons") for i in learned.tokens)


def _swallows(page: Page, learned: Learned) -> bool:
    """'Jets believed to be old, dropped bombs': a remark on the subject does not give the main clause to anybody."""
    token = page.tokens[learned.anchor]
    if token.dep != "acl":
        return False
    return page.tokens[token.head].head in learned.tokens and page.tokens[token.head].dep.startswith("nsubj")


def _is_negated(page: Page, learned: Learned) -> bool:
    """'The army did not say how many had died', 'nobody knows': nothing is claimed."""
    inside = [*page.parse.children[learned.anchor], *_tokens(page, learned.source)]
    return any(page.tokens[i].dep == "neg" or page.tokens[i].lemma in _listed("nobody") for i in inside)


@cache
def _listed(field: str) -> frozenset[str]:
    return frozenset(load_table("en", "cues_learned")[field])


def _meets(learned: Learned, anchor: int, tokens: frozenset[int]) -> bool:
    if learned.anchor == anchor or learned.anchor in tokens:
        return True
    shared = len(tokens.intersection(learned.tokens))
    return shared > MOST_SHARED * min(len(tokens), len(learned.tokens))


def _tokens(page: Page, spans: Spans) -> frozenset[int]:
    return frozenset(token.index for span in spans for token in page.parse.covered(span))


def _candidate(page: Page, learned: Learned) -> Candidate:
    return Candidate(
        anchor=learned.anchor,
        source=learned.source,
        source_head=_head(page, _tokens(page, learned.source)),
        cue=learned.cue,
        content=learned.content,
        head=_head(page, learned.tokens),
        stance=Stance.ASSERTS,
        rule=RULE,
        score=learned.score,
    )


def _head(page: Page, indexes: Iterable[int]) -> int | None:
    """The first of some tokens whose head is none of them."""
    inside = set(indexes)
    return next((i for i in sorted(inside) if page.tokens[i].head not in inside or page.tokens[i].head == i), None)
