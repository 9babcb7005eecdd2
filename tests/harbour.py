"""An invented story, made by hand: what the stages would find in three short reports of one raid.

For tests of what keeps, asks about, shows and exports findings; no parser is loaded.
"""

from datetime import date

from accordingto.model.actor import (
    Actor,
    ActorKind,
    Affiliation,
    Judgement,
    Mention,
    MentionForm,
    Resolution,
    Verdict,
)
from accordingto.model.attribution import Attribution, Form, Stance, with_id
from accordingto.model.claim import (
    ActorValue,
    Answer,
    Claim,
    ClaimStance,
    DateValue,
    NumberValue,
    PlaceValue,
    Question,
    Scope,
    Status,
    Subject,
    TextValue,
)
from accordingto.model.dates import DateRange
from accordingto.model.document import Segment, Span, Zone
from accordingto.model.event import Event, EventKind, EventMention, Participant, Place
from accordingto.model.findings import Findings, Reading
from accordingto.model.keys import make_id
from accordingto.model.lineage import Derivation, DerivationKind, Lineage, Origin
from accordingto.model.parse import Entity, Parse, Sentence, Token
from accordingto.model.trace import Issue, Trace
from tests.factory import make_document

DAY = date(2031, 5, 13)
RULE = Trace("tests.by-hand.v1")

WIRE = make_document(
    "Raid on Orlec\nThe Marish army said on its channel that more than 30 rebels died in the raid on Orlec.\n"
    "The Dawn Front denied this. Harbour Wire could not verify the figures.",
    "wire.txt",
    outlet="Harbour Wire",
    published=DAY,
    url="https://wire.example/orlec",
    segments=[Segment(Span(0, 13), Zone.TITLE, "read.title.v1")],
)
COPY = make_document(
    "The Marish army said on its channel that more than 30 rebels died in the raid on Orlec.",
    "courier.txt",
    outlet="Halvik Courier",
    published=DAY,
)
RADIO = make_document(
    "Two rebels died, Dawn Front commander Ilen Varsk said. The raid took place on 12 May. "
    "Reportedly the Front has 400 fighters.",
    "radio.txt",
    outlet=None,
)
DOCUMENTS = (WIRE, COPY, RADIO)


def span(document, words, after=0):
    """Where words stand in a document."""
    start = document.text.index(words, after)
    return Span(start, start + len(words))


def attribution(document, content, *, source=None, cue=None, stance=Stance.ASSERTS, form=Form.INDIRECT, **others):
    """An attribution that points at words."""
    return with_id(
        Attribution(
            id="",
            document=document.id,
            source=() if source is None else (span(document, source),),
            cue=() if cue is None else (span(document, cue),),
            content=(span(document, content),),
            form=form,
            stance=stance,
            trace=RULE,
            **others,
        )
    )


ARMY_SAYS = [
    attribution(
        each,
        "more than 30 rebels died in the raid on Orlec",
        source="The Marish army",
        cue="said",
        via=(span(each, "its channel"),),
    )
    for each in (WIRE, COPY)
]
FRONT_DENIES = attribution(WIRE, "this", source="The Dawn Front", cue="denied", stance=Stance.DENIES)
WIRE_DOUBTS = attribution(
    WIRE, "the figures", source="Harbour Wire", cue="could not verify", stance=Stance.CANNOT_VERIFY, score=0.75
)
VARSK_SAYS = attribution(RADIO, "Two rebels died", source="Ilen Varsk", cue="said", form=Form.MIXED)
RADIO_TELLS = attribution(RADIO, "The raid took place on 12 May", form=Form.NARRATION)
SOMEBODY = attribution(RADIO, "the Front has 400 fighters", cue="Reportedly", hedged=True)


def parse_by_hand(document):
    """A parse of words between spaces, enough to be kept and read back."""
    tokens, at = [], 0
    for index, word in enumerate(document.text.split()):
        at = document.text.index(word, at)
        lemma = word.lower()
        tokens.append(Token(index, at, at + len(word), word, lemma, "X", "XX", "dep", 0, "Case=Nom", 0))
        at += len(word)
    sentence = Sentence(0, 0, len(tokens), 0, tokens[-1].end, document.zone_at(0))
    return Parse(document.id, tuple(tokens), (sentence,), (Entity(0, 1, 0, tokens[0].end, "ORG"),), "xx_hand-1")


def _actor(name, kind, document, words, *names, **others):
    mention = Mention(document.id, span(document, words), words, MentionForm.NAME)
    key = make_id("actor", name)
    return Actor(key, name, kind, tuple(sorted({name, *names})), mentions=(mention,), **others)


ARMY = _actor("Marish army", ActorKind.ORGANIZATION, WIRE, "Marish army")
FRONT = _actor("Dawn Front", ActorKind.GROUP, WIRE, "Dawn Front", "Front")
OUTLET = _actor("Harbour Wire", ActorKind.OUTLET, WIRE, "Harbour Wire")
VARSK = _actor(
    "Ilen Varsk",
    ActorKind.PERSON,
    RADIO,
    "Ilen Varsk",
    affiliations=(Affiliation(FRONT.id, RADIO.id, span(RADIO, "Dawn Front commander"), "resolve.title.v1"),),
)

RAID = Event(
    id=make_id("event", "raid"),
    kind=EventKind.ASSAULT,
    label="raid on Orlec",
    date=DateRange(date(2031, 5, 12), date(2031, 5, 13)),
    places=(Place("Orlec", 42, 1.5, 2.25, "ZZ", "Mar"), Place("Mar valley")),
    participants=(Participant(FRONT.id, "agent"),),
    mentions=(EventMention(WIRE.id, span(WIRE, "raid on Orlec"), span(WIRE, "raid"), ARMY_SAYS[0].id),),
    trace=Trace("align.raid.v1", (WIRE.id,), "one clause"),
)


def claim(line, words, attribute, value, *, subject=None, who=None, stance=ClaimStance.ASSERTS, **others):
    """A claim whose evidence is some words of its attribution's document."""
    document = next(each for each in DOCUMENTS if each.id == line.document)
    return Claim(
        id=make_id("claim", line.id, words, attribute),
        attribution=line.id,
        evidence=span(document, words),
        subject=subject or Subject(event=RAID.id),
        attribute=attribute,
        value=value,
        scope=Scope(who, None, DateRange(DAY, DAY) if who else None),
        stance=stance,
        trace=RULE,
        **others,
    )


MANY = NumberValue(31, None)
TOLLS = [claim(each, "more than 30 rebels died", "killed", MANY, who="rebels") for each in ARMY_SAYS]
DENIAL = claim(FRONT_DENIES, "denied this", "killed", MANY, who="rebels", stance=ClaimStance.DENIES)
DOUBT = claim(
    WIRE_DOUBTS, "could not verify the figures", "killed", MANY, who="rebels", stance=ClaimStance.CANNOT_VERIFY
)
FEW = claim(VARSK_SAYS, "Two rebels died", "killed", NumberValue(2, 2), who="rebels")
SIZE = claim(SOMEBODY, "400 fighters", "size", NumberValue(400, 400), subject=Subject(actor=FRONT.id))
BLAME = claim(RADIO_TELLS, "The raid", "responsible", ActorValue(FRONT.id), supersedes=(FEW.id,))
OTHERS = [
    claim(RADIO_TELLS, "12 May", "when", DateValue(DateRange(DAY, DAY))),
    claim(RADIO_TELLS, "took place", "outcome", TextValue("took place")),
    claim(RADIO_TELLS, "The", "where", PlaceValue("Orlec")),
]


def question(attribute, status, answers, subject=None):
    """A question with a reason."""
    subject = subject or Subject(event=RAID.id)
    key = make_id("question", subject.event, subject.actor, attribute)
    return Question(key, subject, attribute, status, tuple(answers), f"Because of {attribute}.", RULE)


QUESTIONS = [
    question(
        "killed",
        Status.CONTESTED,
        [
            Answer(MANY, TOLLS[0].scope, (*(each.id for each in TOLLS), DENIAL.id, DOUBT.id), 1),
            Answer(FEW.value, FEW.scope, (FEW.id,), 1),
        ],
    ),
    question("responsible", Status.SINGLE, [Answer(BLAME.value, BLAME.scope, (BLAME.id,), 1)]),
    question("size", Status.UNVERIFIED, [Answer(SIZE.value, SIZE.scope, (SIZE.id,), 0)], Subject(actor=FRONT.id)),
]

RULE_JUDGEMENT = Judgement("a", "b", Verdict.SAME, 0.5, ("acronym", "one side"), Trace("resolve.acronym.v1"))
PERSONS_JUDGEMENT = Judgement("a", "c", Verdict.DIFFERENT, 1.0, (), Trace("person:Ada"), "2031-05-14T09:00:00Z")


def _by_id(lines):
    return tuple(sorted(lines, key=lambda each: each.id))


def make_findings():
    """Everything that the stages would have found."""
    lines = [*ARMY_SAYS, FRONT_DENIES, WIRE_DOUBTS, VARSK_SAYS, RADIO_TELLS, SOMEBODY]
    issue = Issue(RADIO.id, "attribute", "radio.txt: odd")
    readings = tuple(
        sorted(
            (
                Reading(
                    each,
                    parse_by_hand(each),
                    tuple(line for line in lines if line.document == each.id),
                    "hand.v1",
                    (issue,) if each is RADIO else (),
                )
                for each in DOCUMENTS
            ),
            key=lambda reading: reading.document.id,
        )
    )
    army, front = ARMY.id, FRONT.id
    claimers = {each.id: army for each in ARMY_SAYS} | {FRONT_DENIES.id: front, WIRE_DOUBTS.id: OUTLET.id}
    claimers |= {VARSK_SAYS.id: VARSK.id, SOMEBODY.id: None}
    derivation = Derivation(
        COPY.id,
        WIRE.id,
        "Harbour Wire",
        DerivationKind.COPY,
        span(COPY, "said on its channel"),
        whole=True,
        trace=RULE,
    )
    return Findings(
        readings=readings,
        lineage=Lineage(
            (derivation,),
            _by_id(
                [
                    Origin("origin-wire", tuple(sorted([WIRE.id, COPY.id])), "Harbour Wire"),
                    Origin("origin-radio", (RADIO.id,), None),
                ]
            ),
        ),
        resolution=Resolution(
            _by_id([ARMY, FRONT, OUTLET, VARSK]),
            (RULE_JUDGEMENT,),
            claimers,
            {each.id: ("Telegram", OUTLET.id) for each in ARMY_SAYS},
        ),
        events=(RAID,),
        claims=_by_id([*TOLLS, DENIAL, DOUBT, FEW, SIZE, BLAME, *OTHERS]),
        questions=_by_id(QUESTIONS),
        issues=(issue, Issue("", "align", "a stage was tired")),
    )
