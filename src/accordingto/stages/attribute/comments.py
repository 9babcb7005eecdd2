"""'S, a claim the army denied'; 'S — a move condemned by many': somebody takes a stand on the clause before."""

from collections.abc import Iterator
from dataclasses import replace

from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.complement import make_candidate
from accordingto.stages.attribute.cues import frame_of, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import noun_phrase, pieces
from accordingto.stages.attribute.subjects import agent_of, is_passive, source_phrase, subject_of
from accordingto.stages.attribute.verbs import find_cue_verbs

_RELATIVE_TAGS = frozenset({"WDT", "WP"})
_ASIDE = frozenset({",", "—", "–", "-", "--"})
_OPENERS = frozenset({"where", "which", "who", "when", "that"})


def find_comments(page: Page) -> Iterator[Candidate]:
    """Candidates whose content is the clause that a noun in apposition takes up."""
    for verb in find_cue_verbs(page):
        token = page.tokens[verb]
        noun = token.head
        if token.dep not in {"relcl", "acl"} or page.tokens[noun].lemma not in word_set("comments"):
            continue
        found = _comment(page, verb, noun)
        if found is not None:
            yield found


def _comment(page: Page, verb: int, noun: int) -> Candidate | None:
    frame = frame_of(page.tokens[verb].lemma, "object")
    if frame is None or page.child(verb, "ccomp", "xcomp") is not None:
        return None
    objects = [child for child in page.children(verb, "dobj") if page.tokens[child].tag not in _RELATIVE_TAGS]
    owner = agent_of(page, verb) if is_passive(page, verb) else subject_of(page, verb)
    content = _clause_before(page, noun)
    if objects or owner in {None, noun} or not content:
        return None
    source = source_phrase(page, owner)
    found = make_candidate(page, verb, frame, content, head=None, rule="attribute.comment.v1")
    if found is None or not source:
        return None
    return replace(found, source=pieces(page, source), source_head=owner, score=frame.score)


def _clause_before(page: Page, noun: int) -> list[int]:
    """The innermost clause that ends where the noun phrase begins, after a comma or dash."""
    first = noun_phrase(page, noun)[0]
    if first == 0 or page.tokens[first - 1].text not in _ASIDE:
        return []
    for above in page.parse.ancestors(noun):
        if page.tokens[above].pos not in {"VERB", "AUX", "NOUN", "PROPN"} or above > first:
            continue
        verbs = [i for i in page.parse.subtree(above) if i < first and page.child(i, "nsubj", "nsubjpass") is not None]
        if verbs:
            inside = [index for index in page.parse.subtree(verbs[-1]) if index < first - 1]
            while inside and page.tokens[inside[0]].lemma in _OPENERS:
                inside.pop(0)
            return inside
    return []
