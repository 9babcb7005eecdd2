"""An outlet's own caveat: 'could not independently verify X', 'has been unable to confirm X', 'X is unverified'.

It is an attribution of whoever cannot verify, with what is doubted as its content, and never part of the claim.
"""

from collections.abc import Iterator

from accordingto.model.attribution import Stance
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import noun_phrase, pieces, trim
from accordingto.stages.attribute.subjects import agent_of, is_passive, source_phrase, subject_of

_ABILITY = frozenset({"can", "could"})
_QUESTION_WORDS = frozenset({"WRB", "WP", "WDT"})
_NONE = frozenset({"neither", "none", "no"})
_ABOUT = frozenset({"of", "about", "over"})


def find_doubts(page: Page) -> Iterator[Candidate]:
    """Candidates with stance ``cannot_verify``, or ``doubts`` where somebody refuses to confirm."""
    checking = word_set("checking")
    for sentence in page.sentences:
        for token in page.parse.words(sentence):
            found = None
            if token.pos == "VERB" and token.lemma in checking:
                found = _verb(page, token.index)
            elif token.pos == "NOUN" and token.lemma in word_set("checking_nouns"):
                found = _noun(page, token.index)
            elif token.lemma in word_set("unverified"):
                found = _adjective(page, token.index)
            elif token.pos == "ADJ" and token.lemma in word_set("sceptical"):
                found = _sceptic(page, token.index)
            if found is not None:
                yield found


def _sceptic(page: Page, word: int) -> Candidate | None:
    """'residents were sceptical of the account': the account is what they doubt."""
    verb = page.tokens[word].head
    owner = page.child(verb, "nsubj") if page.tokens[word].dep == "acomp" else None
    about = page.preposition(word, _ABOUT)
    target = None if about is None else page.child(about, "pobj", "pcomp")
    if owner is None or about is None or target is None or page.child(verb, "neg") is not None:
        return None
    return _make(page, [verb, word, about], page.parse.subtree(target), Stance.DOUBTS, owner=owner)


def _verb(page: Page, verb: int) -> Candidate | None:
    stance, cue = _inability(page, verb)
    if stance is None:
        return None
    if is_passive(page, verb):
        return _passive(page, verb, cue)
    content = _object(page, verb)
    owner = subject_of(page, verb) if page.tokens[verb].dep != "relcl" else None
    if owner is not None and not content and page.tokens[page.tokens[verb].head].lemma in word_set("able_things"):
        content, owner = noun_phrase(page, owner), None  # 'such claims are impossible to verify'
    if owner is not None and page.tokens[owner].lemma in {"it", "there"}:
        owner = None  # 'it was not possible to verify'
    return _make(page, cue, content, stance, owner=owner)


def _inability(page: Page, verb: int) -> tuple[Stance | None, list[int]]:
    """What keeps the verb from being done, and the tokens that say so."""
    negation = page.children(verb, "neg")
    ability = [aux for aux in page.children(verb, "aux") if page.tokens[aux].lemma in _ABILITY]
    if not negation and is_passive(page, verb) and _has_negative_subject(page, verb):
        return Stance.CANNOT_VERIFY, sorted([*ability, *page.children(verb, "auxpass"), verb])
    if negation and (ability or is_passive(page, verb)):
        return Stance.CANNOT_VERIFY, sorted([*ability, *negation, *page.children(verb, "auxpass"), verb])
    return _inability_above(page, verb)


def _inability_above(page: Page, verb: int) -> tuple[Stance | None, list[int]]:
    """'Unable to verify', 'was not possible to verify', 'no way to verify', 'refused to confirm'."""
    token = page.tokens[verb]
    head = page.tokens[token.head]
    if token.dep in {"relcl", "acl"} and head.lemma in word_set("able_nouns"):
        no = [index for index in page.children(head.index, "det") if page.tokens[index].lemma == "no"]
        return (Stance.CANNOT_VERIFY, [*no, head.index, verb]) if no else (None, [])
    if token.dep not in {"xcomp", "ccomp", "advcl"} or head.index == verb:
        return None, []
    complement = page.child(head.index, "acomp") if head.lemma == "be" else None
    if complement is not None and complement < verb:
        head = page.tokens[complement]  # 'it was not possible to verify', as the parser sees it
    negated = page.children(head.index, "neg") or page.children(head.head, "neg")
    if head.lemma in word_set("unable"):
        return Stance.CANNOT_VERIFY, [head.index, *_between(page, head.index, verb)]
    if head.lemma in word_set("able") and negated:
        return Stance.CANNOT_VERIFY, [*negated, *_between(page, negated[0] + 1, verb)]
    return (Stance.DOUBTS, [head.index, verb]) if head.lemma in word_set("withholding") else (None, [])


def _has_negative_subject(page: Page, verb: int) -> bool:
    """'Neither claim could be verified', 'none of the reports has been confirmed'."""
    subject = page.child(verb, "nsubjpass")
    if subject is None:
        return False
    near = [subject, *page.children(subject, "det", "preconj")]
    near += [index for owner in page.children(subject, "poss") for index in page.children(owner, "det")]
    return any(page.tokens[index].lemma in _NONE for index in near)


def _between(page: Page, first: int, verb: int) -> list[int]:
    return [index for index in range(first, verb + 1) if page.tokens[index].pos != "PUNCT"]


def _object(page: Page, verb: int) -> list[int]:
    """What could not be verified: an object or a clause."""
    for child in page.children(verb, "dobj", "ccomp", "xcomp"):
        if page.tokens[child].pos != "PRON":
            return [i for i in page.parse.subtree(child) if page.tokens[i].lemma not in {"whether", "if"} or i > child]
    return next((clause for clause in map(page.parse.subtree, page.children(verb, "advcl")) if _asks(page, clause)), [])


def _asks(page: Page, clause: list[int]) -> bool:
    """'verify when or where the video was made': a question that the parser takes for a circumstance."""
    return page.tokens[clause[0]].tag in _QUESTION_WORDS


def _passive(page: Page, verb: int, cue: list[int]) -> Candidate | None:
    """'the toll could not be independently verified'; the outlet says so when nobody stands after 'by'."""
    subject, agent = subject_of(page, verb), agent_of(page, verb)
    if subject is None:
        return None
    content = noun_phrase(page, subject)
    return _make(page, cue, content, Stance.CANNOT_VERIFY, owner=agent)


def _noun(page: Page, noun: int) -> Candidate | None:
    """'there was no independent confirmation of X'."""
    determiner = page.child(noun, "det")
    if determiner is None or page.tokens[determiner].lemma != "no":
        return None
    opening = page.preposition(noun, frozenset({"of", "for"}))
    clause = page.child(noun, "acl", "ccomp")
    at = opening if opening is not None else clause
    if at is None:
        return None
    content = [index for index in page.parse.subtree(at) if index != opening]
    return _make(page, [determiner, noun], content, Stance.CANNOT_VERIFY)


def _adjective(page: Page, word: int) -> Candidate | None:
    """'the claims are unverified', 'remain unconfirmed'."""
    token = page.tokens[word]
    if token.dep not in {"acomp", "oprd", "attr"}:
        return None
    subject = page.child(token.head, "nsubj")
    if subject is None:
        return None
    return _make(page, [word], noun_phrase(page, subject), Stance.CANNOT_VERIFY)


def _make(
    page: Page, cue: list[int], content: list[int], stance: Stance, *, owner: int | None = None
) -> Candidate | None:
    spans = trim(page, pieces(page, content))
    if not spans:
        return None
    source = source_phrase(page, owner)
    return Candidate(
        anchor=cue[-1],
        source=pieces(page, source),
        source_head=owner if source else None,
        cue=pieces(page, cue),
        content=spans,
        head=None,
        stance=stance,
        rule=f"attribute.{stance.value.replace('_', '-')}.v1",
        score=0.95,
    )
