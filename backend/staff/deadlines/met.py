"""Which share of the targets was met. What is late and still open counts as missed at once."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.scope import Scope
from backend.clients import Client
from backend.eventlog.models import LoggedEvent
from backend.handoff.clocks import ClockName
from backend.services import Services
from backend.staff.deadlines.repository import open_and_missed
from backend.staff.deadlines.schemas import Met, MetTargets, Share
from backend.staff.shown import show_client

_DAY = timedelta(days=1)
_Counted = Counter[tuple[ClockName, bool]]


async def count_met(house: Services, scope: Scope) -> MetTargets:
    """By client, in the order of their names."""
    clients = sorted((house.clients.get(id) for id in scope.clients), key=lambda one: one.name)
    async with house.database.transaction() as session:
        counted = [(one, await _count(session, house, one, scope)) for one in clients]
    every: _Counted = sum((each for _, each in counted), Counter())
    return MetTargets(
        first=scope.first,
        last=scope.last,
        clients=[
            Met(
                client=show_client(client, house.clock),
                answer=_share(each, "answer"),
                resolution=_share(each, "resolution"),
            )
            for client, each in counted
        ],
        answer=_share(every, "answer"),
        resolution=_share(every, "resolution"),
    )


async def _count(session: AsyncSession, house: Services, client: Client, scope: Scope) -> _Counted:
    since, until = _midnight(client, scope.first), _midnight(client, scope.last + _DAY)
    stopped = select(LoggedEvent.data).where(
        LoggedEvent.kind == "clock_stopped",
        LoggedEvent.client == client.id,
        LoggedEvent.at >= since,
        LoggedEvent.at < until,
    )
    found: _Counted = Counter()
    async for data in await session.stream_scalars(stopped):
        found[data["clock"], data["met"]] += 1
    now = house.clock.now(client.zone)
    answers, ends = await open_and_missed(session, client.id, since, min(until, now))
    found["answer", False] += answers
    found["resolution", False] += ends
    return found


def _midnight(client: Client, day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=client.zone)


def _share(counted: _Counted, clock: ClockName) -> Share:
    met = counted[clock, True]
    of = met + counted[clock, False]
    return Share(met=met, of=of, percent=round(100 * met / of, 1) if of else None)
