"""Who did it, according to whom: claimed responsibility, blame, and the agents of deeds."""

from collections.abc import Iterator

from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import ActorValue, Claim, Subject
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.model.parse import Token
from accordingto.stages.align.claims.attach import main_event
from accordingto.stages.align.claims.bodies import find_state_of
from accordingto.stages.align.claims.deeds import (
    after_preposition,
    child_of,
    is_known,
    load_deeds,
    past_means,
    subject_of,
    thing_of,
)
from accordingto.stages.align.claims.doers import find_actor, find_name, find_nameless
from accordingto.stages.align.claims.making import make_claim, stance_in
from accordingto.stages.align.claims.owning import find_effect, find_held, find_lost, find_owned, fires, is_alleged
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.predicates import is_negated, is_unreal
from accordingto.text.undergone import is_undergone

# 'Were killed by the Front' names who did it, whatever else is told of the event.
SURE = frozenset({"claims.done-by.v1"})
# Told as a fact, but for words that weaken it.
TOLD = frozenset({"claims.done-by.v1", "claims.agent.v1"})
# The accused or responsible, the deed, and the rule that found them.
Found = tuple[Token, Token, str]


def find_responsible_claims(page: Page) -> Iterator[Claim]:
    """Everything a document says of who is responsible for its events."""
    for token in page.told_words(load_deeds().telling):
        for first, deed, rule in _find(page, token):
            for who in _with_partners(page, first):
                claim = _claim(page, token, who=who, deed=deed, rule=rule)
                if claim is not None:
                    yield claim


def _with_partners(page: Page, who: Token) -> Iterator[Token]:
    """'The army' and 'the police' of 'blamed the army and the police'; either of 'X or Y' may be innocent."""
    yield who
    if who.pos == "PRON" or any(page.parse.tokens[c].lemma in {"or", "nor"} for c in page.parse.children[who.index]):
        return
    for child in page.parse.children[who.index]:
        if page.parse.tokens[child].dep == "conj" and page.parse.tokens[child].pos in {"NOUN", "PROPN"}:
            yield from _with_partners(page, page.parse.tokens[child])


def _find(page: Page, token: Token) -> Iterator[Found]:
    deeds = load_deeds()
    if token.lemma in deeds.responsibility:
        yield from _claimed(page, token)
    if token.pos == "VERB" and token.lemma in deeds.accusing:
        yield from _accused(page, token, deeds.accusing[token.lemma])
    if token.pos == "VERB" and token.lemma in deeds.tracing:
        yield from _traced(page, token, deeds.tracing[token.lemma])
    if token.lemma in deeds.behind | deeds.answerable:
        yield from _answerable(page, token)
    if token.pos == "VERB" and token.lemma in deeds.acting:
        yield from _done(page, token)
    if token.pos == "VERB" and token.lemma in deeds.owning:
        yield from find_owned(page.parse, token)
    if token.pos == "NOUN" and token.lemma in deeds.deeds:
        yield from _deed_of(page, token)


def _claimed(page: Page, noun: Token) -> Iterator[Found]:
    """'The Front took responsibility for the blast', 'responsibility was claimed by X'."""
    verb = page.parse.tokens[noun.head]
    whose = child_of(page.parse, noun.index, {"poss"})
    what = after_preposition(page.parse, noun.index, "for")
    if whose is not None and whose.pos in {"PROPN", "NOUN"} and what is not None:
        yield whose, what, "claims.agent.v1"  # "The Front's responsibility for the raid" takes it for granted
    if verb.lemma not in load_deeds().claiming or is_negated(page.parse, verb):
        return
    by = after_preposition(page.parse, verb.index, "by")
    who = by if noun.dep == "nsubjpass" else subject_of(page.parse, verb)
    deed = after_preposition(page.parse, noun.index, "for") or after_preposition(page.parse, verb.index, "for")
    if who is not None:
        for each in (deed or noun, *_more_deeds(page, noun)):
            yield who, each, "claims.claimed-responsibility.v1"


def _more_deeds(page: Page, noun: Token) -> Iterator[Token]:
    """The ambush of 'responsibility for the raid and for an ambush'."""
    for child in page.parse.children[noun.index]:
        for other in page.parse.children[child]:
            token = page.parse.tokens[other]
            if token.dep == "conj" and token.lemma == page.parse.tokens[child].lemma:
                yield from filter(None, [child_of(page.parse, other, {"pobj", "pcomp"})])


def _accused(page: Page, verb: Token, preposition: str) -> Iterator[Found]:
    """'Blamed X for the attack', 'X was accused of storming the village'."""
    who = child_of(page.parse, verb.index, {"dobj", "nsubjpass"})
    deed = after_preposition(page.parse, verb.index, preposition)
    if deed is None and who is not None:
        deed = after_preposition(page.parse, who.index, preposition)
    if who is not None and deed is not None and not is_negated(page.parse, verb):
        yield who, deed, "claims.accused.v1"


def _traced(page: Page, verb: Token, preposition: str) -> Iterator[Found]:
    """'Blamed the attack on X', 'the attack was attributed to X'."""
    deed = child_of(page.parse, verb.index, {"dobj", "nsubjpass"})
    who = after_preposition(page.parse, verb.index, preposition)
    if who is None and deed is not None:
        who = after_preposition(page.parse, deed.index, preposition)
    if who is not None and deed is not None and not is_negated(page.parse, verb):
        yield who, deed, "claims.accused.v1"


def _answerable(page: Page, token: Token) -> Iterator[Found]:
    """'X was behind the attack', 'held X responsible for the raid'."""
    noun = find_held(page.parse, token)
    verb = page.parse.tokens[token.head if noun is None else noun.head]
    if verb.pos not in {"VERB", "AUX"} or is_negated(page.parse, verb):
        return
    deed = child_of(page.parse, token.index, {"pobj", "pcomp"})
    deed = deed or after_preposition(page.parse, token.index, "for")
    held = child_of(page.parse, verb.index, {"dobj"}) if verb.lemma == "hold" else None
    who = child_of(page.parse, token.index, {"nsubj"}) or held or subject_of(page.parse, verb)
    if who is not None and deed is not None:
        yield who, deed, "claims.behind.v1"


def _done(page: Page, verb: Token) -> Iterator[Found]:
    """'X stormed the village', 'the village was stormed by X', 'X launched a raid', 'a raid launched by X'."""
    parse = page.parse
    passive = child_of(parse, verb.index, {"nsubjpass", "auxpass"}) is not None or verb.dep == "acl"
    by = child_of(parse, verb.index, {"agent"})
    who = child_of(parse, by.index, {"pobj"}) if by is not None else None
    if who is None and not (passive and verb.tag == "VBN") and not is_undergone(parse, verb):
        who = subject_of(parse, verb)
    effect = find_effect(parse, verb, thing_of(parse, verb)) if by is not None else None
    deed = effect or _deed_done(page, verb, is_done_by=by is not None)
    if who is not None and deed is not None and not is_negated(parse, verb) and not is_unreal(parse, verb.index):
        yield who, deed, "claims.agent.v1" if by is None else "claims.done-by.v1"


def _deed_done(page: Page, verb: Token, *, is_done_by: bool) -> Token | None:
    """The word that tells what was done: the verb, or its object where the verb says nothing by itself."""
    deeds, parse = load_deeds(), page.parse
    thing = past_means(parse, thing_of(parse, verb))
    if fires(parse, verb, thing) or (is_done_by and verb.lemma in deeds.done_by):
        return verb
    named = thing if thing is not None and thing.lemma in deeds.deeds | deeds.general else None
    if verb.lemma in deeds.ordering:
        return named if named is not None and is_known(parse, named) else None
    if verb.lemma not in deeds.doing | deeds.killing | deeds.firing:
        return None
    if verb.lemma in deeds.light or verb.lemma in deeds.firing:
        return named or (find_lost(parse, verb) if is_done_by and thing is None else None)
    if verb.lemma == "cross":
        return verb if thing is not None and thing.lemma in deeds.crossing else None
    return verb


def _deed_of(page: Page, noun: Token) -> Iterator[Found]:
    """'An attack by X', "X's raid"."""
    by = after_preposition(page.parse, noun.index, "by")
    if by is None and noun.lemma not in load_deeds().undergone:  # "Ada Wren's murder" is not hers
        by = child_of(page.parse, noun.index, {"poss"})
    if by is not None and by.pos in {"PROPN", "NOUN"}:
        yield by, noun, "claims.agent.v1"


def _claim(page: Page, token: Token, *, who: Token, deed: Token, rule: str) -> Claim | None:
    attribution = page.attribution_at(deed.start) if rule != "claims.accused.v1" else page.attribution_at(who.start)
    # 'The Front has been blamed for a riot': the accused stands outside of what nobody in particular says.
    attribution = attribution or page.attribution_at(deed.start)
    if attribution is None:
        return None
    actor = find_actor(page, who, attribution)
    if actor is not None and _is_they(page, who, actor.id, attribution):
        return None
    state = find_state_of(page, who) if actor is None else None
    if state is not None:
        who, actor = state
    actor = actor or find_nameless(page, who)
    event = _event(page, deed, rule)
    stance = stance_in(attribution, denied=False)
    if actor is None or event is None or stance is None or event.kind not in load_deeds().kinds:
        return None
    ends = (token, who, deed, find_name(page, who, actor))
    near = [t for t in ends if t.sentence == token.sentence]
    evidence = Span(min(t.start for t in near), max(t.end for t in near))
    return make_claim(
        attribution,
        evidence,
        subject=Subject(event=event.id),
        attribute="responsible",
        value=ActorValue(actor.id),
        stance=stance,
        rule="claims.alleged.v1" if rule in TOLD and is_alleged(page.parse, token, who) else rule,
    )


def _is_they(page: Page, who: Token, actor: str, attribution: Attribution) -> bool:
    """'They fired on us': whoever says so speaks of the other side."""
    claimer = page.resolution.claimers.get(attribution.id)
    speaks = attribution.form in {Form.DIRECT, Form.MIXED} and who.text.lower() in {"they", "them"}
    return speaks and claimer is not None and page.is_one_side(actor, claimer)


def _event(page: Page, deed: Token, rule: str) -> Event | None:
    """The event told by the deed's own words; of deeds in the plural, the one that the documents speak of most."""
    deeds = load_deeds()
    if rule == "claims.accused.v1" and deed.tag == "NNS":
        return main_event(page, deeds.kinds)
    below = page.parse.subtree(deed.index)
    spans = [Span(page.parse.tokens[i].start, page.parse.tokens[i].end) for i in (deed.index, *below)]
    sentence = page.parse.sentences[deed.sentence]
    for span in spans:
        for mention, event in page.told_in(sentence.start, sentence.end):
            if mention.trigger.overlaps(span) and (_may_answer(page, event, deed) or rule in SURE):
                return event
    known = deeds.deeds | deeds.responsibility | deeds.doing | deeds.firing | deeds.killing | deeds.general
    other = deed.pos != "PRON" and deed.lemma not in known  # 'accused of arming the rebels' is no deed of theirs
    is_told = deed.tag == "NN" and deed.lemma in deeds.deeds | deeds.general and is_known(page.parse, deed)
    if other or (rule in {"claims.agent.v1", "claims.done-by.v1"} and not is_told):
        return None  # 'perpetrated the crime' goes on about a deed told before, 'staged an attack' does not
    first = page.parse.sentences[max(0, deed.sentence - 3)].start
    near = [event for _, event in page.told_in(first, deed.end) if event.kind in deeds.kinds]
    return near[-1] if near else main_event(page, deeds.kinds)


def _may_answer(page: Page, event: Event, deed: Token) -> bool:
    """Whether who killed is who did it: only where nothing but the deaths is told of the event."""
    deeds = load_deeds()
    if event.kind not in deeds.kinds:
        return False
    if deed.lemma not in deeds.killing:
        return True
    here = [m for m in event.mentions if m.document == page.reading.document.id]
    words = {page.text[m.trigger.start : m.trigger.end].lower() for m in here}
    return all(any(word.startswith(each) for each in (*deeds.killing, "dea", "di", "wound", "inj")) for word in words)
