"""How events ended and what became of groups: 'the talks collapsed', 'the outlawed Harbour Legion'."""

from collections.abc import Iterator

from accordingto.model.actor import Actor
from accordingto.model.attribution import Attribution
from accordingto.model.claim import Claim, Scope, Subject, TextValue
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.model.parse import Token
from accordingto.stages.align.claims.deeds import after_preposition, child_of, subject_of
from accordingto.stages.align.claims.making import make_claim, stance_in
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.predicates import is_negated, is_unreal
from accordingto.stages.align.claims.timing import find_as_of
from accordingto.stages.align.claims.traits import find_group
from accordingto.stages.align.entities import entity_at
from accordingto.text.endings import Ending, index_endings

# How many sentences back what ended may have been told of.
BACK = 2
# How far behind its verb 'a terrorist group' or 'without agreement' may stand.
REACH = 8
PLACES = frozenset({"GPE", "LOC", "FAC"})
DONE = frozenset({"dobj", "nsubjpass"})


def find_ending_claims(page: Page) -> Iterator[Claim]:
    """Everything a document says of how its events ended and what its groups have become."""
    for attribute in ("outcome", "status"):
        said = index_endings(attribute)
        for token in page.told_words(said.keys()):
            found = (*said.get(token.lemma, ()), *said.get(token.text.lower(), ()))
            for ending in dict.fromkeys(found):
                yield from _claims(page, token, ending, attribute)


def _claims(page: Page, token: Token, ending: Ending, attribute: str) -> Iterator[Claim]:
    thing = _thing(page, token, ending)
    attribution = None if thing is None else page.attribution_at(token.start)
    if thing is None or attribution is None or is_unreal(page.parse, token.index):
        return
    last = _near(page, token, ending)
    if ending.near and last is None:
        return
    ends = [each for each in (token, thing, last) if each is not None]
    evidence = Span(min(t.start for t in ends), max(t.end for t in ends))
    stance = stance_in(attribution, denied=is_negated(page.parse, token))
    subject = _event(page, token, thing, ending) if attribute == "outcome" else _group(page, thing, attribution)
    if stance is not None and subject is not None:
        yield make_claim(
            attribution,
            evidence,
            subject=Subject(event=subject.id) if isinstance(subject, Event) else Subject(actor=subject.id),
            attribute=attribute,
            value=TextValue(ending.text),
            scope=Scope(place=_place(page, thing), as_of=find_as_of(page, attribution, token)),
            stance=stance,
            rule=f"claims.{attribute}.v1",
        )


def _thing(page: Page, token: Token, ending: Ending) -> Token | None:
    """What the word is said of, where it is one of the things that end like this."""
    parse = page.parse
    if {token.lemma, token.text.lower()} & ending.adjectives and token.dep in {"amod", "compound"}:
        found: Token | None = parse.tokens[token.head]
    elif token.lemma in ending.nouns and token.pos == "NOUN":
        found = after_preposition(parse, token.index, "of") or child_of(parse, token.index, {"poss"})
    elif token.lemma in ending.verbs and token.pos in {"VERB", "AUX"}:
        found = subject_of(parse, token) if ending.does else _done_to(page, token)
    else:
        return None
    if found is None or (ending.does and child_of(parse, token.index, {"dobj"}) is not None and token.pos == "VERB"):
        return None
    return found if not ending.kinds or _is_of(page, found, ending) else None


def _done_to(page: Page, verb: Token) -> Token | None:
    passive = verb.tag == "VBN" and verb.dep == "acl"
    return child_of(page.parse, verb.index, DONE) or (page.parse.tokens[verb.head] if passive else None)


def _is_of(page: Page, thing: Token, ending: Ending) -> bool:
    return thing.lemma in ending.of or (ending.place and _place(page, thing) is not None)


def _place(page: Page, thing: Token) -> str | None:
    """The name of the place that a thing is, or is named by: 'the town of Orvel', 'Orvel'."""
    for token in (thing, after_preposition(page.parse, thing.index, "of")):
        entity = None if token is None or token.pos != "PROPN" else entity_at(page.parse, token.index)
        if entity is not None and entity.label in PLACES:
            return page.text[entity.start : entity.end]
    return None


def _near(page: Page, token: Token, ending: Ending) -> Token | None:
    behind = page.parse.tokens[token.index + 1 : token.index + 1 + REACH]
    return next((t for t in behind if t.sentence == token.sentence and t.lemma in ending.near), None)


def _event(page: Page, token: Token, thing: Token, ending: Ending) -> Event | None:
    """The event that ended so: the one told by the word or the thing, else the nearest of the right kind."""
    parse = page.parse
    sentence = parse.sentences[token.sentence]
    first = parse.sentences[max(0, token.sentence - BACK)].start
    near = [pair for pair in page.told_in(sentence.start, sentence.end) if pair[1].kind in ending.kinds]
    for mention, event in near:
        if mention.trigger.overlaps(Span(thing.start, thing.end)) or mention.trigger.overlaps(
            Span(token.start, token.end)
        ):
            return event
    if near:
        return min(near, key=lambda pair: (abs(pair[0].trigger.start - token.start), pair[1].id))[1]
    before = [event for _, event in page.told_in(first, sentence.start) if event.kind in ending.kinds]
    return before[-1] if before else None


def _group(page: Page, thing: Token, attribution: Attribution) -> Actor | None:
    """The group that something has become of; 'we have dissolved' speaks of the claimer."""
    group = find_group(page, thing)
    if group is None and thing.lemma in {"we", "itself", "ourselves"}:
        group = page.actors.get(page.resolution.claimers.get(attribution.id) or "")
    return group
