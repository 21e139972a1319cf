"""What to pay first, when a debtor has several cases with one client."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.schemas import OrderedCase, PaymentOrder
from backend.cases.balances import SumNotKnown
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import get_case, other_cases_of
from backend.clients import Client
from backend.plans import Claim, Named, month_of, order_of_least_cost

_PAYABLE = (CaseStatus.OPEN, CaseStatus.PLAN_BROKEN)


async def payment_order(
    session: AsyncSession, case: Case, client: Client, today: date
) -> PaymentOrder:
    """The case and the debtor's others that wait to be paid, in the order that costs least.

    A case whose sum is not known is left to a person, and is not among them.
    """
    references = [case.reference, *await other_cases_of(session, case)]
    cases = {reference: await get_case(session, reference) for reference in references}
    claims = []
    for reference, one in cases.items():
        if one.status not in _PAYABLE or one.client != client.id:
            continue
        try:
            claim = await claim_today(session, one, client, today)
        except SumNotKnown:
            continue
        if claim.balance > 0 and not claim.stops:
            claims.append(Named(reference, claim))
    ordered = order_of_least_cost(claims, on=today)
    return PaymentOrder(
        currency=client.currency,
        cases=[_ordered(cases[named.reference], named.claim, today) for named in ordered],
    )


def _ordered(case: Case, claim: Claim, today: date) -> OrderedCase:
    return OrderedCase(
        reference=case.reference,
        balance=claim.balance,
        creditor=case.creditor,
        origin=case.origin,
        a_month=month_of(claim, on=today),
    )
