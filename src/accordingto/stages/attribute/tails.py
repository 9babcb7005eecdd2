"""'At least 20 killed in attack, officials say': a cue at the end of a sentence whose clause the parser did not see."""

from collections.abc import Iterator

from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.complement import ADDRESSING, make_candidate
from accordingto.stages.attribute.cues import frame_of
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import noun_phrase
from accordingto.stages.attribute.subjects import is_passive, subject_of
from accordingto.stages.attribute.verbs import find_cue_verbs

# Words that may follow the verb: 'officials said on Friday in a statement'.
_LONGEST_END = 12


def find_tails(page: Page) -> Iterator[Candidate]:
    """Candidates of a subject and a verb of saying behind a comma, with everything before the comma as content."""
    for verb in find_cue_verbs(page):
        found = None if is_passive(page, verb) else _tail(page, verb)
        if found is not None:
            yield found


def _tail(page: Page, verb: int) -> Candidate | None:
    frame = frame_of(page.tokens[verb].lemma, "clause")
    subject = subject_of(page, verb)
    sentence = page.sentence_of(verb)
    if frame is None or frame.made_things or frame.hedged or subject is None or not sentence.first <= subject < verb:
        return None
    if _has_object(page, verb) or sentence.last - verb > _LONGEST_END:
        return None
    comma = noun_phrase(page, subject)[0] - 1
    if comma < 0 or page.tokens[comma].text != "," or page.tokens[comma].end > page.tokens[subject].start:
        return None
    content = list(range(_start(page, sentence.first, comma), comma))
    if not content or any(page.quote_index(index) >= 0 for index in (verb, content[-1])):
        return None
    return make_candidate(page, verb, frame, content, head=None, rule="attribute.tail.v1")


def _has_object(page: Page, verb: int) -> bool:
    """Whether the verb has its content behind it; 'told a news conference' names who listened, and no more."""
    if page.child(verb, "ccomp", "xcomp") is not None:
        return True
    named = page.child(verb, "dobj")
    return named is not None and (page.tokens[verb].lemma not in ADDRESSING or named < verb)


def _start(page: Page, first: int, comma: int) -> int:
    """The first token of the sentence, or of the one before where the comma itself opens this one."""
    if first < comma or first == 0 or not page.same_line(page.tokens[first - 1].end, page.tokens[first].start):
        return first
    return page.sentence_of(first - 1).first
