"""A stored case as the claim that backend.plans negotiates about."""

from backend.cases.models import Case
from backend.plans import Claim, Stop


def claim_of(case: Case, balance: int, broken_plans: int) -> Claim:
    """The claim; `balance` in minor units."""
    return Claim(
        balance=balance,
        currency=case.currency,
        debtor=case.debtor.kind,
        stops=frozenset(Stop(stop) for stop in case.stops),
        broken_plans=broken_plans,
    )
