"""Clauses that a cue verb governs: 'X said (that) S', 'S, X said', 'S, as X said', 'X claimed to have …'."""

from collections.abc import Iterator
from dataclasses import replace

from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import Frame, frame_of, is_speech, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import filled, pieces, trim
from accordingto.stages.attribute.stance import settle
from accordingto.stages.attribute.subjects import is_nobody, is_passive, source_phrase, subject_of
from accordingto.stages.attribute.verbs import cue_spans, cue_tokens, find_cue_verbs, trust

_QUESTION = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})
# Verbs whose object is who listens: 'told reporters'.
ADDRESSING = frozenset({"tell", "inform", "assure", "reassure", "notify", "remind", "advise", "warn", "brief"})
_VERBAL = frozenset({"VERB", "AUX"})


def find_complements(page: Page) -> Iterator[Candidate]:
    """Candidates of finite clauses, infinitives and -ing clauses under an active cue verb."""
    for verb in find_cue_verbs(page):
        if not is_passive(page, verb):
            found = _clause(page, verb) or _infinitive(page, verb) or _gerund(page, verb)
            found = found or _parenthesis(page, verb) or _remainder(page, verb) or _named_so(page, verb)
            if found is not None:
                yield found


def make_candidate(
    page: Page, verb: int, frame: Frame, content: list[int], *, head: int | None, rule: str
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
    if frame is None:
        return None
    clauses = [child for child in page.children(verb, "ccomp") if _is_content(page, verb, child)]
    clauses = clauses or _strayed(page, verb)
    if not clauses or (frame.made_things and not _is_made(page, subject_of(page, verb))):
        return None
    if page.tokens[verb].lemma == "point" and page.child(verb, "prt") is None:
        return None
    content = clause_content(page, verb, clauses)
    found = make_candidate(page, verb, frame, content, head=clauses[0], rule="attribute.clause.v1")
    if found is not None and _is_question(page, clauses[0], verb):
        return _weaker(found, 0.6)
    return found


def _is_content(page: Page, verb: int, child: int) -> bool:
    """A clause, and not one that a dash or semicolon parts from the cue: 'S — two men claim to lead it'."""
    if not _is_clause(page, child):
        return False
    if child > verb:
        return True
    between = page.tokens[child + 1 : verb]
    parted = [t for t in between if t.text in _PARTS and page.quote_index(t.index) < 0 and t.head == verb]
    return not parted


_PARTS = frozenset({";", "—", "–", "--", ":"})


def _strayed(page: Page, verb: int) -> list[int]:
    """A that-clause that the parser tied to a noun beside the cue: 'told a crowd in the capital that S'."""
    found: list[int] = []
    labels = ("prep", "npadvmod", "dative", *(("dobj",) if page.tokens[verb].lemma in ADDRESSING else ()))
    todo = page.children(verb, *labels)
    while todo:
        at = todo.pop()
        for child in page.children(at, "pobj", "prep", "acl", "relcl", "ccomp", "conj"):
            token = page.tokens[child]
            if token.dep not in {"acl", "relcl", "ccomp"}:
                todo.append(child)
            elif child > verb and any(page.tokens[mark].lemma == "that" for mark in page.children(child, "mark")):
                found.append(child)
    return sorted(found)[:1]


def _weaker(found: Candidate, factor: float) -> Candidate:
    return replace(found, score=found.score * factor)


def _is_clause(page: Page, child: int) -> bool:
    """A clause has a verb; 'declared itself loyal' has none."""
    token = page.tokens[child]
    if token.pos in _VERBAL or page.child(child, "cop", "aux") is not None:
        return True
    return page.quote_index(child) >= 0 and page.child(child, "nsubj") is None


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
    """The tokens of the clauses under a verb, less what ``regroup`` cut out.

    A clause before its cue reaches back to the start of the sentence: 'On Monday, S, X said'.
    """
    inside = {index for clause in clauses for index in page.parse.subtree(clause)}
    inside |= _lost_subject(page, verb, inside)
    for stray in page.regrouping.cuts.get(verb, ()):
        inside -= set(page.parse.subtree(stray))
        inside -= set(page.children(page.tokens[stray].head, "cc"))
    own = {verb, *cue_tokens(page, verb), *source_phrase(page, subject_of(page, verb))}
    before = {index for index in inside if index < verb}
    after = inside - before
    if before and not after:
        before |= set(range(_reach_back(page, verb, min(before)), min(before)))
    if before and after and max(before) < verb < min(after):
        return sorted(filled(before, own)) + sorted(filled(after, own))
    aside = own | (set(page.parse.subtree(verb)) - inside if before and after else set())
    for stray in page.regrouping.cuts.get(verb, ()):
        aside |= set(page.parse.subtree(stray))
    return filled(before | after, aside)


def _lost_subject(page: Page, verb: int, inside: set[int]) -> set[int]:
    """'said the road, which is straight, will be closed': a subject that the parser took for the verb's object."""
    if page.tokens[verb].lemma in ADDRESSING or not inside or min(inside) < verb:
        return set()
    for child in page.children(verb, "dobj", "npadvmod"):
        phrase = page.parse.subtree(child)
        nouns = [i for i in phrase if page.tokens[i].dep == "dobj"] if page.tokens[child].dep == "npadvmod" else [child]
        if nouns and verb < nouns[0] and phrase[-1] < min(inside):
            return {i for i in phrase if i >= page.parse.subtree(nouns[0])[0]}
    return set()


def _reach_back(page: Page, verb: int, first: int) -> int:
    """The first token of a clause that stands before its cue: the sentence's first, but for 'But' and other cues."""
    start = page.sentence_of(verb).first
    subject = subject_of(page, verb)
    for index in range(first - 1, start - 1, -1):
        token = page.tokens[index]
        if index == subject or (is_speech(token.lemma) and token.pos == "VERB"):
            return first
    while start < first and (page.tokens[start].dep == "cc" or page.tokens[start].pos == "PUNCT"):
        if page.quote_index(start) >= 0:
            break
        start += 1
    return start


def _infinitive(page: Page, verb: int) -> Candidate | None:
    frame = frame_of(page.tokens[verb].lemma, "infinitive")
    if frame is None:
        return None
    child = page.child(verb, "xcomp") or _next_infinitive(page, verb)
    if child is not None and page.tokens[child].lemma in word_set("anonymity") and page.tokens[verb].lemma == "ask":
        return None  # 'asked not to be named'
    if child is None or not page.is_infinitive(child) or page.child(verb, "dobj", "dative") is not None:
        return None
    return make_candidate(page, verb, frame, page.parse.subtree(child), head=child, rule="attribute.infinitive.v1")


def _next_infinitive(page: Page, verb: int) -> int | None:
    """'a letter purporting to come from': the infinitive right after the cue, wherever the parser tied it."""
    if verb + 1 >= len(page.tokens) or page.tokens[verb + 1].lemma != "to" or page.tokens[verb + 1].dep != "aux":
        return None
    head = page.tokens[verb + 1].head
    return head if head > verb and page.tokens[head].sentence == page.tokens[verb].sentence else None


def _gerund(page: Page, verb: int) -> Candidate | None:
    frame = frame_of(page.tokens[verb].lemma, "gerund")
    if frame is None:
        return None
    for child in page.children(verb, "xcomp", "ccomp", "dobj"):
        if page.tokens[child].tag == "VBG":
            return make_candidate(page, verb, frame, page.parse.subtree(child), head=child, rule="attribute.gerund.v1")
    return None


def _parenthesis(page: Page, verb: int) -> Candidate | None:
    """'The group, he said, was ready'; 'as X said, S'."""
    token = page.tokens[verb]
    frame = frame_of(token.lemma, "clause")
    if frame is None or frame.made_things or token.head == verb or page.child(verb, "dobj", "ccomp") is not None:
        return None
    marks = {page.tokens[mark].lemma for mark in page.children(verb, "mark")}
    conceding = bool(marks & _CONCEDING) and token.head > verb and not _has_comma(page, verb, token.head)
    if token.dep != "parataxis" and not (token.dep == "advcl" and ("as" in marks or conceding)):
        return None
    aside = _aside(page, verb)
    aside |= {i for other in _contrasted(page, token.head, verb) for i in page.parse.subtree(other)}
    content = [index for index in page.parse.subtree(token.head) if index not in aside]
    return make_candidate(page, verb, frame, content, head=token.head, rule="attribute.parenthesis.v1")


def _contrasted(page: Page, head: int, verb: int) -> list[int]:
    """'Hundreds fled, X says, though Y insists …': Y's words are no part of X's."""
    found = [c for parent in (head, verb) for c in page.children(parent, "advcl", "conj") if c > verb]
    return [c for c in found if is_speech(page.tokens[c].lemma) and page.child(c, "nsubj") and page.child(c, "ccomp")]


def _aside(page: Page, verb: int) -> set[int]:
    """The tokens of an inserted cue: up to the comma behind the verb, or all that hangs on it."""
    if verb + 1 < len(page.tokens) and page.tokens[verb + 1].text == ",":
        subject = source_phrase(page, subject_of(page, verb))
        return {verb, *cue_tokens(page, verb), *subject, *(i for i in page.parse.subtree(verb) if i < verb)}
    return set(page.parse.subtree(verb))


def _remainder(page: Page, verb: int) -> Candidate | None:
    """'He said Osrin needed help' where the parser lost the clause: all that follows the verb."""
    frame = frame_of(page.tokens[verb].lemma, "clause")
    target = page.child(verb, "dobj")
    if page.tokens[verb].lemma not in _PLAIN or frame is None or target is None or target < verb:
        return None
    content = [index for index in page.parse.subtree(verb) if index > verb]
    if page.tokens[content[0]].dep == "prep" or sum(page.tokens[i].pos != "PUNCT" for i in content) < _LEAST_REMAINDER:
        return None
    found = make_candidate(page, verb, frame, content, head=None, rule="attribute.remainder.v1")
    return None if found is None else _weaker(found, 0.75)


def _named_so(page: Page, verb: int) -> Candidate | None:
    """'in what relatives feared was a massacre': what, and what they feared it was."""
    frame = frame_of(page.tokens[verb].lemma, "clause")
    what, being = page.child(verb, "dobj", "nsubj"), page.tokens[verb].head
    if frame is None or what is None or page.tokens[what].lemma != "what" or not what < verb < being:
        return None
    name = page.child(being, "attr", "acomp")
    if page.tokens[verb].dep != "csubj" or page.tokens[being].lemma != "be" or name is None:
        return None
    content = [what, being, *page.parse.subtree(name)]
    return make_candidate(page, verb, frame, content, head=being, rule="attribute.named-so.v1")


_PLAIN = frozenset({"say", "state"})
_LEAST_REMAINDER = 4
_CONCEDING = frozenset({"although", "though", "while", "but", "because"})


def _has_comma(page: Page, left: int, right: int) -> bool:
    return any(token.text == "," for token in page.tokens[left:right])
