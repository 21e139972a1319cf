"""A plan as it is told: with what is paid of it and how to pay the next."""

from itertools import accumulate

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, PlanStatus
from backend.agreements.repository import plan_of_case
from backend.agreements.schemas import PaymentFacts, PlanFacts, PlanPaymentFacts
from backend.cases.kinds import EntryKind
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.repository import ledger_of
from backend.clients import Client


async def plan_facts(
    session: AsyncSession, plan: AgreedPlan, case: Case, client: Client
) -> PlanFacts:
    """The plan. Payments booked since it was agreed pay its instalments in their order."""
    ledger = await ledger_of(session, case.reference)
    paid_in = -sum(
        entry.amount
        for entry in ledger
        if entry.kind is EntryKind.PAYMENT and entry.booked_on >= plan.agreed_on
    )
    needed = accumulate(payment.amount for payment in plan.payments)
    schedule = [
        PlanPaymentFacts(due=payment.due, amount=payment.amount, paid=paid_in >= so_far)
        for payment, so_far in zip(plan.payments, needed, strict=True)
    ]
    unpaid = [payment for payment in schedule if not payment.paid]
    coming = unpaid[0] if unpaid and plan.status is PlanStatus.AGREED else None
    return PlanFacts(
        id=plan.id,
        case=case.reference,
        status=plan.status.value,
        instalment=plan.instalment,
        instalments=len(schedule),
        total=plan.total,
        currency=plan.currency,
        schedule=schedule,
        reference=payment_reference_of(case, client),
        account=client.payee.account,
        account_label=client.payee.label,
        payee=client.payee.name,
        agreed_at=plan.agreed_at.astimezone(client.zone),
        next=None if coming is None else PaymentFacts(due=coming.due, amount=coming.amount),
        left=len(unpaid),
    )


async def plan_facts_of_case(session: AsyncSession, case: Case, client: Client) -> PlanFacts | None:
    """The case's newest plan, if it has one."""
    plan = await plan_of_case(session, case.reference)
    return None if plan is None else await plan_facts(session, plan, case, client)
