"""A stage's fault costs a line, not the ledger."""

from dataclasses import replace

from accordingto.model.actor import Affiliation
from accordingto.model.claim import ActorValue, NumberValue, Subject
from accordingto.model.document import Span
from accordingto.model.event import Participant
from accordingto.store.sound import keep_sound
from tests.harbour import RADIO, make_findings


def test_sound_findings_are_left_alone():
    """Nothing is dropped, and nothing is recorded."""
    assert keep_sound(make_findings()) == make_findings()


def broken_findings():
    """Findings in which a line of each kind points at nothing."""
    findings = make_findings()
    first, *others = findings.claims
    claims = (
        first,
        first,
        *others,
        replace(first, id="claim-a", attribution="att-gone"),
        replace(first, id="claim-b", evidence=Span(0, 10_000)),
        replace(first, id="claim-c", subject=Subject(event="event-gone")),
        replace(first, id="claim-d", value=ActorValue("actor-gone")),
        replace(first, id="claim-e", value=NumberValue(10**30, None)),
    )
    readings = tuple(
        replace(
            each,
            attributions=(
                *each.attributions,
                *each.attributions[:1],
                replace(each.attributions[0], id="att-outside", content=(Span(5, 5_000),)),
                replace(each.attributions[0], id=f"att-{each.document.uri}", parent="att-nowhere"),
            ),
        )
        for each in findings.readings
    )
    actor = replace(findings.resolution.actors[0], affiliations=(Affiliation("actor-gone", None, None, "x.v1"),))
    return replace(
        findings,
        claims=claims,
        readings=readings,
        events=tuple(replace(each, participants=(Participant("actor-gone", "agent"),)) for each in findings.events),
        resolution=replace(findings.resolution, actors=(actor, *findings.resolution.actors[1:])),
        questions=(*findings.questions, replace(findings.questions[0], id="q", subject=Subject(actor="actor-gone"))),
    )


def test_what_points_at_nothing_is_left_out_and_recorded(store):
    """The ledger is written without these lines and says how many they were."""
    with store.writer() as writer:
        writer.save(broken_findings())
    with store.view() as view:
        kept = view.findings()
    assert kept.claims == make_findings().claims
    assert kept.questions == make_findings().questions
    assert kept.events[0].participants == ()
    assert {each.stage for each in kept.issues if "left out" in each.message} == {
        "align",
        "attribute",
        "reconcile",
        "resolve",
    }
    assert all(line.parent is None for each in kept.readings for line in each.attributions)
    assert RADIO.id in {each.document.id for each in kept.readings}
