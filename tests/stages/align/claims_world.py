"""One invented report with its passages, actors and events marked by their words, for the claim rules."""

from accordingto.model.actor import Actor, ActorKind, Mention, MentionForm, Resolution
from accordingto.model.attribution import Attribution, Form, Stance, with_id
from accordingto.model.document import Span
from accordingto.model.event import Event, EventKind, EventMention
from accordingto.model.findings import Reading
from accordingto.model.trace import Trace
from accordingto.stages.align.claims import find_claims
from accordingto.stages.parse import parse
from tests.factory import make_document


def span_of(text, words):
    """Where words stand first."""
    assert words in text, words
    start = text.index(words)
    return Span(start, start + len(words))


class Report:
    """A text in which the test marks who says what, who is who and what happened."""

    def __init__(self, text):
        self.document = make_document(text)
        self.passages, self.claimers, self.actors, self.events = [], {}, {}, []

    def actor(self, name, *also, kind=ActorKind.GROUP, described=False):
        """An actor mentioned wherever one of its names stands."""
        text, mentions = self.document.text, []
        for each in (name, *also):
            at = text.find(each)
            while at >= 0:
                mentions.append(Mention(self.document.id, Span(at, at + len(each)), each, MentionForm.NAME))
                at = text.find(each, at + 1)
        made = Actor(f"actor-{name}", name, kind, (name, *also), (), tuple(mentions), described=described)
        self.actors[made.id] = made
        return self

    def passage(self, words, *, by=None, stance="asserts"):
        """What somebody says, or what is narrated."""
        form = Form.NARRATION if by is None else Form.INDIRECT
        span = span_of(self.document.text, words)
        source = () if by is None else (Span(span.start, span.start + 1),)
        made = with_id(Attribution("", self.document.id, source, (), (span,), form, Stance(stance)))
        self.passages.append(made)
        self.claimers[made.id] = None if by is None else f"actor-{by}"
        return self

    def event(self, kind, *triggers):
        """An event that is told wherever one of its triggers stands."""
        text = self.document.text
        mentions = []
        for words in triggers:
            span = span_of(text, words)
            mentions.append(EventMention(self.document.id, span, span))
        made = Event(f"event-{triggers[0]}", EventKind(kind), triggers[0], None, (), (), tuple(mentions), Trace("t.v1"))
        self.events.append(made)
        return self

    def reading(self):
        """The text with its grammar and passages, the narration last."""
        whole = Span(0, len(self.document.text))
        narration = with_id(Attribution("", self.document.id, (), (), (whole,), Form.NARRATION, Stance.ASSERTS))
        return Reading(self.document, parse(self.document), (*self.passages, narration), "test")

    def claims(self):
        """The claims found, as tuples: claimer, stance, subject, attribute, value."""
        reading = self.reading()
        narration = reading.attributions[-1]
        resolution = Resolution(tuple(self.actors.values()), (), {**self.claimers, narration.id: None}, {})
        return sorted(
            (
                (self.claimers.get(c.attribution) or "narration").removeprefix("actor-"),
                c.stance.value,
                str(c.subject.event or c.subject.actor).split("-", 1)[1],
                c.attribute,
                self._value(c.value),
            )
            for c in find_claims([reading], resolution, self.events)
        )

    def _value(self, value):
        if hasattr(value, "actor"):
            return value.actor.removeprefix("actor-")
        if hasattr(value, "date"):
            return (value.date.start.isoformat(), value.date.end.isoformat())
        if hasattr(value, "text"):
            return value.text
        return (value.low, value.high)
