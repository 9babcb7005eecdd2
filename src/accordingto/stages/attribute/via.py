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
    """'X reported, citing Y': Y, unless it is cited as something ('citing him as a threat')."""
    found = []
    for child in page.children(verb, "advcl", "prep"):
        token = page.tokens[child]
        if token.lemma in {"cite", "quote"} and token.tag == "VBG":
            named = page.child(child, "dobj", "pobj")
            has_as = any(page.tokens[p].lemma == "as" for p in page.children(child, "prep"))
            if named is not None and not has_as:
                found.append(named)
    return found
