"""What is done for who waits and presses a button of the queue, or writes the words of one."""

from collections.abc import Sequence

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.conversations.repository import Line, lock_conversation
from backend.handoff.leaving import leave_queue
from backend.handoff.repository import open_chat_handoff, place_in_queue
from backend.handoff.standing import standing_of
from backend.handoff.telling import PLACE, line_about, note_told
from backend.services import Services


async def take_queue_press(
    house: Services, conversation: Conversation, about: str
) -> Sequence[Line]:
    """What is said then; nothing once a person is there, who reads what was written."""
    if about == PLACE:
        return await _tell_the_place(house, conversation)
    return await leave_queue(house, conversation, about)


async def _tell_the_place(house: Services, conversation: Conversation) -> Sequence[Line]:
    async with house.database.transaction() as session:
        now = await lock_conversation(session, conversation.id)
        assert now is not None
        handoff = await open_chat_handoff(session, now.id)
        if now.mode != "queue" or handoff is None or handoff.state != "waiting":
            return ()
        client = house.clients.get(now.client)
        place = await place_in_queue(session, handoff, client.id)
        standing = await standing_of(session, house, client, handoff, place)
        note_told(handoff, standing, utc_now())
        return [line_about(session, house, now, standing)]
