"""What who waits is told of the queue, with the ways out of it as buttons."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.assistant import AssistantButton
from backend.conversations.buttons import issue
from backend.conversations.models import Conversation
from backend.conversations.own_buttons import own_command
from backend.conversations.repository import Line
from backend.handoff.models import Handoff
from backend.handoff.schemas import HandoffAnswer
from backend.handoff.standing import Standing
from backend.services import Services
from backend.texts import say

#: The name of the buttons that leave the queue (see own_buttons), and what they are about.
QUEUE, CALL, BACK = "queue", "call", "back"
#: A press of the same name that asks where one stands; there is no button for it, only words.
PLACE = "place"
_ASKS_FOR_A_CALL = "/request_callback"


def line_about(
    session: AsyncSession, house: Services, conversation: Conversation, standing: Standing
) -> Line:
    """The place and the wait as they are now."""
    text = say(
        house.texts,
        conversation.language,
        "queue_place",
        wait=standing.wait,
        place=standing.place,
        minutes=standing.minutes,
        closes=standing.closes,
    )
    buttons = {
        "queue_call": own_command(QUEUE, CALL),
        "queue_back": own_command(QUEUE, BACK),
    }
    return Line("system", text, _issued(session, house, conversation, buttons))


def line_after_reopening(
    session: AsyncSession, house: Services, conversation: Conversation, answer: HandoffAnswer
) -> Line:
    """Who writes again waits for a person, with a place now or a time later."""
    if answer.place is not None:
        standing = Standing(answer.place, answer.minutes, answer.closes)
        return line_about(session, house, conversation, standing)
    return closing_line(session, house, conversation, answer.promised_at)


def closing_line(
    session: AsyncSession, house: Services, conversation: Conversation, at: datetime | None
) -> Line:
    """That it has closed, and by when a person answers."""
    text = say(house.texts, conversation.language, "queue_closed", at=at)
    buttons = {"queue_call": _ASKS_FOR_A_CALL}
    return Line("system", text, _issued(session, house, conversation, buttons))


def note_told(handoff: Handoff, standing: Standing, at: datetime) -> None:
    """Keeps what the debtor has been told."""
    handoff.told_place, handoff.told_minutes = standing.place, standing.minutes
    handoff.told_at = at


def _issued(
    session: AsyncSession, house: Services, conversation: Conversation, buttons: dict[str, str]
) -> list[dict[str, str]]:
    language = conversation.language
    offered = [
        AssistantButton(title=say(house.texts, language, f"button_{name}"), payload=command)
        for name, command in buttons.items()
    ]
    return issue(session, conversation.id, offered)
