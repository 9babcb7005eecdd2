"""Nouns that announce a content: 'the claim that S', 'reports of X', 'their pledge to Y', 'criticism for Z'."""

from collections.abc import Iterator

from accordingto.model.attribution import Stance
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import load_nouns, word_set
from accordingto.stages.attribute.objects import plain
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import noun_phrase, pieces, trim
from accordingto.stages.attribute.subjects import source_phrase, subject_of

_SCORES = {"that": 0.9, "to": 0.8, "of": 0.67, "for": 0.67, "about": 0.6, "over": 0.6}
_BODY_LABELS = frozenset({"ORG", "GPE", "NORP"})


def find_nouns(page: Page) -> Iterator[Candidate]:
    """Candidates of nouns with a clause, an infinitive or a prepositional phrase."""
    known = load_nouns()
    for sentence in page.sentences:
        for token in page.parse.words(sentence):
            if token.pos == "NOUN" and token.lemma in known:
                found = _find(page, token.index, known[token.lemma])
                if found is not None:
                    yield found


def _find(page: Page, noun: int, openings: dict[str, Stance]) -> Candidate | None:
    for opening, stance in openings.items():
        content = _content(page, noun, opening)
        if content:
            spans = trim(page, pieces(page, content))
            source, head = _owner(page, noun)
            score = _SCORES[opening] * (1.0 if source or opening == "that" else 0.75)
            if not spans or _is_denied_existence(page, noun):
                return None
            return Candidate(
                anchor=noun,
                source=pieces(page, [index for index in source if index not in set(content)]),
                source_head=head,
                cue=pieces(page, [noun]),
                content=spans,
                head=content[0],
                stance=stance,
                rule=f"attribute.noun-{opening}.v1",
                score=score,
            )
    return None


def _content(page: Page, noun: int, opening: str) -> list[int]:
    if opening == "that":
        for child in page.children(noun, "acl", "ccomp", "relcl"):
            if any(page.tokens[mark].lemma == "that" for mark in page.children(child, "mark")):
                return page.parse.subtree(child)
        return []
    if opening == "to":
        for child in page.children(noun, "acl", "xcomp", "relcl"):
            if any(page.tokens[aux].lemma == "to" for aux in page.children(child, "aux")):
                return page.parse.subtree(child)
        return []
    at = page.preposition(noun, frozenset({opening})) or _beside(page, noun, opening)
    if at is not None and opening == "of" and _is_owned_by(page, at):
        return []
    return [] if at is None else [index for index in plain(page, at) if index != at or opening == "for"]


def _is_owned_by(page: Page, preposition: int) -> bool:
    """'The claims of either side', 'the report of the ministry': whose it is, not what it says."""
    noun = page.child(preposition, "pobj")
    if noun is None or page.child(noun, "acl", "relcl") is not None:
        return False
    return page.tokens[noun].lemma in word_set("parties") | word_set("bodies")


def _beside(page: Page, noun: int, opening: str) -> int | None:
    """'faced criticism for failing': the preposition right after the noun, tied to the verb by the parser."""
    following = page.tokens[noun + 1] if noun + 1 < len(page.tokens) else None
    if following is None or following.lemma != opening or following.head != page.tokens[noun].head:
        return None
    return following.index if page.child(following.index, "pobj", "pcomp") is not None else None


def _is_denied_existence(page: Page, noun: int) -> bool:
    """'There were no reports of injuries': nobody reported any."""
    determiner = page.child(noun, "det")
    return determiner is not None and page.tokens[determiner].lemma == "no"


def _owner(page: Page, noun: int) -> tuple[list[int], int | None]:
    """Whose claim it is: 'their claim', 'claims by X', 'X made the claim'; for 'reports' the reports themselves."""
    owner = page.child(noun, "poss")
    if owner is not None:
        return _possessor(page, owner), owner
    for child in page.children(noun, "prep"):
        if page.tokens[child].lemma in {"by", "from"}:
            owner = page.child(child, "pobj")
            if owner is not None:
                return noun_phrase(page, owner), owner
    body = _body_before(page, noun)
    if body is not None:
        return [body], body
    token = page.tokens[noun]
    if token.dep == "dobj" and page.tokens[token.head].lemma in word_set("owning_verbs"):
        owner = subject_of(page, token.head)
        return source_phrase(page, owner), owner
    if token.lemma in word_set("own"):
        return _bare(page, noun), noun
    return [], None


def _body_before(page: Page, noun: int) -> int | None:
    """'police allegations', 'army claims', 'UN warnings': the body right before the noun."""
    token = page.tokens[noun - 1] if noun else None
    if token is None or token.dep != "compound" or token.head != noun:
        return None
    name = page.entity_at(token.index)
    named = name is not None and name.first == token.index and name.label in _BODY_LABELS
    return token.index if named or token.lemma in word_set("bodies") else None


def _possessor(page: Page, owner: int) -> list[int]:
    """The owner without the possessive mark."""
    return [index for index in noun_phrase(page, owner) if page.tokens[index].dep != "case"]


def _bare(page: Page, noun: int) -> list[int]:
    """The noun with what stands before it: 'unconfirmed local reports'."""
    return [index for index in noun_phrase(page, noun) if index <= noun]
