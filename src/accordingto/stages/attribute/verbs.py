"""One verb used as a cue: which tokens are the cue, whether it is negated, asked for, or only possible."""

from collections.abc import Iterator

from accordingto.model.document import Spans
from accordingto.model.parse import Token
from accordingto.stages.attribute.cues import Frame, load_verbs, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import pieces
from accordingto.stages.attribute.subjects import subject_of

_UNREAL = frozenset({"would", "could", "might", "may", "should", "must", "will", "can", "shall", "'ll", "’ll", "'d"})
_OPENING_MARKS = frozenset("\"“‘'«„")
_CONDITIONS = frozenset({"if", "unless", "whether"})


def find_cue_verbs(page: Page) -> Iterator[int]:
    """Tokens that may be a cue verb, in text order, outside marked segments."""
    known = load_verbs()
    for sentence in page.sentences:
        for token in page.parse.words(sentence):
            if token.lemma in known and _is_verb(token) and not _is_noun_of_heading(page, token):
                yield token.index


def _is_verb(token: Token) -> bool:
    return token.tag.startswith("VB") and token.dep not in {"amod", "compound", "aux"}


def _is_noun_of_heading(page: Page, token: Token) -> bool:
    """'Kelm blast: what we know': a single subject takes 'blasts', so this is a noun before a colon."""
    after = page.tokens[token.index + 1 : token.index + 3]
    if token.tag != "VBP" or len(after) < 2 or after[0].text != ":" or after[1].text[0] in _OPENING_MARKS:  # noqa: PLR2004
        return False
    subject = page.child(token.index, "nsubj")
    return subject == token.index - 1 and page.tokens[subject].tag in {"NN", "NNP"}


def cue_tokens(page: Page, verb: int) -> list[int]:
    """The verb with its particle, negation, and the auxiliaries of a passive or a negation."""
    negation = [index for index in page.children(verb, "neg") if index < verb]
    kept = [verb, *negation, *page.children(verb, "prt", "auxpass")]
    if negation:
        kept += page.children(verb, "aux")
    return sorted(kept)


def cue_spans(page: Page, verb: int) -> Spans:
    """The pieces of text that ``cue_tokens`` covers."""
    return pieces(page, cue_tokens(page, verb))


def is_negated(page: Page, verb: int) -> bool:
    """'did not say', 'never claimed', 'refused to say', 'without saying'."""
    if any(negation < verb or page.tokens[negation].text.lower() != "not" for negation in page.children(verb, "neg")):
        return True  # but 'said not allowing it would harm them' says so
    token = page.tokens[verb]
    head = page.tokens[token.head]
    if token.dep == "pcomp" and head.lemma == "without":
        return True
    if token.dep == "xcomp" and head.lemma in word_set("withholding") | {"fail"}:
        return True
    # 'neither confirmed nor denied', 'would not confirm or deny'
    return (
        token.dep == "conj" and head.pos == "VERB" and page.child(verb, "nsubj", "aux") is None and _shares(page, verb)
    )


def _shares(page: Page, verb: int) -> bool:
    """Whether a joined verb shares the negation of the verb before it."""
    head = page.tokens[verb].head
    joint = {page.tokens[child].lemma for child in page.children(head, "cc", "preconj")}
    if "nor" in joint or "neither" in joint:
        return True
    between = range(head + 1, verb)
    only_or = joint == {"or"} and len(between) <= 2  # noqa: PLR2004  'confirm or deny' and nothing between
    return only_or and page.child(head, "neg") is not None


def is_unreal(page: Page, verb: int) -> bool:
    """'would say', 'if he says': nothing has been claimed yet."""
    if any(page.tokens[aux].lemma in _UNREAL or page.tokens[aux].text.lower() in _UNREAL for aux in _aux(page, verb)):
        return True
    return any(page.tokens[mark].lemma in _CONDITIONS for mark in page.children(verb, "mark"))


def _aux(page: Page, verb: int) -> list[int]:
    return [aux for aux in page.children(verb, "aux") if page.tokens[aux].tag == "MD"]


def has_subject(page: Page, verb: int) -> bool:
    """Whether somebody can be named who does it; a bare imperative or fragment has nobody."""
    return subject_of(page, verb) is not None


def trust(page: Page, verb: int, frame: Frame) -> float:
    """The frame's score, lowered where the verb is only possible, or nobody does it."""
    score = frame.score
    if is_unreal(page, verb):
        score *= 0.5
    elif page.tokens[verb].tag == "VB" and page.child(verb, "aux") is not None:
        score *= 0.75
    if not has_subject(page, verb):
        score *= 0.6
    return score
