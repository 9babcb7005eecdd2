"""Settling anew what a review touches gives the ledger that comparing everything anew gives."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.errors import JudgementRefused
from accordingto.judging import Desk
from accordingto.ledger import compare_again
from accordingto.model.actor import mention_key
from accordingto.model.claim import ActorValue, NumberValue, Scope
from accordingto.model.review import ON_ACTORS, OUTLET, Act, ClaimAt, Correction, Review
from accordingto.store import SqlStore
from tests.judging.raid import read_story


@cache
def story():
    """Two stories, read and compared once, as the bytes of a ledger; no fixture, for a failing example prints those."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "raid.ledger"
        with SqlStore(path).writer() as writer:
            compare_again(writer, read_story())
        with SqlStore(path).view() as view:
            return path.read_bytes(), view.findings()


def _key(mention):
    return mention_key(mention.document, mention.trigger)


def _on_claim(findings, act, at, number):
    claim = findings.claims[at % len(findings.claims)]
    home = {line.id: line.document for reading in findings.readings for line in reading.attributions}
    value = claim.value
    if isinstance(value, ActorValue):
        named = {actor.id: actor for actor in findings.resolution.actors}[value.actor].mentions[0]
        value = ActorValue(mention_key(named.document, named.span))
    there = ClaimAt(home[claim.attribution], claim.evidence, claim.attribute, claim.stance, value)
    said = Correction(NumberValue(number, number), Scope("soldiers")) if act is Act.CORRECT else None
    return {"claim": there, "correction": said}


def _on_events(findings, act, one, other):
    events = findings.events
    first, second = events[one % len(events)], events[other % len(events)]
    if act is Act.JOIN:
        return {"left": (_key(first.mentions[0]),), "right": (_key(second.mentions[0]),)}
    cut = 1 + other % max(1, len(first.mentions) - 1)
    keys = [_key(each) for each in first.mentions]
    return {"left": tuple(keys[:cut]), "right": tuple(keys[cut:]) or (_key(second.mentions[0]),)}


def _on_documents(findings, one, other):
    documents = [reading.document for reading in findings.readings]
    source = documents[other % len(documents)]
    right = source.id if one != other else f"{OUTLET}{source.outlet}"
    return {"left": (documents[one % len(documents)].id,), "right": (right,)}


@st.composite
def sessions(draw):
    """What reviewers may do one after the other, as numbers that are looked up in the story."""
    acts = st.sampled_from([each for each in Act if each not in ON_ACTORS])  # those compare everything
    return draw(st.lists(st.tuples(acts, st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=6))


def _make(findings, act, one, other):
    about: dict[str, Any] = {"by": "Ada", "made": "2031-05-14T09:00:00Z", "reason": "read again"}
    if act is Act.UNDO:
        return Review(act, undoes=1 + one % 4, **about)
    if act in {Act.JOIN, Act.PART}:
        return Review(act, **about, **_on_events(findings, act, one, other))
    if act in {Act.DERIVE, Act.STRIKE}:
        return Review(act, **about, **_on_documents(findings, one, other))
    return Review(act, **about, **_on_claim(findings, act, one, other))


def _order(writer):
    """The questions in the order in which a reader meets them."""
    rows = writer.connection.exec_driver_sql("SELECT position, question, story FROM question_order ORDER BY position")
    return [tuple(row) for row in rows]


@settings(max_examples=8, deadline=None)
@given(session=sessions())
def test_settling_what_is_touched_is_comparing_everything(session):
    """Claims, events, questions, lineage and what was overruled are the same after a session of reviews."""
    kept, ruled = story()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "raid.ledger"
        path.write_bytes(kept)
        desk = Desk(SqlStore(path))
        for act, one, other in session:
            with suppress(JudgementRefused):
                desk.write(_make(ruled, act, one, other))
        with SqlStore(path).writer() as writer:
            found, order = writer.findings(), _order(writer)
            compare_again(writer)
            expected = writer.findings()
            assert order == _order(writer)
    for part in ("events", "claims", "questions", "lineage", "overruled"):
        assert getattr(found, part) == getattr(expected, part), part
