"""In some channels one may only write for so long after the person's last message: the window."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.models import Contact
from backend.channels.rules import rules
from backend.clock import utc_now
from backend.conversations.models import Message
from backend.handoff.repository import open_chat_handoff
from backend.services import Services

#: Why a message was not sent.
CLOSED = "window-closed"
#: Longer than anything is kept; who writes again opens the window at once.
UNTIL_THEY_WRITE = timedelta(days=365)
#: Whose lines wait for an open window.
_KEPT = ("agent", "system")


def is_closed_for(contact: Contact, message: Message) -> bool:
    """Whether it may not be sent: too late, or, of the assistant's, from before the window opened.

    What the assistant said of its own accord, such as a reminder, may be wrong by now.
    """
    window = rules().window(contact.channel)
    if window is None:
        return False
    begun = utc_now() - window
    return contact.heard_at < begun or (not is_kept(message) and message.at < begun)


def is_kept(message: Message) -> bool:
    """What a person wrote is not lost: it goes out when the debtor has written again."""
    return message.sender in _KEPT


def opens(channel: str, silent_since: datetime, now: datetime) -> bool:
    """Whether a message that comes now opens a window that was closed."""
    window = rules().window(channel)
    return window is not None and now - silent_since > window


async def promised_at(session: AsyncSession, message: Message) -> datetime | None:
    """By when the message says that a person is to answer here, by the clock of the house.

    Of what the house says itself, only what it says of the queue has choices.
    """
    card = message.card or {}
    if card.get("type") == "handoff" and card.get("at"):
        return datetime.fromisoformat(card["at"])
    if message.sender != "system" or not message.buttons:
        return None
    handoff = await open_chat_handoff(session, message.conversation_id)
    return handoff.promised_at if handoff and handoff.state == "waiting" else None


def is_closed_by(house: Services, contact: Contact, promised: datetime | None) -> bool:
    """Whether the window is closed by the time by which a person is to answer."""
    window = rules().window(contact.channel)
    if window is None or promised is None:
        return False
    now = house.clock.now(house.clients.get(contact.client).zone)
    return promised - now > window - (utc_now() - contact.heard_at)
