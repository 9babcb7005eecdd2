"""Only what can be followed to its words is kept: a line that points at nothing is left out, and that is recorded.

A stage that makes such a line has a fault; the fault must cost that line, not the ledger.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

from accordingto.model.actor import Actor, Resolution
from accordingto.model.attribution import Attribution, Variant
from accordingto.model.claim import ActorValue, Answer, Claim, NumberValue, Question, Subject, TextValue, Value
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Lineage
from accordingto.model.story import Story
from accordingto.model.trace import Issue

Line = TypeVar("Line")
Made = TypeVar("Made", Actor, Claim, Event, Question)

# Enough to find the fault; a stage that breaks every line need not fill the ledger with its complaints.
EXAMPLES = 3

# SQLite's integers have 64 bits; 'ten trillion trillion dead' is no count.
GREATEST = 2**63 - 1


def keep_sound(findings: Findings) -> Findings:
    """The findings without the lines that point at nothing, and an issue for each kind that was left out."""
    check = Check()
    readings = tuple(check.reading(reading) for reading in findings.readings)
    return replace(check.keep_sound(findings), readings=readings)


def with_known_claimers(resolution: Resolution) -> Resolution:
    """A resolution whose claimers all are actors of it."""
    known = {None, *(actor.id for actor in resolution.actors)}
    if known.issuperset(resolution.claimers.values()):
        return resolution
    return replace(resolution, claimers={key: actor for key, actor in resolution.claimers.items() if actor in known})


@dataclass(slots=True)
class Check:
    """What may be pointed at, and what was left out so far; readings are shown to it first, one after the other."""

    lengths: dict[str, int] = field(default_factory=dict)  # document id -> characters of its text
    attributions: dict[str, str] = field(default_factory=dict)  # id -> document
    actors: dict[str, None] = field(default_factory=dict)
    events: dict[str, None] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)

    def keep_sound(self, findings: Findings) -> Findings:
        """Everything but the readings, without the lines that point at nothing."""
        actors = self.actors_of(findings.resolution.actors)
        events = tuple(self.event(event) for event in self.new("align", findings.events, self.events))
        claims = self.claims_of(findings.claims)
        questions = self.questions_of(findings.questions)
        variants = self.variants_of(findings.variants)
        stories = self.stories_of(findings.stories)
        return replace(
            findings,
            lineage=self.lineage(findings.lineage),
            resolution=self.resolution(findings.resolution, actors),
            events=events,
            claims=claims,
            questions=questions,
            issues=(*findings.issues, *self.issues()),
            variants=variants,
            stories=stories,
        )

    def keep(self, stage: str, lines: Iterable[Line], is_sound: Callable[[Line], bool]) -> tuple[Line, ...]:
        """The lines that are sound; the others are noted."""
        kept = []
        for line in lines:
            if is_sound(line):
                kept.append(line)
            else:
                self.left_out.append((stage, str(getattr(line, "id", line))))
        return lines if isinstance(lines, tuple) and len(kept) == len(lines) else tuple(kept)

    def new(self, stage: str, lines: Iterable[Line], known: dict[str, None]) -> tuple[Line, ...]:
        """The lines whose id was not met before, sorted by id; their ids become known."""

        def is_new(line: Line) -> bool:
            name: str = line.id  # type: ignore[attr-defined]
            is_first = name not in known
            known[name] = None
            return is_first

        return tuple(sorted(self.keep(stage, lines, is_new), key=attrgetter("id")))

    def inside(self, document: str | None, span: Span | None) -> bool:
        """Whether a span lies in a document of the ledger."""
        if span is None:
            return True
        start, end = span
        return 0 <= start < end <= self.lengths.get(document or "", 0)

    def reading(self, reading: Reading) -> Reading:
        """The reading with attributions whose spans lie in its text, each id once."""
        name, length = reading.document.id, len(reading.document.text)
        self.lengths[name] = length

        def is_sound(line: Attribution) -> bool:
            spans = chain(line.source, line.cue, line.content, line.via)
            is_here = line.document == name and line.id not in self.attributions
            sound = is_here and bool(line.content) and all(0 <= start < end <= length for start, end in spans)
            if sound:
                self.attributions[line.id] = name
            return sound

        kept = self.keep("attribute", reading.attributions, is_sound)
        here = {line.id for line in kept}
        kept = tuple(
            line if line.parent is None or line.parent in here else replace(line, parent=None) for line in kept
        )
        return replace(reading, attributions=kept)

    def actors_of(self, actors: Iterable[Actor]) -> tuple[Actor, ...]:
        """Actors once each, with mentions in known documents and affiliations to known actors."""
        once = self.new("resolve", actors, self.actors)
        return tuple(
            _with(
                actor,
                names=tuple(dict.fromkeys(actor.names)),
                affiliations=self.keep("resolve", actor.affiliations, lambda a: a.actor in self.actors),
                mentions=self.keep("resolve", actor.mentions, lambda m: self.inside(m.document, m.span)),
            )
            for actor in once
        )

    def resolution(self, resolution: Resolution, actors: tuple[Actor, ...]) -> Resolution:
        """The resolution with claimers that exist."""
        claimers = {
            attribution: actor
            for attribution, actor in with_known_claimers(resolution).claimers.items()
            if attribution in self.attributions
        }
        via = {each: chain_ for each, chain_ in resolution.via.items() if each in self.attributions and chain_}
        return replace(resolution, actors=actors, claimers=claimers, via=via)

    def event(self, event: Event) -> Event:
        """The event with participants and mentions that exist."""
        known = self.attributions
        mentions = self.keep("align", event.mentions, lambda m: self.inside(m.document, m.span))
        mentions = tuple(
            m if m.attribution is None or m.attribution in known else replace(m, attribution=None) for m in mentions
        )
        participants = self.keep("align", event.participants, lambda p: p.actor in self.actors)
        return _with(event, participants=participants, mentions=mentions)

    def is_known(self, subject: Subject, value: Value) -> bool:
        """Whether the subject, and an actor given as the value, are in the ledger, and a number fits a column."""
        about = subject.event in self.events if subject.actor is None else subject.actor in self.actors
        if isinstance(value, NumberValue):
            return about and all(bound is None or abs(bound) <= GREATEST for bound in (value.low, value.high))
        return about and (not isinstance(value, ActorValue) or value.actor in self.actors)

    def claims_of(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Claims once each, about known subjects, with evidence in the document of a known attribution."""

        def is_sound(claim: Claim) -> bool:
            document = self.attributions.get(claim.attribution)
            return (
                document is not None
                and self.inside(document, claim.evidence)
                and self.is_known(claim.subject, claim.value)
            )

        sound = self.new("align", self.keep("align", claims, is_sound), self.claims)
        return tuple(
            _with(claim, supersedes=tuple(each for each in dict.fromkeys(claim.supersedes) if each in self.claims))
            for claim in sound
        )

    def questions_of(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """Questions once each, with answers that rest on known claims."""
        sound = self.keep("reconcile", questions, lambda q: self.is_known(q.subject, TextValue("")))
        once = self.new("reconcile", sound, {})
        return tuple(_with(question, answers=self.answers_of(question)) for question in once)

    def answers_of(self, question: Question) -> tuple[Answer, ...]:
        """The answers of one question that are sound."""

        def is_sound(answer: Answer) -> bool:
            return self.is_known(question.subject, answer.value) and all(each in self.claims for each in answer.claims)

        return self.keep("reconcile", question.answers, is_sound)

    def variants_of(self, variants: Iterable[Variant]) -> tuple[Variant, ...]:
        """Pairs of wordings that stand in known attributions."""

        def is_sound(pair: Variant) -> bool:
            ends = ((pair.attribution, pair.span), (pair.other, pair.other_span))
            return all(each in self.attributions and self.inside(self.attributions[each], at) for each, at in ends)

        return self.keep("reconcile", variants, is_sound)

    def stories_of(self, stories: Iterable[Story]) -> tuple[Story, ...]:
        """Stories once each, of known documents."""
        known = self.lengths
        sound = self.keep(
            "stories", stories, lambda s: bool(s.documents) and all(each in known for each in s.documents)
        )
        return self.new("stories", sound, {})

    def lineage(self, lineage: Lineage) -> Lineage:
        """Derivations and origins of known documents."""
        known = self.lengths
        derivations = self.keep(
            "lineage",
            lineage.derivations,
            lambda d: (
                d.document in known and (d.source is None or d.source in known) and self.inside(d.document, d.evidence)
            ),
        )
        origins = self.keep("lineage", lineage.origins, lambda o: all(each in known for each in o.documents))
        return replace(lineage, derivations=derivations, origins=self.new("lineage", origins, {}))

    def issues(self) -> tuple[Issue, ...]:
        """One issue a stage that made lines which had to be left out."""
        stages = sorted({stage for stage, _ in self.left_out})
        return tuple(
            Issue("", stage, _message([line for at, line in self.left_out if at == stage])) for stage in stages
        )


def _with(line: Made, **parts: Any) -> Made:
    """A line with other parts; the line itself where they are what it has, as nearly all are."""
    if all(getattr(line, name) == part for name, part in parts.items()):
        return line
    return replace(line, **parts)


def _message(lines: list[str]) -> str:
    examples = ", ".join(line[:60] for line in lines[:EXAMPLES])
    return f"left out {len(lines)} line(s) that point at nothing in the ledger, such as {examples}"
