"""'Troops allegedly burned the village': the report passes a claim on without saying whose it is."""

from collections.abc import Iterator

from accordingto.model.attribution import Stance
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import filled, pieces, trim


def find_adverbs(page: Page) -> Iterator[Candidate]:
    """Candidates of 'reportedly' and its like beside a verb; 'an allegedly stolen car' only names something."""
    known = word_set("hearsay_adverbs")
    for sentence in page.sentences:
        for token in page.parse.words(sentence):
            if token.lemma in known and token.dep == "advmod":
                found = _make(page, token.index)
                if found is not None:
                    yield found


def _make(page: Page, adverb: int) -> Candidate | None:
    verb = page.tokens[adverb].head
    if page.tokens[verb].pos not in {"VERB", "AUX"} or page.child(verb, "nsubj", "nsubjpass") is None:
        return None
    content = trim(page, pieces(page, filled(page.parse.subtree(verb), [adverb])))
    if not content:
        return None
    return Candidate(
        anchor=adverb,
        source=(),
        source_head=None,
        cue=pieces(page, [adverb]),
        content=content,
        head=verb,
        stance=Stance.ASSERTS,
        hedged=True,
        score=0.8,
        rule="attribute.hearsay-adverb.v1",
    )
