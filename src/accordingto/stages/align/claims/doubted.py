"""Which answers a 'could not verify' speaks of: the ministry's, both sides', those of the paragraph, the last one.

Where the words name what is doubted ('the toll', 'casualty figures') the topic decides; see ``doubts.py``. Where they
only point back ('these claims', 'either account') it is decided here, by whose claims they are and how many.
"""

from collections.abc import Sequence
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.actor import Actor, ActorKind
from accordingto.model.attribution import Attribution
from accordingto.model.claim import Claim
from accordingto.model.document import Span
from accordingto.model.parse import Token
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.stated import Stated

# 'The claims could not be verified' speaks of what stands just before, not of the top of the page.
BACK = 4


def find_pointed_at(page: Page, attribution: Attribution, words: Sequence[Token], stated: Stated) -> list[Claim]:
    """The answers that words without a topic point back to."""
    start = attribution.extent.start
    given = [claim for claim in stated.on(page) if claim.evidence.start < start and _giver(page, claim) is not None]
    nouns = [word for word in words if word.lemma in _pointers() and word.pos == "NOUN"]
    owner = next(filter(None, (_owner(page, noun) for noun in nouns)), None)
    if owner is not None:
        theirs = [claim for claim in given if page.is_one_side(_giver(page, claim) or "", owner.id)]
        return theirs if any(noun.tag == "NNS" for noun in nouns) else _last_sentence(page, theirs)
    if any(word.lemma in _all_sides() for word in words):
        return _both_sides(page, given)
    if any(noun.tag == "NNS" for noun in nouns) and not _names_somebody(page, words):
        paragraphs = _paragraphs(page, given, start)
        if paragraphs:
            return paragraphs[0]
    return _just_before(page, start, stated)


def _giver(page: Page, claim: Claim) -> str | None:
    """The actor who claims it, unless the report or another outlet tells it in its own voice."""
    actor = page.actors.get(page.resolution.claimers.get(claim.attribution) or "")
    return None if actor is None or actor.kind is ActorKind.OUTLET else actor.id


def _owner(page: Page, noun: Token) -> Actor | None:
    """Whose claim it is: "the ministry's claim", 'army claims', 'the claims of the Front', 'reports by residents'."""
    for child in page.parse.children[noun.index]:
        token = page.parse.tokens[child]
        if token.dep in {"poss", "compound", "nmod"}:
            found = page.actor_at(token)
        elif token.dep == "prep" and token.lemma in {"of", "by", "from"}:
            objects = (page.parse.tokens[each] for each in page.parse.children[child])
            found = next((page.actor_at(each) for each in objects if each.dep == "pobj"), None)
        else:
            found = None
        if found is not None:
            return found
    return None


def _names_somebody(page: Page, words: Sequence[Token]) -> bool:
    return any(page.actor_at(word) is not None for word in words if word.pos == "PROPN")


def _last_sentence(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Those that stand in the sentence of the last."""
    return [each for each in claims if _sentence(page, each) == _sentence(page, claims[-1])]


def _sentence(page: Page, claim: Claim) -> int:
    covered = page.parse.covered(claim.evidence)
    return covered[0].sentence if covered else -1


def _both_sides(page: Page, given: Sequence[Claim]) -> list[Claim]:
    """Everything that is said of the events that the last paragraphs tell of, back to where a second side speaks."""
    subjects = set()
    first = ""
    for claim in reversed(given):
        giver = _giver(page, claim) or ""
        first = first or giver
        subjects.add(claim.subject)
        if not page.is_one_side(first, giver):
            line = _line(page, claim)
            subjects |= {each.subject for each in given if _line(page, each) == line}
            break
    return [claim for claim in given if claim.subject in subjects]


def _paragraphs(page: Page, given: Sequence[Claim], start: int) -> list[list[Claim]]:
    """The claims of the doubt's own paragraph and of those before it, the nearest first."""
    lines: dict[int, list[Claim]] = {}
    for claim in reversed(given):
        lines.setdefault(_line(page, claim), []).append(claim)
    reach = page.parse.sentences[max(0, _sentence_at(page, start) - BACK)].start
    return [claims for line, claims in lines.items() if claims[0].evidence.start >= min(reach, start)]


def _line(page: Page, claim: Claim) -> int:
    """Where the paragraph of a claim begins."""
    return page.text.rfind("\n", 0, claim.evidence.start) + 1


def _sentence_at(page: Page, offset: int) -> int:
    covered = page.parse.covered(Span(offset, offset + 1))
    return covered[0].sentence if covered else 0


def _just_before(page: Page, start: int, stated: Stated) -> list[Claim]:
    """The answers of the last sentence before that gives any."""
    last = _sentence_at(page, start)
    for index in range(last, max(-1, last - BACK), -1):
        told = page.parse.sentences[index]
        found = [c for c in stated.on(page) if told.start <= c.evidence.start < min(told.end, start)]
        if found:
            return found
    return []


@cache
def _pointers() -> frozenset[str]:
    return frozenset(load_table("en", "doubts")["anything"])


@cache
def _all_sides() -> frozenset[str]:
    return frozenset(load_table("en", "doubts")["all_sides"])
