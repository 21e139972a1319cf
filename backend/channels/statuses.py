"""Notes statuses that were told before we knew the message that they are about."""

from datetime import timedelta

from backend.channels.delivery_repository import note_status
from backend.channels.inbox_repository import end, statuses_waiting
from backend.channels.telling_staff import tell_staff
from backend.clock import utc_now
from backend.services import Services

#: After that it is about a message that is none of ours.
_WAITS_AT_MOST = timedelta(minutes=2)


async def take_up_statuses(house: Services) -> None:
    """Tries each that waits once."""
    failed = []
    async with house.database.transaction() as session:
        for row in await statuses_waiting(session):
            known = await note_status(
                session, row.channel, str(row.payload), str(row.language), row.text or None
            )
            if known and row.language == "failed":
                failed.append(known)
            if known or utc_now() - row.received_at > _WAITS_AT_MOST:
                await end(session, row)
    for conversation, seq in failed:
        await tell_staff(house, conversation, seq)
