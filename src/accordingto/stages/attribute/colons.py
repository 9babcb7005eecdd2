"""'Police: Five dead in blast', 'OSRIN: We never agreed.': a colon of a headline or a transcript gives words away.

Out of scope: labels ('Update:', 'Photo:', 'Read more:') and an agency's slugs ('KESRIA: …'), which name no speaker.
"""

import re
from collections.abc import Iterator

from accordingto.model.attribution import Stance
from accordingto.model.document import Zone
from accordingto.model.parse import Sentence
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import load_verbs, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import pieces, trim
from accordingto.stages.attribute.subjects import subject_of
from accordingto.text.countries import find_country

_LONGEST_NAME = 4
# 'UN: …' speaks; longer names in capitals that the report writes nowhere else so are an agency's slugs.
_SHORTEST_SLUG = 3
# Who speaks is nobody's whereabouts; 'at' and 'from' are left out, for one works at a ministry.
_BEFORE_PLACES = ("in", "near", "outside", "town of", "city of", "village of", "port of")
_SPEAKING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def find_colons(page: Page) -> Iterator[Candidate]:
    """Candidates of a name and a colon at the start of a headline, or of several paragraphs (a transcript)."""
    found = [(sentence, colon) for sentence in page.parse.sentences if (colon := _colon(page, sentence)) is not None]
    names = [_name(page, sentence, colon).lower() for sentence, colon in found]
    people = {entity.first: entity for entity in page.parse.entities if entity.label in _SPEAKING_LABELS}
    for (sentence, colon), name in zip(found, names, strict=True):
        first = sentence.first
        named = first in people and people[first].last == colon
        headline = _is_heading(sentence) and not is_topic(page, colon)
        speaking = named or page.tokens[colon - 1].lemma in word_set("announcers")
        if (headline and speaking) or (names.count(name) > 1 and (named or name.isupper()) and sentence.zone is None):
            candidate = _make(page, sentence, colon)
            if candidate is not None:
                yield candidate


def _colon(page: Page, sentence: Sentence) -> int | None:
    """The colon after a few words that open a paragraph."""
    if not page.is_read_at(sentence.start) or not page.starts_line(sentence.start):
        return None
    for index in range(sentence.first + 1, min(sentence.last - 1, sentence.first + _LONGEST_NAME + 1)):
        token = page.tokens[index]
        if token.text == ":":
            return index
        if token.pos in {"VERB", "PUNCT", "AUX"}:
            return None
    return None


def _name(page: Page, sentence: Sentence, colon: int) -> str:
    return page.document.text[sentence.start : page.tokens[colon].start]


def _is_heading(sentence: Sentence) -> bool:
    return sentence.zone is Zone.TITLE or (sentence.first == 0 and sentence.zone is None)


def is_topic(page: Page, colon: int) -> bool:
    """Whether the words before a colon of a headline say what it is about, not who speaks.

    'Kelm: Ten dead, police say': somebody else says it. 'Kelm blast: what we know', 'KELM: Rebels seize bridge', and
    any name that the report elsewhere gives to a place.
    """
    sentence = page.parse.sentences[page.tokens[colon].sentence]
    name, last = _name(page, sentence, colon).strip(), page.tokens[colon - 1]
    if not _is_heading(sentence) or last.lemma in word_set("announcers"):
        return False
    if last.text.islower() or _is_slug(page, name):
        return True
    if any(_is_said_by_another(page, index) for index in range(colon + 1, sentence.last)):
        return True
    place = rf"(?i:\b(?:{'|'.join(_BEFORE_PLACES)})) {re.escape(name)}(?!\w| \(?[A-Z])"
    return re.search(place, page.document.text) is not None


def _is_slug(page: Page, name: str) -> bool:
    """'KESRIA: …': a country, or a name that the report writes in capitals nowhere else."""
    once = len(name) > _SHORTEST_SLUG and page.document.text.count(name) == 1
    return name.isupper() and (once or find_country(name) is not None)


def _is_said_by_another(page: Page, index: int) -> bool:
    """Whether a verb of speech behind the colon has a subject of its own, not 'we'."""
    token = page.tokens[index]
    if token.tag not in {"VBZ", "VBP", "VBD"} or token.lemma not in load_verbs():
        return False
    subject = subject_of(page, index)
    return subject is not None and page.tokens[subject].pos in {"NOUN", "PROPN"}


def _make(page: Page, sentence: Sentence, colon: int) -> Candidate | None:
    end = page.document.text.find("\n", page.tokens[colon].end)
    last = sentence.last - 1
    while last + 1 < len(page.tokens) and (end < 0 or page.tokens[last + 1].end <= end):
        last += 1
    content = trim(page, [page.parse.span(colon + 1, last)]) if last > colon else ()
    if not content:
        return None
    return Candidate(
        anchor=colon,
        source=pieces(page, range(sentence.first, colon)),
        source_head=colon - 1,
        cue=(page.parse.span(colon, colon),),
        content=content,
        head=None,
        stance=Stance.ASSERTS,
        rule="attribute.colon.v1",
        score=0.8,
    )
