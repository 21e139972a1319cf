"""How a case is paid: where to, with which reference, and by when."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.presenting import plan_facts_of_case
from backend.agreements.repository import deferred_until
from backend.cases.balances import balance_of
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.schemas import PaymentCard
from backend.clients import Client


async def payment_card(
    session: AsyncSession, case: Case, client: Client, amount: int | None, today: date
) -> PaymentCard:
    """How to pay `amount`, or all that is owed."""
    balance = await balance_of(session, case, today)
    return PaymentCard(
        amount=balance.total if amount is None else amount,
        currency=case.currency,
        reference=payment_reference_of(case, client),
        account=client.payee.account,
        account_label=client.payee.label,
        payee=client.payee.name,
        due=await _due(session, case, client, today),
    )


async def _due(session: AsyncSession, case: Case, client: Client, today: date) -> date:
    """The plan's next payment, the day to which it was put off, or today when it is overdue."""
    if case.status is CaseStatus.PLAN:
        plan = await plan_facts_of_case(session, case, client)
        if plan is not None and plan.next is not None:
            return max(plan.next.due, today)
    deferred = await deferred_until(session, case.reference, today)
    return deferred or max(case.due_date, today)
