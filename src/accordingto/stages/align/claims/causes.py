"""What caused it, according to whom: 'was caused by dust, not by a drone', 'the crash was an accident'."""

from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.model.claim import Claim, ClaimStance, Subject, TextValue
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.model.parse import Token
from accordingto.stages.align.claims.attach import main_event
from accordingto.stages.align.claims.deeds import after_preposition, child_of, load_deeds, subject_of
from accordingto.stages.align.claims.making import make_claim, stance_in
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.predicates import is_negated, is_unreal
from accordingto.text.causes import is_same_cause, load_causes

# 'The blast' may have been told so many sentences before.
BACK = 4
# 'Not by a drone': so many words behind the cause may stand the one that it was not.
REACH = 12
BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
# A weapon that struck is a cause only where somebody says what the cause was.
STRUCK = "claims.cause-struck.v1"
# The cause, what it caused where the words say so, whether it is denied, and the rule.
Found = tuple[Token, Token | None, bool, str]


def find_cause_claims(page: Page) -> Iterator[Claim]:
    """Everything a document says of what caused its events."""
    for token in page.told_words(_telling()):
        if not is_unreal(page.parse, token.index):
            for cause, effect, denied, rule in _find(page, token):
                claim = _claim(page, token, cause, effect, denied=denied, rule=rule)
                if claim is not None:
                    yield claim


@cache
def _telling() -> frozenset[str]:
    """Every word that may tell of a cause."""
    words = load_causes()
    verbs = {*words.causing, *words.tracing, *words.resulting, *words.excluding}
    return frozenset({*verbs, *words.known, *load_deeds().weapons})


def drop_unasked(claims: Sequence[Claim]) -> list[Claim]:
    """Without weapons that struck where nobody says what the cause was, and denials of what nobody says."""
    causes = [claim for claim in claims if claim.attribute == "cause"]
    asked = {claim.subject for claim in causes if claim.trace.rule != STRUCK}
    said = [(each.subject, _text(each)) for each in causes if each.stance is ClaimStance.ASSERTS]

    def stays(claim: Claim) -> bool:
        if claim.attribute != "cause":
            return True
        if claim.stance is ClaimStance.DENIES:
            return any(subject == claim.subject and _is_same(text, _text(claim)) for subject, text in said)
        return claim.subject in asked

    return [claim for claim in claims if stays(claim)]


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, TextValue) else ""


def _is_same(left: str, right: str) -> bool:
    return left == right or is_same_cause(left, right)


def _find(page: Page, token: Token) -> Iterator[Found]:
    words = load_causes()
    if token.lemma in words.causing and token.pos == "VERB":
        yield from _caused(page, token)
    if token.lemma in words.tracing and token.pos == "VERB":
        yield from _traced(page, token, words.tracing[token.lemma])
    if token.lemma in words.resulting:
        cause = after_preposition(page.parse, token.index, words.resulting[token.lemma])
        effect = subject_of(page.parse, token if token.pos == "VERB" else page.parse.tokens[token.head])
        yield from _with_contrast(page, cause, effect, denied=is_negated(page.parse, token))
    if token.lemma in words.excluding and token.pos == "VERB" and _is_whole(page, token):
        yield from _with_contrast(page, child_of(page.parse, token.index, {"dobj"}), None, denied=True)
    if token.lemma in words.known and token.dep == "attr":
        verb = page.parse.tokens[token.head]
        denied = is_negated(page.parse, verb) or _has_no(page, token)
        yield from _with_contrast(page, token, subject_of(page.parse, verb), denied=denied)
    elif token.lemma in words.known and token.dep not in {"compound", "pobj"} and _contrast(page, token) is not None:
        yield from _with_contrast(page, token, None, denied=False)  # 'ministry says accident, not attack'
    if token.lemma in load_deeds().weapons and token.dep == "nsubj":
        verb = page.parse.tokens[token.head]
        if verb.lemma in words.striking and not is_negated(page.parse, verb):
            yield token, verb, False, STRUCK


def _is_whole(page: Page, verb: Token) -> bool:
    """'Ruled out', with its 'out', and by somebody who did so: 'could not be ruled out' leaves it open."""
    particle = load_causes().excluding[verb.lemma]
    children = [page.parse.tokens[each] for each in page.parse.children[verb.index]]
    has_particle = not particle or any(each.lemma == particle for each in children)
    return has_particle and not is_negated(page.parse, verb)


def _has_no(page: Page, noun: Token) -> bool:
    return any(page.parse.tokens[each].lemma == "no" for each in page.parse.children[noun.index])


def _caused(page: Page, verb: Token) -> Iterator[Found]:
    """'Was caused by dust', 'an explosion caused by dust', 'dust caused the blast'."""
    by = after_preposition(page.parse, verb.index, "by")
    denied = is_negated(page.parse, verb)
    if by is not None:
        effect = child_of(page.parse, verb.index, {"nsubjpass"})
        effect = page.parse.tokens[verb.head] if effect is None and verb.dep in {"acl", "relcl"} else effect
        yield from _with_contrast(page, by, effect, denied=denied)
    else:
        effect = child_of(page.parse, verb.index, {"dobj"})
        if effect is not None:
            yield from _with_contrast(page, subject_of(page.parse, verb), effect, denied=denied)


def _traced(page: Page, verb: Token, preposition: str) -> Iterator[Found]:
    """'Blamed a technical fault', 'blamed the blast on a leak'."""
    thing = child_of(page.parse, verb.index, {"dobj", "nsubjpass"})
    cause = after_preposition(page.parse, verb.index, preposition)
    if cause is None and thing is not None:
        cause = after_preposition(page.parse, thing.index, preposition)
    effect = thing if cause is not None else None
    yield from _with_contrast(page, cause or thing, effect, denied=is_negated(page.parse, verb))


def _with_contrast(page: Page, cause: Token | None, effect: Token | None, *, denied: bool) -> Iterator[Found]:
    """The cause, and the one that it was not: 'by dust, not by a drone'."""
    if cause is None or cause.lemma not in load_causes().known:
        return
    rule = "claims.cause.v1"
    yield cause, effect, denied, rule
    other = _contrast(page, cause)
    if other is not None:
        yield other, effect, not denied, rule


def _contrast(page: Page, cause: Token) -> Token | None:
    """The noun behind 'not', 'rather than' or 'instead of', if it is a cause too."""
    words, negated = load_causes(), False
    for token in page.parse.tokens[cause.index + 1 : cause.index + 1 + REACH]:
        if negated and token.lemma in words.known and token.dep != "compound":
            return token
        if token.sentence != cause.sentence or token.pos in {"VERB", "AUX"}:
            return None
        negated = negated or token.lemma in words.contrasting
    return None


def _claim(page: Page, token: Token, cause: Token, effect: Token | None, *, denied: bool, rule: str) -> Claim | None:
    attribution = page.attribution_at(cause.start)
    event = _event(page, cause, effect)
    if attribution is None or event is None:
        return None
    stance = stance_in(attribution, denied=denied)
    if stance is None:
        return None
    return make_claim(
        attribution,
        _evidence(page, token if rule != STRUCK or effect is None else effect, cause, denied=denied),
        subject=Subject(event=event.id),
        attribute="cause",
        value=TextValue(_phrase(page, cause)),
        stance=stance,
        rule=rule,
    )


def _evidence(page: Page, token: Token, cause: Token, *, denied: bool) -> Span:
    """The cause with the word that makes it one; what is not denied without the 'not' of what is."""
    opening = _opening(page, cause)
    first, last = min(token.index, opening.index), max(token.index, cause.index)
    negations = [each for each in page.parse.tokens[first:last] if each.lemma in load_causes().contrasting]
    if not negations:
        return page.parse.span(first, last)
    return page.parse.span(negations[0].index if denied else opening.index, cause.index)


def _opening(page: Page, cause: Token) -> Token:
    """The 'electrical' of 'by an electrical fault in the cellar'."""
    at = cause
    while at.index and page.parse.tokens[at.index - 1].dep in BEFORE_NOUN:
        at = page.parse.tokens[at.index - 1]
    return at


def _phrase(page: Page, cause: Token) -> str:
    """'electrical fault' of 'by an electrical fault in the cellar'."""
    inside = page.parse.tokens[_opening(page, cause).index : cause.index + 1]
    return " ".join(each.text.lower() for each in inside)


def _event(page: Page, cause: Token, effect: Token | None) -> Event | None:
    """The event told by what was caused, else the violence told last, else what the report is about."""
    kinds = load_deeds().kinds
    if effect is not None:
        for mention, event in page.told_in(page.parse.sentences[effect.sentence].start, effect.end):
            if mention.trigger.overlaps(Span(effect.start, effect.end)) and event.kind in kinds:
                return event
        if effect.lemma not in load_causes().effects and effect.pos != "VERB":
            return None
    first = page.parse.sentences[max(0, cause.sentence - BACK)].start
    near = [event for _, event in page.told_in(first, cause.start) if event.kind in kinds]
    return near[-1] if near else main_event(page, kinds)
