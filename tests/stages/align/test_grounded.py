"""No claim may say something else than the words it points at."""

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.model.claim import ActorValue, ClaimStance, DateValue, NumberValue
from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.pipeline import read_document
from accordingto.stages.align import align
from accordingto.stages.align.grounded import Ground, ground
from accordingto.stages.resolve import resolve
from tests.factory import make_document

TEXTS = (
    (
        "The Dravonian army said that more than 40 rebels were killed in the attack on Orlec on Monday. "
        "The Varno Front denied that its fighters had attacked Orlec. "
        "The mayor said nine civilians were wounded in the attack. "
        "No soldiers were captured in the raid, Governor Ilen Osrin said."
    ),
    (
        "The Varno Front stormed the town of Orlec on Monday. Between 10 and 15 miners died in the attack. "
        "The Varno Front was founded in 2011 by Sal Orin. The Front has 400 fighters. "
        "The Harbour Post could not verify that nine civilians were wounded."
    ),
)
# Words that name people counted, none of them in the texts.
OTHERS = ("teachers", "pilgrims", "sailors")


@cache
def read():
    """Both texts with their claims, and the ground they are held against."""
    readings = sorted(
        (read_document(make_document(text, f"{n}.txt")) for n, text in enumerate(TEXTS)), key=lambda r: r.document.id
    )
    resolution = resolve(readings, ())
    claims = align(readings, resolution).claims
    return readings, resolution, claims


def fault(claim):
    """Why a claim would be refused beside the others."""
    readings, resolution, claims = read()
    return Ground(readings, resolution, claims).find_fault(claim)


def named_in(claim):
    """Ids of the actors that the words of a claim and their neighbours name."""
    readings, resolution, _ = read()
    at = {each.id: reading for reading in readings for each in reading.attributions}[claim.attribution]
    near = Span(claim.evidence.start - 60, claim.evidence.end + 10)
    words = at.document.text.lower()[max(0, near.start) : near.end]
    return {a.id for a in resolution.actors if any(name.lower().split()[-1] in words for name in a.names)}


def test_what_is_accepted_holds():
    """The claims of plain sentences pass, denials and doubts among them."""
    _, _, claims = read()
    assert {type(claim.value) for claim in claims} >= {NumberValue, ActorValue}
    assert {claim.stance for claim in claims} >= {ClaimStance.ASSERTS, ClaimStance.DENIES}
    assert [fault(claim) for claim in claims] == [None] * len(claims)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_alteration_is_refused(data):
    """An altered number, negation, actor or head noun is refused, whatever it is altered to."""
    _, resolution, claims = read()
    claim = data.draw(st.sampled_from(claims))
    number = st.one_of(st.none(), st.integers(0, 10**6))
    altered = [replace(claim, stance=s) for s in ClaimStance if s is not claim.stance]
    altered.append(replace(claim, scope=replace(claim.scope, who=data.draw(st.sampled_from(OTHERS)))))
    if isinstance(claim.value, NumberValue):
        value = data.draw(st.builds(NumberValue, number, number).filter(lambda v: v != claim.value))
        altered.append(replace(claim, value=value))
    if isinstance(claim.value, ActorValue):
        others = [a.id for a in resolution.actors if a.id != claim.value.actor and a.id not in named_in(claim)]
        altered.append(replace(claim, value=ActorValue(data.draw(st.sampled_from([*sorted(others), "act-none"])))))
    if isinstance(claim.value, DateValue):
        day = data.draw(st.dates().filter(lambda d: DateRange(d, d) != claim.value.date))
        altered.append(replace(claim, value=DateValue(DateRange(day, day))))
    for each in altered:
        assert fault(each) is not None, each


def test_evidence_elsewhere_is_refused():
    """Words outside the passage, outside the text or of another passage are no evidence."""
    _, _, claims = read()
    for claim in claims:
        for start, end in ((0, 0), (5, 3), (10**6, 10**6 + 4)):
            assert fault(replace(claim, evidence=Span(start, end))) is not None
        assert fault(replace(claim, attribution="att-none")) is not None


def test_refused_claims_are_counted():
    """A refused claim is gone, and one issue a document says how many were refused."""
    readings, resolution, claims = read()
    number = next(c for c in claims if isinstance(c.value, NumberValue) and not c.trace.inputs)
    kept, issues = ground([replace(number, value=NumberValue(7, 7))], readings, resolution)
    assert kept == []
    assert [issue.stage for issue in issues] == ["align"]
    assert "1 claim refused" in issues[0].message
