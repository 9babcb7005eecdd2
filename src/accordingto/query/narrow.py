"""Which questions a reader wants to see: about or answered by somebody, about an event, of one attribute."""

from dataclasses import dataclass

from accordingto.model.claim import ActorValue, Claim, Question
from accordingto.query.reader import Reader
from accordingto.query.words import render_days


@dataclass(frozen=True, slots=True)
class Narrow:
    """What the questions must have to do with; ``None`` asks for nothing.

    Attributes:
        actor: words of a name: of the question's subject, or of one who claims, relays or is the value of an answer.
        event: words that all stand in the event's label, kind, places or date.
        attribute: the attribute's name.
    """

    actor: str | None = None
    event: str | None = None
    attribute: str | None = None

    def fits(self, question: Question, reader: Reader) -> bool:
        """Whether a question has to do with all that is asked for."""
        return (
            (self.attribute is None or question.attribute == self.attribute.casefold())
            and (self.event is None or _is_about(question, self.event, reader))
            and (self.actor is None or _concerns(question, self.actor, reader))
        )


def _has_words(text: str, words: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())


def _is_about(question: Question, words: str, reader: Reader) -> bool:
    event = reader.events.get(question.subject.event or "")
    if event is None:
        return False
    date = "" if event.date is None else f"{render_days(event.date)} {event.date.start} {event.date.end}"
    places = " ".join(place.name for place in event.places)
    return _has_words(f"{event.label} {event.kind.value} {places} {date}", words)


def _concerns(question: Question, name: str, reader: Reader) -> bool:
    wanted = {a.id for a in reader.actors.values() if any(_has_words(each, name) for each in (a.name, *a.names))}
    claims = [reader.claims[each] for answer in question.answers for each in answer.claims if each in reader.claims]
    values = {each.value.actor for each in question.answers if isinstance(each.value, ActorValue)}
    if question.subject.actor in wanted or values & wanted:
        return True
    return any(_is_by(claim, name, wanted, reader) for claim in claims)


def _is_by(claim: Claim, name: str, wanted: set[str], reader: Reader) -> bool:
    via = reader.via.get(claim.attribution, ())
    return (
        reader.claimers.get(claim.attribution) in wanted
        or any(each in wanted or _has_words(each, name) for each in via)
        or _has_words(reader.document(claim).outlet or "", name)
    )
