"""What the content itself does: '“We will not betray you,” he said' promises, '“We urge them to stop”' demands."""

from accordingto.model.attribution import Stance
from accordingto.model.parse import Token
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import load_verbs, word_set
from accordingto.stages.attribute.direct import share_in_quotes
from accordingto.stages.attribute.page import Page

_FIRST_PERSON = frozenset({"i", "we"})
_PERFORMING = frozenset({Stance.PROMISES, Stance.DEMANDS, Stance.DENIES, Stance.DOUBTS})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "ll", "wo", "'d", "’d"})
_BEFORE_AN_ORDER = frozenset({"PUNCT", "INTJ", "SPACE"})
_ASSURING = frozenset({"assure", "reassure", "guarantee"})
_PERSONS = frozenset({"he", "she"})
_GROUPS = frozenset({"it", "they"})


def stance_by_content(page: Page, candidate: Candidate) -> Stance | None:
    """The stance that the first sentence of the content gives away, where the cue only says that it was said."""
    if candidate.stance is not Stance.ASSERTS or candidate.hedged:
        return None
    head = _head(page, candidate)
    if head is None:
        return None
    subject = _subject(page, head)
    if subject is None:
        return Stance.DEMANDS if _is_order(page, head, candidate) else None
    quoted = page.quote_index(head) >= 0 and share_in_quotes(page, candidate.content) > 0.5  # noqa: PLR2004
    if subject.lemma in _FIRST_PERSON and (quoted or candidate.anchor < 0):
        return _performed(page, head) or _promise(page, head)
    if quoted:
        return None
    assured = _is_assured(page, candidate) and _is_to_come(page, head)
    own = _promise(page, head) if _agrees(page, subject, candidate) else None
    return Stance.PROMISES if assured else own


def _is_order(page: Page, verb: int, candidate: Candidate) -> bool:
    """'“Please leave the boats,” he said': a quotation that begins with a bare verb tells somebody what to do."""
    token = page.tokens[verb]
    opening = next((t for t in page.parse.covered(candidate.content[0]) if t.pos not in _BEFORE_AN_ORDER), None)
    is_first = opening is not None and opening.index == verb
    is_bare = token.tag in {"VB", "VBP"} and not page.children(verb, "aux") and token.lemma not in word_set("remarks")
    return is_first and is_bare and page.quote_index(verb) >= 0


def _head(page: Page, candidate: Candidate) -> int | None:
    """The main verb of the first sentence of a content."""
    covered = page.parse.covered(candidate.content[0])
    inside = {token.index for token in covered}
    if not covered:
        return None
    for token in covered:
        if token.sentence != covered[0].sentence:
            break
        if token.pos in {"VERB", "AUX"} and (token.head == token.index or token.head not in inside):
            return _first_clause(page, token.index)
    return None


def _first_clause(page: Page, verb: int) -> int:
    """'We will not go, we will stay': the first of two clauses that stand side by side."""
    for child in page.children(verb, "ccomp"):
        if child < verb and page.child(child, "nsubj", "nsubjpass") is not None:
            return child
    return verb


def _subject(page: Page, verb: int) -> Token | None:
    child = page.child(verb, "nsubj", "nsubjpass")
    return None if child is None else page.tokens[child]


def _performed(page: Page, verb: int) -> Stance | None:
    """'We urge', 'I deny', in the present and unnegated."""
    token = page.tokens[verb]
    if token.tag not in {"VBP", "VB"} or page.child(verb, "neg", "aux") is not None:
        return None
    return next((frame.stance for frame in load_verbs().get(token.lemma, ()) if frame.stance in _PERFORMING), None)


def _promise(page: Page, verb: int) -> Stance | None:
    """'will return truth', 'would agree to', 'was committed to': somebody binds himself."""
    token = page.tokens[verb]
    if token.lemma == "be":
        words = [page.tokens[child].lemma for child in page.children(verb, "acomp")]
        return Stance.PROMISES if any(word in word_set("committed") for word in words) else None
    if page.child(verb, "nsubjpass", "auxpass") is not None:
        return Stance.PROMISES if token.text.lower() in word_set("committed") else None
    if _is_to_come(page, verb) and token.lemma not in word_set("not_promised") and token.pos == "VERB":
        return Stance.PROMISES
    return None


def _is_to_come(page: Page, verb: int) -> bool:
    """'will return', 'would be spared', not 'would have returned'."""
    aids = [page.tokens[aux] for aux in page.children(verb, "aux")]
    modal = any(aux.lemma in _WILL or aux.text.lower() in _WILL for aux in aids)
    return modal and not any(aux.lemma == "have" for aux in aids)


def _is_assured(page: Page, candidate: Candidate) -> bool:
    """'assured that nobody will be spared' binds whoever assures, whoever is spoken of."""
    return candidate.anchor >= 0 and page.tokens[candidate.anchor].lemma in _ASSURING


def _agrees(page: Page, subject: Token, candidate: Candidate) -> bool:
    """Whether the subject can be the claimer himself: 'he' of a person, 'it' or 'they' of a group."""
    if candidate.source_head is None or candidate.anchor < 0 or subject.lemma not in _PERSONS | _GROUPS:
        return False
    source = page.tokens[candidate.source_head]
    if source.pos == "PRON":
        return source.lemma == subject.lemma
    if source.tag in {"NNS", "NNPS"}:
        return subject.lemma == "they"
    return subject.lemma in _PERSONS | {"it"}
