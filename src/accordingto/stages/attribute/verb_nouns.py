"""A verb and a noun that together are a cue: 'took responsibility for', 'made demands', 'cast doubt on'."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from accordingto.model.attribution import Stance
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.complement import make_candidate
from accordingto.stages.attribute.cues import Frame, phrases
from accordingto.stages.attribute.objects import find_opening, plain
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import pieces
from accordingto.stages.attribute.subjects import is_passive


def find_verb_nouns(page: Page) -> Iterator[Candidate]:
    """'took responsibility for the raid', 'made demands, such as …', 'cast doubt on the toll'."""
    entries = _by_verb()
    for sentence in page.sentences:
        for token in page.parse.words(sentence):
            if token.pos == "VERB" and token.lemma in entries and not is_passive(page, token.index):
                found = _verb_noun(page, token.index, entries[token.lemma])
                if found is not None:
                    yield found


def _by_verb() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in phrases()["verb_nouns"]:
        for verb in entry["verbs"]:
            found.setdefault(verb, []).append(entry)
    return found


def _verb_noun(page: Page, verb: int, entries: list[dict[str, Any]]) -> Candidate | None:
    for noun in page.children(verb, "dobj"):
        for entry in entries:
            if page.tokens[noun].lemma != entry["noun"]:
                continue
            opening = find_opening(page, (noun, verb), frozenset(entry["prepositions"]))
            if opening is None:
                continue
            denies = page.tokens[verb].lemma in {"deny", "disclaim", "reject"}
            stance = Stance.DENIES if denies else Stance(str(entry.get("stance", "asserts")))
            frame = Frame("phrase", stance, 0.95)
            content = plain(page, opening)
            found = make_candidate(page, verb, frame, content, head=None, rule="attribute.verb-noun.v1")
            if found is not None:
                return replace(found, cue=pieces(page, [verb, noun]))
    return None
