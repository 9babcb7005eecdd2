"""Who relays it: 'told the BBC', 'in a statement on Telegram', 'citing Y', 'through an interpreter'."""

from accordingto.model.document import Span, Spans
from accordingto.stages.attribute.cues import word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import noun_phrase, pieces
from accordingto.stages.attribute.subjects import agent_of, is_passive, subject_of

_ADDRESSING = frozenset({"tell", "inform", "assure", "brief", "notify"})
_CHANNELS = frozenset({"on", "to", "via", "in", "through", "by", "with"})
_DEEPEST = 4


def find_via(page: Page, verb: int, content: Spans) -> Spans:
    """Pieces that name who or what relays the words, in text order."""
    heads = [*_quoting(page, verb), *_audience(page, verb), *_channels(page, verb, 0)]
    inside = [head for head in sorted(set(heads)) if not _in(page, head, content)]
    return tuple(span for head in inside for span in pieces(page, noun_phrase(page, head))[:1])


def _in(page: Page, index: int, spans: Spans) -> bool:
    token = page.tokens[index]
    return any(Span(token.start, token.end).overlaps(span) for span in spans)


def _audience(page: Page, verb: int) -> list[int]:
    """'told the BBC', but not 'told reporters'."""
    if page.tokens[verb].lemma not in _ADDRESSING:
        return []
    heads = page.children(verb, "dobj", "dative")
    return [h for h in heads if page.tokens[h].lemma not in word_set("audiences") and page.tokens[h].pos != "ADP"]


def _channels(page: Page, at: int, depth: int) -> list[int]:
    """'on Twitter', 'in a message on Telegram', 'through an interpreter', 'on its website'."""
    found: list[int] = []
    if depth > _DEEPEST:
        return found
    for child in page.children(at, "prep", "agent", "dative", "acl", "advcl"):
        token = page.tokens[child]
        if token.dep in {"acl", "advcl"}:
            if token.tag in {"VBN", "VBG", "VBD"}:
                found += _channels(page, child, depth + 1)
                agent = agent_of(page, child) if token.lemma in word_set("carrying") else None
                found += [] if agent is None else [agent]
            continue
        if token.lemma not in _CHANNELS:
            continue
        for noun in page.children(child, "pobj"):
            word = page.tokens[noun].lemma
            if word in word_set("platforms") or word in word_set("through") or page.tokens[noun].text.lower() == "x":
                found.append(noun)
            found += _channels(page, noun, depth + 1)
    return found


def _quoting(page: Page, verb: int) -> list[int]:
    """'Y quoted X as saying': Y relays."""
    token = page.tokens[verb]
    above = page.tokens[page.tokens[token.head].head]
    if token.dep != "pcomp" or above.lemma not in word_set("quoting"):
        return []
    owner = agent_of(page, above.index) if is_passive(page, above.index) else subject_of(page, above.index)
    return [] if owner is None else [owner]


def find_cited(page: Page, verb: int) -> list[int]:
    """'X reported, citing Y' and 'X, quoting Y, reported': Y, unless it is cited as something ('as a threat')."""
    subject = subject_of(page, verb)
    beside = [] if subject is None else page.children(subject, "acl")
    return [named for child in (*page.children(verb, "advcl", "prep"), *beside) for named in _cited(page, child)]


def find_cited_last(page: Page, verb: int, head: int) -> tuple[int, int] | None:
    """'X reported that S, quoting Y': the participle and Y, where the parser tied them to the clause S."""
    if page.tokens[verb].lemma != "report":
        return None
    for child in page.children(head, "advcl", "prep"):
        named = _cited(page, child)
        if named and verb < head < child and page.tokens[child - 1].text == ",":
            return child, named[0]
    return None


def _cited(page: Page, participle: int) -> list[int]:
    token = page.tokens[participle]
    if token.lemma not in {"cite", "quote"} or token.tag != "VBG":
        return []
    named = page.child(participle, "dobj", "pobj")
    has_as = any(page.tokens[p].lemma == "as" for p in page.children(participle, "prep"))
    return [] if named is None or has_as else [named]
