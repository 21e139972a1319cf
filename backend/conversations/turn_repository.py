"""The only door to the tables of turns and of buttons."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations.kinds import TurnState
from backend.conversations.models import IssuedButton, Turn

#: How the command of a button begins that the product takes itself: see own_buttons.
OWN = "/own/"

# Asked with each message, and so put together once.
_PENDING = select(Turn).where(
    Turn.conversation_id == bindparam("conversation"), Turn.state == "pending"
)
_NEXT = _PENDING.order_by(Turn.number).limit(1)


async def find_turn(session: AsyncSession, conversation: str, turn: str) -> Turn | None:
    """A turn by the id of its message."""
    found: Turn | None = await session.scalar(
        select(Turn).where(Turn.conversation_id == conversation, Turn.id == turn)
    )
    return found


async def next_pending_turn(session: AsyncSession, conversation: str) -> Turn | None:
    """The oldest turn that waits for its answer."""
    found: Turn | None = await session.scalar(_NEXT, {"conversation": conversation})
    return found


async def end_turn(
    session: AsyncSession, turn: Turn, state: TurnState, waits_for: str | None = None
) -> bool:
    """Ends a pending turn; False when it has been ended already, by whomever."""
    ended = update(Turn).where(Turn.number == turn.number, Turn.state == "pending")
    done = await session.execute(
        ended.values(state=state, ended_at=utc_now(), waits_for=waits_for).returning(Turn.number)
    )
    return done.first() is not None


async def wish_that_waits(session: AsyncSession, conversation: str, waits_for: str) -> Turn | None:
    """The newest message that could not be answered for want of `waits_for`."""
    waiting = select(Turn).where(Turn.conversation_id == conversation, Turn.waits_for == waits_for)
    found: Turn | None = await session.scalar(waiting.order_by(Turn.number.desc()).limit(1))
    return found


async def pass_pending_turns(session: AsyncSession, conversation: str) -> None:
    """Leaves what waits for the assistant's answer to the person who has the conversation."""
    pending = update(Turn).where(
        Turn.conversation_id == conversation,
        Turn.state == "pending",
        or_(Turn.command.is_(None), ~Turn.command.startswith(OWN, autoescape=True)),
    )
    await session.execute(pending.values(state="passed", ended_at=utc_now()))


async def conversations_with_pending_turns(session: AsyncSession) -> Sequence[str]:
    """Whose turns wait for an answer, the longest waiting first."""
    pending = select(Turn.conversation_id).where(Turn.state == "pending")
    grouped = pending.group_by(Turn.conversation_id).order_by(func.min(Turn.number))
    return (await session.scalars(grouped)).all()


async def waiting_turns(session: AsyncSession) -> tuple[int, datetime | None]:
    """How many turns wait for their answer, and since when the longest waiting one."""
    pending = select(func.count(), func.min(Turn.created_at)).where(Turn.state == "pending")
    number, oldest = (await session.execute(pending)).one()
    return number, oldest


async def find_button(session: AsyncSession, conversation: str, button: str) -> IssuedButton | None:
    """A button that was issued in this conversation."""
    found = await session.get(IssuedButton, button)
    return found if found is not None and found.conversation_id == conversation else None
