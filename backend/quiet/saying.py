"""Says the line once, whatever happens in between.

Ending the wait and saying the line are one transaction: of two backends that want to say it one
does, and a crash leaves either both or neither. The text is the house's own and tells nothing of a
case, for a phone may lie on a table.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations import events, repository
from backend.conversations.models import Conversation, Message
from backend.conversations.repository import Line
from backend.conversations.silence_repository import end_waiting
from backend.handoff.repository import was_handed_over_for
from backend.services import Services

_TEXT = "still_here"
#: Whoever was in danger is left in peace.
_NEVER_AFTER = "crisis"
#: A line that comes later than this, because no backend ran, would be out of place.
TOO_LATE = timedelta(hours=1)


async def say_still_here(house: Services, conversation: str, before: datetime) -> bool:
    """Says that there is no hurry, if a question still waits since `before`; whether it did."""
    async with house.database.transaction() as session:
        since = await end_waiting(session, conversation, before)
        if since is None:
            return False
        found = await repository.get_conversation(session, conversation)
        said = await repository.messages_after(session, conversation)
        if not await _is_in_place(session, found, said, since):
            return False
        line = Line("assistant", _wording(house, found, said))
        told = await repository.append(session, conversation, [line])
    await events.tell_messages(house.hub, found, told)
    return True


async def _is_in_place(
    session: AsyncSession, conversation: Conversation, said: Sequence[Message], since: datetime
) -> bool:
    """Only when the question was the last thing said, and not hours ago."""
    last = said[-1] if said else None
    if last is None or last.sender != "assistant" or last.turn is None:
        return False
    if utc_now() - since > TOO_LATE:
        return False
    return not await was_handed_over_for(session, conversation.id, _NEVER_AFTER)


def _wording(house: Services, conversation: Conversation, said: Sequence[Message]) -> str:
    """One that was not said yet, if there is one."""
    wordings = house.texts[conversation.language].wordings(_TEXT, {})
    before = {message.text for message in said}
    return next((one.text for one in wordings if one.text not in before), wordings[0].text)
