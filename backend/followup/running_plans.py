"""Plans that run, with their cases and ledgers, many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, PlanStatus
from backend.agreements.progress import Covered, next_unpaid, progress_of
from backend.cases.models import Case, LedgerEntry

AT_ONCE = 200


@dataclass(frozen=True)
class RunningPlan:
    """A plan, its case, and the first instalment that is not paid."""

    plan: AgreedPlan
    case: Case
    instalment: Covered | None


async def running_plans(
    session: AsyncSession, after: str, case_reference: str | None = None
) -> Sequence[RunningPlan]:
    """At most AT_ONCE plans, of one case or of all, in the order of their ids from `after` on."""
    running = select(AgreedPlan).where(
        AgreedPlan.status == PlanStatus.AGREED, AgreedPlan.id > after
    )
    if case_reference is not None:
        running = running.where(AgreedPlan.case_reference == case_reference)
    plans = (await session.scalars(running.order_by(AgreedPlan.id).limit(AT_ONCE))).all()
    references = [plan.case_reference for plan in plans]
    cases = await cases_by_reference(session, references)
    ledgers = await _ledgers_of(session, references)
    return [
        RunningPlan(
            plan,
            cases[plan.case_reference],
            next_unpaid(progress_of(plan, ledgers.get(plan.case_reference, []))),
        )
        for plan in plans
    ]


async def cases_by_reference(session: AsyncSession, references: Sequence[str]) -> dict[str, Case]:
    """The cases with these references."""
    chosen = await session.scalars(select(Case).where(Case.reference.in_(references)))
    return {case.reference: case for case in chosen}


async def _ledgers_of(
    session: AsyncSession, references: Sequence[str]
) -> dict[str, list[LedgerEntry]]:
    """The entries of several cases, in their order."""
    entries = select(LedgerEntry).where(LedgerEntry.case_reference.in_(references))
    ledgers: dict[str, list[LedgerEntry]] = {}
    for entry in await session.scalars(entries.order_by(LedgerEntry.id)):
        ledgers.setdefault(entry.case_reference, []).append(entry)
    return ledgers
