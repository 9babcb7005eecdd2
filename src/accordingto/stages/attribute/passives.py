"""Hearsay and charges in the passive: 'is said to …', 'it is feared that …', 'is accused of …', 'claimed by X'."""

from collections.abc import Iterator
from dataclasses import replace

from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.complement import clause_content, make_candidate
from accordingto.stages.attribute.cues import Frame, frame_of, load_verbs, word_set
from accordingto.stages.attribute.objects import plain
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import noun_phrase, pieces
from accordingto.stages.attribute.subjects import agent_of, is_passive, subject_of
from accordingto.stages.attribute.verbs import cue_tokens, find_cue_verbs


def find_passives(page: Page) -> Iterator[Candidate]:
    """Candidates of passive cue verbs; whoever stands after 'by' is the source, else nobody is named."""
    for verb in find_cue_verbs(page):
        if is_passive(page, verb):
            found = _hearsay(page, verb) or _that(page, verb) or _charged(page, verb) or _by_agent(page, verb)
            if found is not None:
                yield found


def _make(page: Page, verb: int, frame: Frame, content: list[int], *, head: int | None, rule: str) -> Candidate | None:
    agent = agent_of(page, verb)
    phrase = [] if agent is None else [i for i in noun_phrase(page, agent) if i not in set(content)]
    cue = cue_tokens(page, verb)
    inside = [index for index in content if index not in set(phrase) | set(cue)]
    found = make_candidate(page, verb, frame, inside, head=head, rule=rule)
    if found is None:
        return None
    score = frame.score if agent is not None or frame.name == "hearsay" else frame.score * 0.9
    return replace(found, source=pieces(page, phrase), source_head=agent, score=score)


def _hearsay(page: Page, verb: int) -> Candidate | None:
    """'is believed (by X) to be held'."""
    frame = frame_of(page.tokens[verb].lemma, "hearsay")
    action = page.child(verb, "xcomp")
    if frame is None or action is None:
        return None
    if not any(page.tokens[aux].lemma == "to" for aux in page.children(action, "aux")):
        return None
    if page.tokens[verb].lemma in {"tell", "hold", "project", "suppose"} and agent_of(page, verb) is None:
        return None  # 'was told to leave' orders, 'is supposed to come' expects
    return _make(page, verb, frame, page.parse.subtree(action), head=action, rule="attribute.hearsay.v1")


def _that(page: Page, verb: int) -> Candidate | None:
    """'it is feared that S', 'S, it was reported', 'was told that S'."""
    lemma = page.tokens[verb].lemma
    frame = frame_of(lemma, "hearsay") or frame_of(lemma, "clause")
    clauses = page.children(verb, "ccomp")
    if frame is None or not clauses or frame.made_things:
        return None
    return _make(
        page, verb, frame, clause_content(page, verb, clauses), head=clauses[0], rule="attribute.it-is-said.v1"
    )


def _charged(page: Page, verb: int) -> Candidate | None:
    """'is accused of X', 'was criticised for Y', 'was described as Z', 'is called a Z'."""
    for frame in load_verbs()[page.tokens[verb].lemma]:
        if frame.name == "charge":
            agent = agent_of(page, verb)
            charge = page.preposition(verb, frame.prepositions)
            if charge is None and agent is not None:  # 'accused by many of theft': tied to the agent
                charge = page.preposition(agent, frame.prepositions)
            if charge is not None:
                return _make(page, verb, frame, plain(page, charge), head=None, rule="attribute.charged.v1")
        if frame.name == "name":
            name = page.child(verb, "oprd")
            if name is not None and agent_of(page, verb) is not None:
                return _make(page, verb, frame, page.parse.subtree(name), head=None, rule="attribute.named.v1")
        if frame.name == "as":
            opening = page.preposition(verb, frozenset({"as"}))
            if opening is not None and agent_of(page, verb) is not None:
                return _make(page, verb, frame, page.parse.subtree(opening), head=None, rule="attribute.described.v1")
    return None


def _by_agent(page: Page, verb: int) -> Candidate | None:
    """'the attack was claimed by X': what is claimed is the subject."""
    frame = frame_of(page.tokens[verb].lemma, "object")
    agent, subject = agent_of(page, verb), _before_comma(page, verb) or subject_of(page, verb)
    if frame is None or agent is None or subject is None or page.tokens[subject].pos == "PRON":
        return None
    if not _is_somebody(page, agent) or page.tokens[subject].lemma in word_set("comments"):
        return None
    return _make(page, verb, frame, noun_phrase(page, subject), head=None, rule="attribute.claimed-by.v1")


def _before_comma(page: Page, verb: int) -> int | None:
    """'The mayor ruled out a vote, demanded by the guilds': the vote, though the parser has the mayor demanded."""
    comma = verb - 1
    if page.tokens[verb].dep != "advcl" or comma < 1 or page.tokens[comma].text != ",":
        return None
    above = page.children(page.tokens[verb].head, "dobj", "pobj", "attr", "nsubjpass", "prep")
    ends = [child for child in above if page.parse.subtree(child)[-1] == comma - 1]
    if not ends:
        return None
    return page.child(ends[-1], "pobj") if page.tokens[ends[-1]].dep == "prep" else ends[-1]


def _is_somebody(page: Page, index: int) -> bool:
    """Whether the noun can speak: a name, a pronoun, or any noun that is no -ing form or number."""
    return page.tokens[index].pos in {"PROPN", "PRON", "NOUN"} and page.tokens[index].tag != "VBG"
