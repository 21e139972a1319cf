"""Whether the debtor of a case wants to be written to first: what was said last about it holds."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.contact_repository import has_stopped
from backend.conversations.models import Conversation, Message
from backend.followup.refusals import LONGEST, refusals
from backend.followup.repository import find_wish

_LAST_MESSAGES = 200


async def refuses(session: AsyncSession, case_reference: str, conversation: str) -> bool:
    """Whether nothing is to be sent: by a stop word, in words of the chat, or through the case API."""
    if await has_stopped(session, conversation):
        return True
    wish = await find_wish(session, case_reference)
    words = (
        select(Message.text)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(
            Conversation.case_reference == case_reference,
            Message.sender == "debtor",
            func.length(Message.text) <= LONGEST,
        )
    )
    if wish is not None:
        words = words.where(Message.at > wish.told_at)
    said = await session.scalars(words.order_by(Message.at.desc()).limit(_LAST_MESSAGES))
    spoken = _last_word(said)
    if spoken is not None:
        return spoken
    return wish is not None and not wish.wanted


def _last_word(messages: Iterable[str]) -> bool | None:
    """Whether the newest message that is about reminders refuses them; None when none is."""
    said = (refusals().wants_reminders(text) for text in messages)
    wanted = next((word for word in said if word is not None), None)
    return None if wanted is None else not wanted
