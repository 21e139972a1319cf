"""What follow-up would do at this moment, and when each plan is next spoken of. It changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from sqlalchemy.ext.asyncio import AsyncSession

from backend.followup import repository
from backend.followup.deciding import decide
from backend.followup.kinds import Kind
from backend.followup.moments import day_of, first_moment
from backend.followup.planning import write_of_payments, write_of_plans, write_of_reports
from backend.followup.running_plans import RunningPlan, running_plans
from backend.followup.situation import situation_of
from backend.services import Services


class _Undo(Exception):
    """Ends the transaction without a trace."""


@dataclass(frozen=True)
class Due:
    """What is due and what would be done about it now: an act of `deciding` and why."""

    case: str
    kind: Kind
    about: int
    due_at: datetime
    act: str
    why: str | None


@dataclass(frozen=True)
class Coming:
    """What will be due of a plan if nothing is paid until then; `from_moment` is the first."""

    case: str
    kind: Kind
    about: int
    due: date
    from_moment: datetime


@dataclass(frozen=True)
class Outlook:
    """Now, and later."""

    now: tuple[Due, ...]
    later: tuple[Coming, ...]


async def outlook(house: Services, case: str | None = None) -> Outlook:
    """Of one case or of all. What it writes down to find out is taken back."""
    found: list[Outlook] = []
    try:
        async with house.database.transaction() as session:
            found.append(await _look(session, house, case))
            raise _Undo
    except _Undo:
        return found[0]


async def _look(session: AsyncSession, house: Services, case: str | None) -> Outlook:
    after: str | None = ""
    while after is not None:
        after = await write_of_plans(session, house, after, case)
    await write_of_payments(session, house)
    await write_of_reports(session, house)
    due = []
    for reminder in await repository.waiting_reminders(session, case):
        now = await situation_of(session, house, reminder)
        # One whose hour has not come yet waits for the hours, whatever else would be decided.
        done = await decide(session, now) if reminder.due_at <= now.now else None
        due.append(
            Due(
                case=reminder.case_reference,
                kind=reminder.kind,
                about=reminder.about,
                due_at=reminder.due_at.astimezone(now.client.zone),
                act=done.act if done else "wait",
                why=done.why if done else "hours",
            )
        )
    later = [coming for plan in await _plans(session, case) for coming in _coming(house, plan)]
    return Outlook(tuple(due), tuple(sorted(later, key=lambda coming: coming.from_moment)))


async def _plans(session: AsyncSession, case: str | None) -> list[RunningPlan]:
    found: list[RunningPlan] = []
    while running := await running_plans(session, found[-1].plan.id if found else "", case):
        found += running
    return found


def _coming(house: Services, running: RunningPlan) -> Iterator[Coming]:
    case, instalment = running.case, running.instalment
    client = house.clients.get(case.client)
    if instalment is None or not client.followup.active:
        return
    kinds: tuple[Kind, ...] = get_args(Kind)
    for kind in kinds:
        day = day_of(kind, client, instalment.due)
        if day is None or day <= house.clock.today(client.zone):
            continue
        moment = first_moment(client, day)
        if moment is not None:
            yield Coming(case.reference, kind, instalment.number, instalment.due, moment)
