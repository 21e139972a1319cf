"""The conversations behind a figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Query
from sqlalchemy import CTE, ColumnElement, Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.by_ending import Ending, endings_of
from backend.analytics.counting import counting
from backend.analytics.reader import Reading
from backend.analytics.refusing import refuse
from backend.analytics.schemas import Listed, Listing
from backend.analytics.scope import Name, Reader, Scope
from backend.analytics.told import told
from backend.analytics.weeks import days_of
from backend.eventlog.models import LoggedEvent
from backend.staff.signed_in import House

#: The likeliest meaning of a missed message when the assistant had not even a guess.
UNKNOWN = "unknown"
_LARGEST_SEQ = 2**31 - 1
Word = Annotated[Name | None, Query()]


@dataclass(frozen=True)
class Wanted:
    """Which of the scope's conversations: all that is given must be true. `days` are ISO dates."""

    outcome: str | None = None
    reason: str | None = None
    ending: str | None = None
    hour: int | None = None
    hours: str | None = None
    missed_intent: str | None = None
    days: tuple[str, ...] | None = None
    before: int | None = None


async def asked_for(
    house: House,
    user: Reader,
    outcome: Word = None,
    reason: Word = None,
    ending: Word = None,
    hour: Annotated[int | None, Query(ge=0, le=23)] = None,
    hours: Literal["open", "closed"] | None = None,
    missed_intent: Word = None,
    week: Word = None,
    before: Annotated[int | None, Query(ge=0, le=_LARGEST_SEQ)] = None,
) -> Wanted:
    """FastAPI dependency: what the query asks for. Raises week-wrong."""
    days = None
    if week is not None:
        try:
            days = tuple(day.isoformat() for day in days_of(week))
        except ValueError:
            raise refuse(house, user.language, "week_wrong") from None
    return Wanted(outcome, reason, ending, hour, hours, missed_intent, days, before)


AskedFor = Annotated[Wanted, Depends(asked_for)]


async def list_conversations(session: AsyncSession, reading: Reading, wanted: Wanted) -> Listing:
    """A page, the newest first; `before` is the seq of the last one on the page before."""
    rows = told(reading.scope, having=_happened(wanted))
    chosen = _with_reason(rows).where(*_conditions(rows, wanted))
    page = chosen.order_by(rows.c.seq.desc()).limit(counting().page + 1)
    found = (await session.execute(page)).mappings().all()
    shown = await _show(session, reading, found[: counting().page])
    return Listing(items=shown, more=len(found) > counting().page)


async def find_listed(session: AsyncSession, reading: Reading, conversation: str) -> Listed | None:
    """A conversation by its id, whatever the days, of the clients that the reader may see."""
    begun = select(LoggedEvent.data["day"].as_string()).where(
        LoggedEvent.conversation == conversation,
        LoggedEvent.kind == "conversation_begun",
        LoggedEvent.client.in_(reading.scope.clients),
    )
    day = await session.scalar(begun)
    if day is None:
        return None
    on = date.fromisoformat(day)
    rows = told(Scope(on, on, reading.scope.clients))
    chosen = _with_reason(rows).where(rows.c.conversation == conversation)
    shown = await _show(session, reading, (await session.execute(chosen)).mappings().all())
    return shown[0] if shown else None


async def _show(
    session: AsyncSession, reading: Reading, rows: Sequence[Mapping[str, Any]]
) -> list[Listed]:
    endings = await endings_of(session, [row["conversation"] for row in rows])
    return [_listed(reading, row, endings.get(row["conversation"], [])) for row in rows]


def _listed(reading: Reading, row: Mapping[str, Any], endings: Sequence[Ending]) -> Listed:
    """A row as the reader sees it."""
    outcome, reason = row["outcome"], row["reason"]
    return Listed(
        id=row["conversation"],
        seq=row["seq"],
        client=row["client"],
        language=row["language"],
        channel=row["channel"],
        begun_at=row["at"].astimezone(reading.house.clients.get(row["client"]).zone),
        turns=row["turns"],
        missed=row["missed"],
        outcome=outcome,
        outcome_label=reading.name("outcome", outcome) if outcome else None,
        reason=reason,
        reason_label=reading.reason(reason) if reason else None,
        endings=[ending.label(reading) for ending in endings],
    )


def _with_reason(rows: CTE) -> Select[Any]:
    handoff = LoggedEvent.__table__.alias("handoff_event")
    reason = handoff.c.data["reason"].as_string().label("reason")
    return select(rows, reason).outerjoin(handoff, handoff.c.seq == rows.c.handoff)


def _conditions(rows: CTE, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.outcome is not None:
        found.append(rows.c.outcome == wanted.outcome)
    if wanted.hour is not None:
        found.append(rows.c.hour == wanted.hour)
    if wanted.hours is not None:
        found.append(rows.c.open.is_(wanted.hours == "open"))
    if wanted.days is not None:
        found.append(rows.c.day.in_(wanted.days))
    if wanted.before is not None:
        found.append(rows.c.seq < wanted.before)
    return found


def _happened(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What must have happened in a conversation, each as what its event is."""
    kind, data = LoggedEvent.kind, LoggedEvent.data
    found: list[ColumnElement[bool]] = []
    if wanted.reason is not None:
        found.append(and_(kind == "handoff_made", data["reason"].as_string() == wanted.reason))
    if wanted.ending is not None:
        found.append(Ending.read(wanted.ending).happened())
    if wanted.missed_intent is not None:
        meant = func.coalesce(data["intent"].as_string(), UNKNOWN) == wanted.missed_intent
        found.append(and_(kind == "turn_answered", data["missed"].as_boolean(), meant))
    return found
