"""Invented reports read into events, for the event rules."""

from datetime import date

from accordingto.model.actor import Resolution
from accordingto.model.findings import Reading
from accordingto.stages.align.events import find_events
from accordingto.stages.align.families import load_words
from accordingto.stages.align.told import read_tellings
from accordingto.stages.align.who import WhoIndex
from accordingto.stages.parse import parse
from tests.factory import make_document

NOBODY = Resolution((), (), {}, {})
TUESDAY = date(2031, 6, 10)


def read(text, *, uri="a.txt", published=TUESDAY):
    """A reading without attributions."""
    document = make_document(text, uri, published=published)
    return Reading(document, parse(document), (), "test")


def tell(text, **known):
    """The mentions of events in a text."""
    return read_tellings(read(text, **known), load_words(), WhoIndex(()))


def events_of(*texts, published=TUESDAY):
    """The events of some reports, in the order in which the first report tells of them."""
    readings = [read(text, uri=f"{at}.txt", published=published) for at, text in enumerate(texts)]
    documents = {reading.document.id: (at, reading.document) for at, reading in enumerate(readings)}
    found = find_events(readings, NOBODY)
    for event in found:
        for mention in event.mentions:
            assert documents[mention.document][1].quote(mention.span)
    return sorted(found, key=lambda e: min((documents[m.document][0], m.trigger) for m in e.mentions))


def triggers(event, *texts):
    """The trigger words of an event told in these texts, sorted."""
    every = {read(text, uri=f"{at}.txt").document.id: text for at, text in enumerate(texts)}
    return sorted(every[m.document][slice(*m.trigger)] for m in event.mentions)
