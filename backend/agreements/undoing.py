"""Undoing a plan within the days that the client gives: all is as it was before the yes."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.booking import take_back_charges
from backend.agreements.evidence import Evidence
from backend.agreements.models import AgreedPlan, PlanStatus
from backend.agreements.repository import get_plan, plans_of_joint
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import lock_case
from backend.problems import Problem


def can_be_undone(plan: AgreedPlan, today: date) -> bool:
    """Whether the plan, looked at alone, runs and its days are not over."""
    return (
        plan.status is PlanStatus.AGREED
        and plan.undo_until is not None
        and today <= plan.undo_until
    )


async def agreed_with(session: AsyncSession, plan: AgreedPlan) -> Sequence[AgreedPlan]:
    """The plans that were agreed with the same yes, this one among them."""
    return [plan] if plan.joint is None else await plans_of_joint(session, plan.joint)


async def undo(session: AsyncSession, plan_id: str, today: date) -> Sequence[AgreedPlan]:
    """Undoes the plan; gives what was undone by this, which is nothing when it was before.

    What was paid stays paid, and its fee is taken back. A change gives way to the plan that it had
    changed. A plan over several cases is undone in all of them, or not at all. Raises the problem
    undo-too-late.
    """
    plan = await get_plan(session, plan_id)
    plans = await agreed_with(session, plan)
    cases = [await lock_case(session, one.case_reference) for one in plans]
    for one in plans:
        await session.refresh(one)
    if plan.status is PlanStatus.UNDONE:
        return []
    if not all(can_be_undone(one, today) for one in plans):
        raise Problem(409, "undo-too-late", _too_late(plan, today))
    for one, case in zip(plans, cases, strict=True):
        await _undo_one(session, one, case, today)
    return plans


def _too_late(plan: AgreedPlan, today: date) -> str:
    last = plan.undo_until
    if last is None or today <= last:
        return "This plan can only be ended by a person."
    return f"This plan could be undone until {last}. A person can still help."


async def _undo_one(session: AsyncSession, plan: AgreedPlan, case: Case, today: date) -> None:
    plan.status = PlanStatus.UNDONE
    await take_back_charges(session, plan, today)
    if plan.replaces is not None:
        before = await get_plan(session, plan.replaces)
        before.status = PlanStatus.AGREED
        return
    case.status = CaseStatus.OPEN
    case.interest_running = _interest_ran(plan)


def _interest_ran(plan: AgreedPlan) -> bool:
    return bool(plan.evidence) and Evidence.model_validate(plan.evidence).interest_ran
