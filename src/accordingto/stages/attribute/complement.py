"""Clauses that a cue verb governs: 'X said (that) S', 'S, X said', 'S, as X said', 'X claimed to have …'."""

from collections.abc import Iterator
from dataclasses import replace

from accordingto.model.document import Spans
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import Frame, frame_of, is_speech, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import filled, pieces, trim
from accordingto.stages.attribute.stance import settle
from accordingto.stages.attribute.subjects import is_nobody, is_passive, source_phrase, subject_of
from accordingto.stages.attribute.verbs import cue_spans, cue_tokens, find_cue_verbs, trust

_QUESTION = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})
_VERBAL = frozenset({"VERB", "AUX"})


def find_complements(page: Page) -> Iterator[Candidate]:
    """Candidates of finite clauses, infinitives and -ing clauses under an active cue verb."""
    for verb in find_cue_verbs(page):
        if not is_passive(page, verb):
            found = _clause(page, verb) or _infinitive(page, verb) or _gerund(page, verb) or _parenthesis(page, verb)
            if found is not None:
                yield found


def make_candidate(
    page: Page, verb: int, frame: Frame, content: list[int], head: int | None, rule: str
) -> Candidate | None:
    """A candidate with the verb's own subject as source, its negation settled; ``None`` when nothing is claimed."""
    subject = subject_of(page, verb)
    spans = trim(page, pieces(page, content))
    settled = settle(page, verb, frame)
    if not spans or settled is None or is_nobody(page, subject):
        return None
    phrase = [i for i in source_phrase(page, subject) if i not in set(content)]
    return Candidate(
        anchor=verb,
        source=pieces(page, phrase),
        source_head=subject if phrase else None,
        cue=cue_spans(page, verb),
        content=spans,
        head=head,
        stance=settled.stance,
        hedged=settled.hedged,
        score=trust(page, verb, frame) * settled.weight,
        rule=rule,
    )


def _clause(page: Page, verb: int) -> Candidate | None:
    frame = frame_of(page.tokens[verb].lemma, "clause")
    clauses = [child for child in page.children(verb, "ccomp") if _is_clause(page, child)]
    if frame is None or not clauses or (frame.made_things and not _is_made(page, subject_of(page, verb))):
        return None
    if page.tokens[verb].lemma == "point" and page.child(verb, "prt") is None:
        return None
    content = clause_content(page, verb, clauses)
    found = make_candidate(page, verb, frame, content, clauses[0], "attribute.clause.v1")
    if found is not None and _is_question(page, clauses[0], verb):
        return _weaker(found, 0.6)
    return found


def _weaker(found: Candidate, factor: float) -> Candidate:
    return replace(found, score=found.score * factor)


def _is_clause(page: Page, child: int) -> bool:
    """A clause has a verb; 'declared itself loyal' has none."""
    token = page.tokens[child]
    return token.pos in _VERBAL or page.child(child, "cop", "aux") is not None or page.quote_index(child) >= 0


def _is_made(page: Page, subject: int | None) -> bool:
    return subject is not None and page.tokens[subject].lemma in word_set("made_things")


def _is_question(page: Page, clause: int, verb: int) -> bool:
    if clause < verb:
        return False
    for child in page.children(clause, "mark", "advmod", "nsubj", "dobj", "attr", "nsubjpass"):
        token = page.tokens[child]
        if child < clause and token.lemma in _QUESTION and token.tag in {"WRB", "WP", "WDT", "IN"}:
            return True
    return False


def clause_content(page: Page, verb: int, clauses: list[int]) -> list[int]:
    """The tokens of the clauses under a verb, less joined verbs that are the verb's own partners.

    A clause before its cue reaches back to the start of the sentence: 'On Monday, S, X said'.
    """
    inside = {index for clause in clauses for index in page.parse.subtree(clause)}
    for partner in partners(page, verb, clauses):
        inside -= set(page.parse.subtree(partner))
        inside -= set(page.children(page.tokens[partner].head, "cc"))
    own = {verb, *cue_tokens(page, verb), *source_phrase(page, subject_of(page, verb))}
    before = {index for index in inside if index < verb}
    after = inside - before
    if before and not after:
        before |= set(range(_reach_back(page, verb, min(before)), min(before)))
    if before and after and max(before) < verb < min(after):
        return sorted(filled(before, own)) + sorted(filled(after, own))
    return filled(before | after, own | (set(page.parse.subtree(verb)) - inside if before and after else set()))


def _reach_back(page: Page, verb: int, first: int) -> int:
    """The first token of a clause that stands before its cue: the sentence's first, but for 'But' and other cues."""
    start = page.sentence_of(verb).first
    subject = subject_of(page, verb)
    for index in range(first - 1, start - 1, -1):
        token = page.tokens[index]
        if index == subject or is_speech(token.lemma) and token.pos == "VERB":
            return first
    while start < first and (page.tokens[start].dep == "cc" or page.tokens[start].pos == "PUNCT"):
        if page.quote_index(start) >= 0:
            break
        start += 1
    return start


def partners(page: Page, verb: int, clauses: list[int]) -> list[int]:
    """Cue verbs that the parser joined to a verb inside the clause although they belong beside the cue.

    'He said two men died in the raid and claimed it was a success': he claimed, not the men.
    """
    tag = page.tokens[verb].tag
    found = []
    for clause in clauses:
        if clause < verb:
            continue
        for index in page.parse.subtree(clause):
            token = page.tokens[index]
            if token.dep == "conj" and token.tag == tag and index > clause and _is_partner(page, index):
                found.append(index)
    return found


def _is_partner(page: Page, index: int) -> bool:
    token, head = page.tokens[index], page.tokens[page.tokens[index].head]
    if page.child(index, "nsubj", "nsubjpass", "auxpass") is not None or is_speech(head.lemma):
        return False
    return frame_of(token.lemma, "clause") is not None and page.child(index, "ccomp") is not None


def _infinitive(page: Page, verb: int) -> Candidate | None:
    frame = frame_of(page.tokens[verb].lemma, "infinitive")
    child = page.child(verb, "xcomp")
    if frame is None or child is None or not _has_to(page, child) or page.child(verb, "dobj", "dative") is not None:
        return None
    return make_candidate(page, verb, frame, page.parse.subtree(child), child, "attribute.infinitive.v1")


def _has_to(page: Page, verb: int) -> bool:
    return any(page.tokens[aux].lemma == "to" for aux in page.children(verb, "aux"))


def _gerund(page: Page, verb: int) -> Candidate | None:
    frame = frame_of(page.tokens[verb].lemma, "gerund")
    if frame is None:
        return None
    for child in page.children(verb, "xcomp", "ccomp", "dobj"):
        if page.tokens[child].tag == "VBG":
            return make_candidate(page, verb, frame, page.parse.subtree(child), child, "attribute.gerund.v1")
    return None


def _parenthesis(page: Page, verb: int) -> Candidate | None:
    """'The group, he said, was ready'; 'as X said, S'."""
    token = page.tokens[verb]
    frame = frame_of(token.lemma, "clause")
    if (
        frame is None
        or frame.made_things
        or token.head == verb
        or page.child(verb, "dobj", "ccomp", "xcomp") is not None
    ):
        return None
    as_clause = token.dep == "advcl" and any(page.tokens[m].lemma == "as" for m in page.children(verb, "mark"))
    if not as_clause and token.dep not in {"parataxis"}:
        return None
    aside = set(page.parse.subtree(verb))
    content = [index for index in page.parse.subtree(token.head) if index not in aside]
    return make_candidate(page, verb, frame, content, token.head, "attribute.parenthesis.v1")


def content_of(page: Page, tokens: list[int]) -> Spans:
    """Trimmed pieces of some tokens."""
    return trim(page, pieces(page, tokens))
