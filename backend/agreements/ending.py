"""How a plan ends: it is paid to the end, or an instalment stayed away for too long."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.booking import write_off_rest
from backend.agreements.models import AgreedPlan, OfferKind, PlanStatus
from backend.agreements.progress import progress_of
from backend.agreements.repository import running_plan_of
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import ledger_of
from backend.clients import Client
from backend.eventlog import Where, record


async def complete_if_paid(
    session: AsyncSession, case: Case, client: Client, on: date
) -> AgreedPlan | None:
    """The case's running plan, completed when all of its instalments are covered.

    What a settlement left unpaid is written off then. The caller holds the case's lock and decides
    what becomes of the case.
    """
    plan = await running_plan_of(session, case.reference)
    if plan is None:
        return None
    progress = progress_of(plan, await ledger_of(session, case.reference))
    if all(instalment.is_paid for instalment in progress):
        plan.status = PlanStatus.COMPLETED
        if plan.kind is OfferKind.SETTLEMENT:
            await write_off_rest(session, case, client, on)
    return plan


def break_plan(session: AsyncSession, case: Case, plan: AgreedPlan, number: int) -> None:
    """Ends the plan because its instalment `number` was not paid; the caller holds the case's lock.

    What was paid stays paid. No interest begins to run again by itself: a plan that broke is to
    cost nobody more than was agreed before a person has looked.
    """
    plan.status = PlanStatus.BROKEN
    if case.status is CaseStatus.PLAN:
        case.status = CaseStatus.PLAN_BROKEN
    record(session, "plan_broken", Where(client=case.client), number=number)
