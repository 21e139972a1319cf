"""Notes in the event log what people do with a conversation that was handed to them."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation
from backend.eventlog import record, wait_before, where_of
from backend.handoff.clocks import stop_answer_clocks
from backend.handoff.kinds import Outcome
from backend.handoff.repository import current_handoff
from backend.services import Services

_OVER = ("handoff_ended", "handoff_withdrawn")


async def note_taken(session: AsyncSession, house: Services, conversation: Conversation) -> None:
    """Somebody took it; nothing is noted when no handoff was waiting."""
    ends = ("handoff_taken", "agent_answered_first", *_OVER)
    await _note(session, house, conversation, "handoff_taken", ends)


async def note_answer(session: AsyncSession, house: Services, conversation: Conversation) -> None:
    """Somebody wrote; only the first message after a handoff is noted."""
    client = house.clients.get(conversation.client)
    await stop_answer_clocks(session, client, conversation, house.clock)
    ends = ("agent_answered_first", *_OVER)
    await _note(session, house, conversation, "agent_answered_first", ends)


async def note_end(
    session: AsyncSession, conversation: Conversation, outcome: Outcome | None, why: str | None
) -> None:
    """It is about to end, and `why`; of several handoffs the one that matters most is named."""
    handoff = await current_handoff(session, conversation.id)
    if handoff is not None:
        how = outcome or "returned"
        where = where_of(conversation)
        record(session, "handoff_ended", where, reason=handoff.reason, outcome=how, why=why)


async def _note(
    session: AsyncSession,
    house: Services,
    conversation: Conversation,
    kind: str,
    ends: tuple[str, ...],
) -> None:
    wait = await wait_before(session, conversation.id, *ends)
    if wait is None:
        return
    client = house.clients.get(conversation.client)
    since = wait.since + house.clock.ahead(client.zone)
    record(
        session,
        kind,
        where_of(conversation),
        reason=wait.reason,
        waited_open_seconds=client.opening_hours.open_seconds(since, house.clock.now(client.zone)),
    )
