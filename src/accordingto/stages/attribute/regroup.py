"""Clauses that the parser tied to a verb inside somebody's words although they stand beside the cue.

'He said two men died and claimed it was a success': he claimed, not the men.
'The monitor said ten died, while the army said none had': the army's words are no part of the monitor's.
"""

from accordingto.stages.attribute.cues import frame_of, is_speech, word_set
from accordingto.stages.attribute.page import Page, Regrouping
from accordingto.stages.attribute.spans import noun_phrase
from accordingto.stages.attribute.verbs import find_cue_verbs

_CONTRAST = frozenset({"while", "whereas", "though", "although"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNFINISHED = frozenset({"VBG", "VBN", "VB"})
_ASIDE = frozenset({",", "—", "–", "-", "--"})
# How far up a stray verb looks for the cue above it.
_FARTHEST = 6


def regroup(page: Page) -> Page:
    """The same page with stray clauses noted: whose they are, and out of which content they are cut."""
    owners: dict[int, int] = {}
    cuts: dict[int, list[int]] = {}
    for verb in find_cue_verbs(page):
        top = _stray_top(page, verb)
        outer = None if top is None else _cue_above(page, top)
        if top is None or outer is None or outer >= top:
            continue
        if top == verb and not _has_subject(page, verb):
            if page.tokens[verb].dep == "conj" and page.tokens[verb].tag != page.tokens[outer].tag:
                continue
            owners[verb] = outer
        cuts.setdefault(outer, []).append(top)
    return Page(page.document, page.parse, Regrouping(owners, {outer: tuple(tops) for outer, tops in cuts.items()}))


def _has_subject(page: Page, verb: int) -> bool:
    return page.child(verb, "nsubj", "nsubjpass") is not None


def _stray_top(page: Page, verb: int) -> int | None:
    """The token whose subtree is to be cut out, if a verb strays: the verb itself, or the noun it comments on."""
    token = page.tokens[verb]
    if token.dep in {"relcl", "acl"} and page.tokens[token.head].lemma in word_set("comments"):
        return token.head if _is_comment(page, verb, token.head) else None
    if frame_of(token.lemma, "clause") is None or page.child(verb, "auxpass", "nsubjpass") is not None:
        return None
    if _is_misjoined(page, verb):
        return verb
    governs = page.child(verb, "ccomp") is not None
    if token.dep == "conj" and governs:
        contrasted = _has_subject(page, verb) and _is_after_comma(page, verb)
        return (
            verb if contrasted or not (_has_subject(page, verb) or is_speech(page.tokens[token.head].lemma)) else None
        )
    if token.dep == "advcl" and token.tag == "VBG":
        return verb if token.lemma in word_set("continuing") else None
    marks = {page.tokens[mark].lemma for mark in page.children(verb, "mark")}
    return verb if token.dep == "advcl" and governs and marks & _CONTRAST and _is_after_comma(page, verb) else None


def _is_misjoined(page: Page, verb: int) -> bool:
    """'said its planes were bombing … and vowed to go on': a finite verb is not joined to a participle but to a cue."""
    token = page.tokens[verb]
    if token.dep != "conj" or token.tag not in _FINITE or _has_subject(page, verb):
        return False
    joined = page.tokens[token.head]
    return joined.tag in _UNFINISHED and page.child(joined.index, "aux", "auxpass") is not None


def _is_comment(page: Page, verb: int, noun: int) -> bool:
    """'…, an allegation the army denies': a noun behind a comma, and a verb of taking a stand."""
    first = noun_phrase(page, noun)[0]
    return (
        first > 0 and page.tokens[first - 1].text in _ASIDE and frame_of(page.tokens[verb].lemma, "object") is not None
    )


def _is_after_comma(page: Page, verb: int) -> bool:
    first = page.parse.subtree(verb)[0]
    return any(page.tokens[index].text in _ASIDE for index in range(max(0, first - 2), first))


def _cue_above(page: Page, top: int) -> int | None:
    """The cue verb whose clause a token stands in."""
    at = top
    for _ in range(_FARTHEST):
        token = page.tokens[at]
        if token.head == at:
            return None
        if token.dep == "ccomp" and at != top and is_speech(page.tokens[token.head].lemma):
            return token.head
        at = token.head
    return None
