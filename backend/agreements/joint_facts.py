"""A plan over several cases as it is told: as a whole, and which part of it is each case's."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanOffer
from backend.agreements.repository import offers_of_joint
from backend.agreements.schemas import (
    CostFacts,
    JointFacts,
    JointPaymentFacts,
    OfferDetail,
    PartFacts,
    ShareFacts,
)
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.repository import get_case
from backend.clients import Client


async def joint_facts(
    session: AsyncSession, joint: str | None, client: Client
) -> JointFacts | None:
    """The plan over several cases with this mark, as it was offered; None without a mark."""
    if joint is None:
        return None
    offers = await offers_of_joint(session, joint)
    cases = {one.case_reference: await get_case(session, one.case_reference) for one in offers}
    return facts_of(offers, cases, client)


def facts_of(offers: Sequence[PlanOffer], cases: Mapping[str, Case], client: Client) -> JointFacts:
    """The same of the offers that are one plan."""
    ordered = sorted(offers, key=lambda offer: (_dues(offer)[0], _dues(offer)[-1]))
    shares = [_share(offer, cases[offer.case_reference], client) for offer in ordered]
    schedule = _schedule(ordered)
    details = [OfferDetail.model_validate(offer.detail) for offer in ordered]
    return JointFacts(
        id=str(ordered[0].joint),
        instalment=details[0].joint_instalment or ordered[0].instalment,
        instalments=len(schedule),
        total=sum(share.total for share in shares),
        costs=CostFacts(
            fee=sum(detail.costs.fee for detail in details),
            notices=sum(detail.costs.notices for detail in details),
            interest=sum(detail.costs.interest for detail in details),
        ),
        schedule=schedule,
        shares=shares,
    )


def _share(offer: PlanOffer, case: Case, client: Client) -> ShareFacts:
    dues = _dues(offer)
    return ShareFacts(
        case=case.reference,
        total=offer.total,
        instalments=len(dues),
        first_due=dues[0],
        last_due=dues[-1],
        costs=OfferDetail.model_validate(offer.detail).costs,
        reference=payment_reference_of(case, client),
        account=client.payee.account,
        account_label=client.payee.label,
        payee=client.payee.name,
    )


def _schedule(offers: Sequence[PlanOffer]) -> list[JointPaymentFacts]:
    parts: dict[date, list[PartFacts]] = {}
    for offer in offers:
        for payment in offer.schedule:
            part = PartFacts(case=offer.case_reference, amount=payment["amount"])
            parts.setdefault(date.fromisoformat(payment["due"]), []).append(part)
    return [
        JointPaymentFacts(due=due, amount=sum(part.amount for part in of_day), parts=of_day)
        for due, of_day in sorted(parts.items())
    ]


def _dues(offer: PlanOffer) -> list[date]:
    return [date.fromisoformat(payment["due"]) for payment in offer.schedule]
