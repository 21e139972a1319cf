"""The clocks of a handoff: by when a person has answered, and by when it is done with.

They begin when a person is asked for, so that the assistant's time is in neither, and count the
client's opening hours, by the clock by which promises are made. A conversation that is opened again
has a new handoff, and so new clocks. What a person has to do beside the assistant is answered by
doing it; of a call, being called is the answer, and its time is the one that was promised.
"""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clients import Client
from backend.clock import Clock, utc_now
from backend.conversations.models import Conversation
from backend.eventlog import record, where_of
from backend.handoff.models import Handoff

ClockName = Literal["answer", "resolution"]
_SECOND = timedelta(seconds=1)


def start_clocks(handoff: Handoff, client: Client, language: str, clock: Clock) -> None:
    """Sets by when it is to be answered and done, by the client's targets as they are now."""
    hours, targets = client.opening_hours_in(language), client.targets
    # To the second, so that a pinned hour is told as it is and not as the last moment before it.
    asked = (handoff.created_at + clock.ahead(client.zone) + _SECOND).replace(microsecond=0)
    if handoff.kind == "callback":
        handoff.answer_due_at = handoff.promised_at
        asked = max(asked, handoff.promised_at or asked)
    elif not handoff.keeps_assistant:
        handoff.answer_due_at = hours.after(asked, targets.answer_seconds)
    seconds = targets.resolution_seconds
    handoff.resolution_due_at = hours.after(asked, seconds) if seconds else None


def running_clock(handoff: Handoff) -> tuple[ClockName, datetime] | None:
    """The clock that counts now, with the moment at which it is missed."""
    if handoff.state not in ("waiting", "taken"):
        return None
    if handoff.answer_due_at is not None and handoff.answered_at is None:
        return "answer", handoff.answer_due_at
    if handoff.resolution_due_at is not None:
        return "resolution", handoff.resolution_due_at
    return None


async def stop_answer_clocks(
    session: AsyncSession, client: Client, conversation: Conversation, clock: Clock
) -> None:
    """A person has written; a call is not made by writing."""
    for handoff in await _open(session, conversation.id):
        if handoff.answered_at is None and handoff.kind != "callback":
            _answered(session, client, conversation, handoff, clock)


async def stop_clocks(
    session: AsyncSession,
    client: Client,
    conversation: Conversation,
    clock: Clock,
    *,
    keep_calls: bool = False,
) -> None:
    """What is open is about to end, but for calls that are still to be made."""
    for handoff in await _open(session, conversation.id):
        if keep_calls and handoff.kind == "callback":
            continue
        if handoff.answered_at is None:
            _answered(session, client, conversation, handoff, clock)
        if handoff.resolution_due_at is not None:
            due = handoff.resolution_due_at
            _judge(session, client, conversation, handoff, "resolution", due, clock)


def note_gone(
    session: AsyncSession,
    client: Client,
    conversation: Conversation,
    handoff: Handoff,
    clock: Clock,
) -> None:
    """The debtor does not wait any more; that is a miss only if it came after the time."""
    due = handoff.answer_due_at
    if handoff.answered_at is None and due is not None and due < clock.now(client.zone):
        _judge(session, client, conversation, handoff, "answer", due, clock)


def _answered(
    session: AsyncSession,
    client: Client,
    conversation: Conversation,
    handoff: Handoff,
    clock: Clock,
) -> None:
    handoff.answered_at = utc_now()
    if handoff.answer_due_at is not None:
        due = handoff.answer_due_at
        _judge(session, client, conversation, handoff, "answer", due, clock)


def _judge(
    session: AsyncSession,
    client: Client,
    conversation: Conversation,
    handoff: Handoff,
    name: ClockName,
    due: datetime,
    clock: Clock,
) -> None:
    hours = client.opening_hours_in(conversation.language)
    now = clock.now(client.zone)
    handoff.missed = handoff.missed or now > due
    record(
        session,
        "clock_stopped",
        where_of(conversation),
        clock=name,
        reason=handoff.reason,
        met=now <= due,
        open_seconds=hours.open_seconds(handoff.created_at + clock.ahead(client.zone), now),
    )


async def _open(session: AsyncSession, conversation: str) -> list[Handoff]:
    theirs = select(Handoff).where(
        Handoff.conversation_id == conversation, Handoff.state.in_(("waiting", "taken"))
    )
    found = await session.scalars(theirs.execution_options(populate_existing=True))
    return list(found)
