"""Undoing a plan within the days that the client gives: all is as it was before the yes."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.booking import take_back_charges
from backend.agreements.evidence import Evidence
from backend.agreements.models import AgreedPlan, PlanStatus
from backend.agreements.repository import get_plan
from backend.cases.kinds import CaseStatus
from backend.cases.repository import lock_case
from backend.problems import Problem


def can_be_undone(plan: AgreedPlan, today: date) -> bool:
    """Whether the plan runs and its days are not over."""
    return (
        plan.status is PlanStatus.AGREED
        and plan.undo_until is not None
        and today <= plan.undo_until
    )


async def undo(session: AsyncSession, plan_id: str, today: date) -> AgreedPlan:
    """The plan, undone now or before. What was paid stays paid, and its fee is taken back.

    A change gives way to the plan that it had changed. Raises the problem undo-too-late.
    """
    plan = await get_plan(session, plan_id)
    case = await lock_case(session, plan.case_reference)
    await session.refresh(plan)
    if plan.status is PlanStatus.UNDONE:
        return plan
    if not can_be_undone(plan, today):
        last = plan.undo_until
        sentence = (
            "This plan can only be ended by a person."
            if last is None
            else f"This plan could be undone until {last}. A person can still help."
        )
        raise Problem(409, "undo-too-late", sentence)
    plan.status = PlanStatus.UNDONE
    await take_back_charges(session, plan, today)
    if plan.replaces is not None:
        before = await get_plan(session, plan.replaces)
        before.status = PlanStatus.AGREED
        return plan
    case.status = CaseStatus.OPEN
    case.interest_running = _interest_ran(plan)
    return plan


def _interest_ran(plan: AgreedPlan) -> bool:
    return bool(plan.evidence) and Evidence.model_validate(plan.evidence).interest_ran
