"""'No one was injured' is an answer where nobody says that anybody was, and a denial where somebody does."""

from collections.abc import Sequence

from accordingto.model.attribution import Stance
from accordingto.model.claim import Claim, ClaimStance, NumberValue
from accordingto.stages.align.claims.count import HARMED
from accordingto.stages.align.claims.stated import Homes

RULE = "claims.nobody"
ONE = "claims.one-person"
NONE = NumberValue(0, 0)


def settle_nobody(claims: Sequence[Claim], homes: Homes) -> list[Claim]:
    """The same claims, with none as the answer where it is denied of no one in particular and asserted of no one.

    'Her brother was not hurt' answers nothing where nobody says that he was.
    """
    asserted = {(c.subject, c.attribute) for c in claims if c.stance is ClaimStance.ASSERTS}
    settled = []
    for claim in claims:
        lone = claim.attribute in HARMED and (claim.subject, claim.attribute) not in asserted
        if claim.stance is not ClaimStance.DENIES or not lone or not claim.trace.rule.startswith((RULE, ONE)):
            settled.append(claim)
        elif claim.trace.rule.startswith(RULE) and homes.stance(claim) is Stance.ASSERTS:
            settled.append(homes.restate(claim, NONE))
        elif claim.trace.rule.startswith(RULE):
            settled.append(claim)
    return settled
