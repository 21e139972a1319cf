"""The plan that an offer becomes."""

from datetime import date, datetime
from uuid import uuid4

from backend.agreements.models import AgreedPlan, PlanOffer, PlanPayment, PlanStatus
from backend.agreements.schemas import OfferDetail


def plan_from(offer: PlanOffer, now: datetime) -> AgreedPlan:
    """The offer as a plan that is agreed at `now` (in the client's zone)."""
    return AgreedPlan(
        id=uuid4().hex,
        offer_id=offer.id,
        case_reference=offer.case_reference,
        status=PlanStatus.AGREED,
        kind=offer.kind,
        instalment=offer.instalment,
        total=offer.total,
        currency=offer.currency,
        agreed_on=now.date(),
        agreed_at=now,
        replaces=offer.plan_id,
        joint=offer.joint,
        undo_until=OfferDetail.model_validate(offer.detail).undo_until,
        evidence={},
        payments=[
            PlanPayment(
                number=number,
                due=date.fromisoformat(payment["due"]),
                amount=payment["amount"],
            )
            for number, payment in enumerate(offer.schedule, start=1)
        ],
    )
