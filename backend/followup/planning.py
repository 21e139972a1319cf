"""Writes down what is due to be said, from the plans that run and the payments that came in.

It may run as often as one likes, in as many processes: a key is written once. What is written only
says that something is due; whether it is still so is looked at again when it is said.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import get_args

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import LedgerEntry
from backend.clock import utc_now
from backend.followup import repository
from backend.followup.kinds import Kind
from backend.followup.models import Reminder
from backend.followup.moments import day_of, first_moment
from backend.followup.reported import unseen_due
from backend.followup.running_plans import (
    AT_ONCE,
    RunningPlan,
    cases_by_reference,
    running_plans,
)
from backend.services import Services

#: A thank you that comes later than this is not said any more.
THANKS_WITHIN = timedelta(days=3)


async def write_plans_due(house: Services) -> None:
    """Looks through all plans that run, a transaction for some of them at a time."""
    after: str | None = ""
    while after is not None:
        async with house.database.transaction() as session:
            after = await write_of_plans(session, house, after)


async def write_thanks_due(house: Services) -> None:
    """Looks at the payments that came in."""
    async with house.database.transaction() as session:
        await write_of_payments(session, house)


async def write_unseen_due(house: Services) -> None:
    """Looks at the payments that were told of and did not come in."""
    async with house.database.transaction() as session:
        await write_of_reports(session, house)


async def write_of_plans(
    session: AsyncSession, house: Services, after: str = "", case: str | None = None
) -> str | None:
    """What is due of some of the plans; the id to go on after, None when that were all."""
    running = await running_plans(session, after, case)
    due = [reminder for plan in running for reminder in _of_plan(plan, house)]
    await _write(session, due)
    return running[-1].plan.id if len(running) == AT_ONCE else None


async def write_of_payments(session: AsyncSession, house: Services) -> None:
    """The thanks for payments that came in and have none yet."""
    since = utc_now() - THANKS_WITHIN
    payments = await repository.payments_not_thanked(session, since, AT_ONCE)
    cases = await cases_by_reference(session, [entry.case_reference for entry in payments])
    due = []
    for entry in payments:
        client = house.clients.get(cases[entry.case_reference].client)
        if client.followup.active and client.followup.thanks:
            due.append(_thanks(entry, house.clock.now(client.zone)))
    await _write(session, due)


async def write_of_reports(session: AsyncSession, house: Services) -> None:
    """The questions about payments that were told of and should be here."""
    await _write(session, await unseen_due(session, house, AT_ONCE))


def _of_plan(running: RunningPlan, house: Services) -> Iterator[Reminder]:
    """Only the first unpaid instalment is spoken of: one question at a time."""
    plan, instalment = running.plan, running.instalment
    client = house.clients.get(running.case.client)
    if instalment is None or not client.followup.active:
        return
    today = house.clock.today(client.zone)
    kinds: tuple[Kind, ...] = get_args(Kind)
    for kind in kinds:
        day = day_of(kind, client, instalment.due)
        if day is None or day > today or (kind == "coming" and today > instalment.due):
            continue
        due_at = first_moment(client, day)
        if due_at is not None:
            yield Reminder(
                key=key_of(kind, plan.id, instalment.number),
                kind=kind,
                case_reference=plan.case_reference,
                plan_id=plan.id,
                about=instalment.number,
                due_at=due_at,
            )


def key_of(kind: Kind, plan: str, number: int) -> str:
    """What there is one reminder for."""
    return f"{kind}:{plan}:{number}"


def _thanks(entry: LedgerEntry, now: datetime) -> Reminder:
    return Reminder(
        key=f"thanks:{entry.id}",
        kind="thanks",
        case_reference=entry.case_reference,
        plan_id=None,
        about=entry.id,
        due_at=now,
    )


async def _write(session: AsyncSession, due: list[Reminder]) -> None:
    known = await repository.keys_known(session, [reminder.key for reminder in due])
    for reminder in due:
        if reminder.key not in known:
            await repository.add_reminder(session, reminder)
