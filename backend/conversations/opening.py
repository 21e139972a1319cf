"""What the assistant is told to begin with: to open, or to take up a conversation after a pause."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations.absence import absence
from backend.conversations.models import Turn
from backend.conversations.silence_repository import has_talked_before

#: The command with which the assistant opens, and opens again when it has learnt who is there.
OPEN = "/open"
#: The opening that tells what has become of the case since somebody last talked about it.
OPEN_AGAIN = f'{OPEN}{{"seen_before": true}}'
#: The commands with which it takes up a conversation after a pause.
COME_BACK = "/come_back"
COME_BACK_QUIETLY = f'{COME_BACK}{{"quietly": true}}'


def comes_back(turn: Turn) -> bool:
    """Whether the turn is no message, but the visitor's return."""
    return turn.command is not None and turn.command.startswith(COME_BACK)


async def opening_for(session: AsyncSession, case: str | None) -> str:
    """The opening of a conversation in which nothing has been said; `case` is the visitor's."""
    if case is None:
        return OPEN
    before = utc_now() - absence().pause
    return OPEN_AGAIN if await has_talked_before(session, case, before) else OPEN
