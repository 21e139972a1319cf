"""Notes in the event log that a conversation has begun, with the hour that it was for the client."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.eventlog import record, where_of
from backend.services import Services


def note_beginning(session: AsyncSession, house: Services, conversation: Conversation) -> None:
    """Called in the transaction that stores a conversation, on whatever channel it begins."""
    client = house.clients.get(conversation.client)
    now = utc_now()
    local = now.astimezone(client.zone)
    record(
        session,
        "conversation_begun",
        where_of(conversation),
        at=now,
        identified=conversation.identified,
        day=local.date().isoformat(),
        hour=local.hour,
        open=client.opening_hours.is_open(house.clock.now(client.zone)),
    )
