"""'According to X, S'; 'S, according to X'; 'by some estimates, S'; 'in his view, S'."""

from collections.abc import Iterator

from accordingto.model.attribution import Stance
from accordingto.model.document import Spans
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import is_speech, phrases, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import filled, noun_phrase, pieces, trim
from accordingto.stages.attribute.subjects import agent_of


def find_according(page: Page) -> Iterator[Candidate]:
    """Candidates of 'according to' and of its cousins with a noun ('by his account')."""
    for sentence in page.sentences:
        for token in page.parse.words(sentence):
            found = None
            if token.text.lower() in _STARTS:
                found = _according_to(page, token.index) or _adverbial(page, token.index)
            if found is not None:
                yield found


_STARTS = frozenset({"according", *(word for word in phrases()["adverbials"])})


def _according_to(page: Page, at: int) -> Candidate | None:
    if page.tokens[at].text.lower() != "according" or at + 1 >= len(page.tokens):
        return None
    to = page.tokens[at + 1]
    if to.text.lower() != "to":
        return None
    owner = page.child(to.index, "pobj") or page.child(at, "pobj")
    if owner is None:
        return None
    return _make(page, [at, to.index], owner, rule="attribute.according-to.v2", score=0.95)


def _adverbial(page: Page, at: int) -> Candidate | None:
    """'By some estimates'; only beside a comma or at the start of its sentence, where it governs the clause."""
    preposition = page.tokens[at].text.lower()
    owner = page.child(at, "pobj")
    if owner is None or page.tokens[at].dep not in {"prep", "agent"}:
        return None
    if page.tokens[owner].lemma not in phrases()["adverbials"].get(preposition, ()):
        return None
    if preposition == "in" and page.child(owner, "poss") is None and page.preposition(owner, frozenset({"of"})) is None:
        return None  # 'in other words'
    phrase = page.parse.subtree(at)
    sentence = page.sentence_of(at)
    at_border = at == sentence.first or page.tokens[at - 1].text in {",", "but", "But", "and"}
    closed = phrase[-1] + 1 < sentence.last and page.tokens[phrase[-1] + 1].text == ","
    if not (at_border and closed):
        return None
    return _make(page, [at], owner, rule="attribute.adverbial.v1", score=0.8)


def _make(page: Page, cue: list[int], owner: int, *, rule: str, score: float) -> Candidate | None:
    at = cue[0]
    source = noun_phrase(page, owner)
    aside = {*page.parse.subtree(at), *cue, *_relay(page, source)}
    content = _governed(page, at, aside)
    spans = trim(page, pieces(page, content))
    if not spans:
        return None
    owner, source, via = _chain(page, owner, source)
    return Candidate(
        anchor=at,
        source=pieces(page, source),
        source_head=owner,
        via=via,
        cue=pieces(page, cue),
        content=spans,
        head=_top(page, at),
        stance=Stance.ASSERTS,
        rule=rule,
        score=score,
    )


def _chain(page: Page, owner: int, source: list[int]) -> tuple[int, list[int], Spans]:
    """'According to X, citing Y': Y's claim by way of X; 'to X, quoted by Y': X's by way of Y."""
    relay = _relay(page, source)
    if not relay:
        return owner, source, ()
    participle = relay[1]
    if page.tokens[participle].tag == "VBG":
        cited = page.child(participle, "dobj", "pobj")
        return (owner, source, ()) if cited is None else (cited, noun_phrase(page, cited), pieces(page, source)[:1])
    agent = agent_of(page, participle)
    return owner, source, () if agent is None else pieces(page, noun_phrase(page, agent))[:1]


def _relay(page: Page, source: list[int]) -> list[int]:
    """'According to X, citing Y, S' and 'X, quoted by Y, S': the participle phrase is no part of the claim."""
    at = source[-1] + 2
    if at >= len(page.tokens) or page.tokens[at - 1].text != "," or page.tokens[at].lemma not in word_set("quoting"):
        return []
    if page.tokens[at].tag not in {"VBG", "VBN", "VBD"}:
        return []
    for index in range(at, min(at + 12, page.sentence_of(at).last)):
        if page.tokens[index].text == ",":
            return list(range(at - 1, index + 1))
    return []


def _governed(page: Page, at: int, aside: set[int]) -> list[int]:
    """The clause that the phrase comments on, less the phrase itself."""
    top = _top(page, at)
    sentence = page.sentence_of(at)
    is_root = page.tokens[top].head == top
    inside = list(range(sentence.first, sentence.last)) if is_root else page.parse.subtree(top)
    content = _own_side(page, at, [index for index in filled(inside, aside) if index not in aside])
    while content and (page.tokens[content[0]].dep == "cc" or page.tokens[content[0]].pos == "PUNCT"):
        if page.quote_index(content[0]) >= 0:
            break
        content = content[1:]
    return content


def _own_side(page: Page, at: int, content: list[int]) -> list[int]:
    """'S but according to X, T': the phrase speaks of T only; 'S, according to X' of all before it."""
    before = [index for index in content if index < at]
    after = [index for index in content if index > at]
    if before and after and page.tokens[before[-1]].dep == "cc":
        return after
    return content


def _top(page: Page, at: int) -> int:
    """The verb that heads the clause: up to a joined clause that the phrase opens, or one that a cue governs."""
    top = page.tokens[at].head
    while page.tokens[top].head != top:
        token, head = page.tokens[top], page.tokens[page.tokens[top].head]
        if token.dep == "ccomp" and is_speech(head.lemma) and head.index < top:
            break
        if token.dep in {"conj", "ccomp", "parataxis"} and _opens(page, at, top):
            break
        top = head.index
    return top


def _opens(page: Page, at: int, top: int) -> bool:
    """Whether the phrase is the first thing said in a clause that has its own subject."""
    has_subject = page.child(top, "nsubj", "nsubjpass", "expl") is not None
    return has_subject and at <= page.parse.subtree(top)[0] + 2
