"""A plan as it is told: with what is paid of it and how to pay the next."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, PlanStatus
from backend.agreements.progress import next_unpaid, progress_of
from backend.agreements.repository import plan_of_case
from backend.agreements.schemas import PaymentFacts, PlanFacts, PlanPaymentFacts
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.repository import ledger_of
from backend.clients import Client


async def plan_facts(
    session: AsyncSession, plan: AgreedPlan, case: Case, client: Client
) -> PlanFacts:
    """The plan. Its `next` is what is left of the first unpaid instalment."""
    progress = progress_of(plan, await ledger_of(session, case.reference))
    schedule = [
        PlanPaymentFacts(
            due=instalment.due,
            amount=instalment.amount,
            paid=instalment.is_paid,
            paid_amount=instalment.paid,
        )
        for instalment in progress
    ]
    coming = next_unpaid(progress) if plan.status is PlanStatus.AGREED else None
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
        next=None if coming is None else PaymentFacts(due=coming.due, amount=coming.left),
        left=sum(not instalment.is_paid for instalment in progress),
    )


async def plan_facts_of_case(session: AsyncSession, case: Case, client: Client) -> PlanFacts | None:
    """The case's newest plan, if it has one."""
    plan = await plan_of_case(session, case.reference)
    return None if plan is None else await plan_facts(session, plan, case, client)
