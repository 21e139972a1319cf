"""Since when a debtor has been waiting for a person, as the log has it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.eventlog.models import LoggedEvent

_MADE = "handoff_made"


@dataclass(frozen=True)
class Wait:
    """A handoff that nothing has come of yet."""

    since: datetime
    reason: str


async def wait_before(session: AsyncSession, conversation: str, *ends: str) -> Wait | None:
    """The newest handoff of the conversation, unless one of the kinds `ends` has come after it.

    So a conversation that is opened again after days counts from its new handoff, and one that was
    taken without a handoff counts from nothing.
    """
    told = select(LoggedEvent).where(
        LoggedEvent.conversation == conversation, LoggedEvent.kind.in_((_MADE, *ends))
    )
    last = await session.scalar(told.order_by(LoggedEvent.seq.desc()).limit(1))
    if last is None or last.kind != _MADE:
        return None
    return Wait(last.at, last.data["reason"])
