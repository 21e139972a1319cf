"""What a client takes for a plan, held down to what the law allows."""

from backend.plans.claim import Claim
from backend.plans.negotiation.course import Charges
from backend.plans.rules.band import Band


def charges_of(claim: Claim, band: Band) -> Charges:
    """The plan fee and the notice of each payment, in minor units."""
    return Charges(
        fee=min(band.fees.plan, claim.lawful_fees.plan),
        notice=min(band.fees.notice, claim.lawful_fees.notice),
    )
