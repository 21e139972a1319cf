"""A stored plan that runs, as backend.plans changes it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, OfferKind
from backend.agreements.progress import progress_of
from backend.agreements.repository import get_plan
from backend.cases.repository import ledger_of
from backend.plans import Payment, Rhythm, RunningPlan

_LAST_PAY_DAY = 28


async def running_plan(session: AsyncSession, plan_id: str) -> RunningPlan:
    """What is left of the plan, with what became of those that it took the place of.

    Raises the problem not-found.
    """
    plan = await get_plan(session, plan_id)
    before = await earlier_plans(session, plan)
    ledger = await ledger_of(session, plan.case_reference)
    progress = progress_of(plan, ledger)
    paid = sum(instalment.is_paid for instalment in progress)
    paid += sum(len(earlier.evidence.get("paid", ())) for earlier in before)
    detail = plan.evidence.get("offer", {})
    first = plan.payments[0].due
    return RunningPlan(
        instalment=plan.instalment,
        rhythm=Rhythm(detail.get("rhythm", Rhythm.MONTHLY)),
        pay_day=detail.get("pay_day", min(first.day, _LAST_PAY_DAY)),
        unpaid=tuple(Payment(one.due, one.left) for one in progress if not one.is_paid),
        paid=paid,
        pauses=tuple(_skipped((plan, *before))),
        changes=sum(one.kind is OfferKind.CHANGE for one in (plan, *before)),
    )


async def earlier_plans(session: AsyncSession, plan: AgreedPlan) -> Sequence[AgreedPlan]:
    """The plans that this one took the place of, the latest first."""
    found = []
    while plan.replaces is not None:
        plan = await get_plan(session, plan.replaces)
        found.append(plan)
    return found


def _skipped(plans: Sequence[AgreedPlan]) -> list[date]:
    return [
        date.fromisoformat(day)
        for plan in plans
        for day in plan.evidence.get("offer", {}).get("skipped", ())
    ]
