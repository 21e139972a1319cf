"""The only door to the tables of conversations and messages; see turn_repository too."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.kinds import Sender
from backend.conversations.models import Conversation, Message

# What is asked with each message is put together once: that takes longer than asking.
_THIS = Conversation.id == bindparam("conversation")
_FOUND = select(Conversation).where(_THIS).execution_options(populate_existing=True)
_LOCKED = (
    update(Conversation)
    .where(_THIS)
    .values(last_seq=Conversation.last_seq)
    .returning(Conversation)
    .execution_options(populate_existing=True)
)
_COUNTED = (
    update(Conversation)
    .where(_THIS)
    .values(last_seq=Conversation.last_seq + bindparam("lines"))
    .returning(Conversation.last_seq)
)
_SAID = select(Message).where(
    Message.conversation_id == bindparam("conversation"), Message.id == bindparam("message")
)

#: More files in a row than somebody may send.
_LOOKED_AT = 20


@dataclass(frozen=True)
class Line:
    """Something to be said, before it has its place in the conversation."""

    sender: Sender
    text: str
    buttons: list[dict[str, str]] = field(default_factory=list)
    card: dict[str, Any] | None = None
    name: str | None = None
    id: str = field(default_factory=lambda: uuid4().hex)


async def find_conversation(session: AsyncSession, conversation: str) -> Conversation | None:
    """The conversation as it is now."""
    found: Conversation | None = await session.scalar(_FOUND, {"conversation": conversation})
    return found


async def get_conversation(session: AsyncSession, conversation: str) -> Conversation:
    """A conversation that is known to exist, as it is now."""
    return (await session.scalars(_FOUND, {"conversation": conversation})).one()


async def lock_conversation(session: AsyncSession, conversation: str) -> Conversation | None:
    """The conversation; nobody else changes it until this transaction ends.

    An update, because SQLite has no other lock: what is read after it stays true.
    """
    locked: Conversation | None = await session.scalar(_LOCKED, {"conversation": conversation})
    return locked


async def say_away(session: AsyncSession, conversation: str, since: datetime) -> bool:
    """Notes that it was told that the assistant is away; False when that was told already."""
    away = update(Conversation).where(
        Conversation.id == conversation, Conversation.away_since.is_(None)
    )
    done = await session.execute(away.values(away_since=since).returning(Conversation.id))
    return done.first() is not None


async def append(
    session: AsyncSession,
    conversation: str,
    lines: Sequence[Line],
    *,
    turn: str | None = None,
    reply_to: str | None = None,
) -> list[Message]:
    """Says the lines, in their order, after all that was said before."""
    if not lines:
        return []
    last = await session.scalar(_COUNTED, {"conversation": conversation, "lines": len(lines)})
    if last is None:
        raise LookupError("there is no such conversation")
    messages = [
        Message(
            conversation_id=conversation,
            id=line.id,
            seq=last - len(lines) + place,
            sender=line.sender,
            text=line.text,
            buttons=line.buttons,
            card=line.card,
            name=line.name,
            turn=turn,
            reply_to=reply_to,
        )
        for place, line in enumerate(lines, start=1)
    ]
    session.add_all(messages)
    await session.flush()
    return messages


async def find_message(session: AsyncSession, conversation: str, message: str) -> Message | None:
    """A message by its id."""
    asked = {"conversation": conversation, "message": message}
    found: Message | None = await session.scalar(_SAID, asked)
    return found


async def last_words(session: AsyncSession, conversation: str) -> str | None:
    """What the debtor wrote or pressed last; a file that was sent is no words."""
    theirs = (Message.conversation_id == conversation, Message.sender == "debtor")
    latest = select(Message).where(*theirs).order_by(Message.seq.desc()).limit(_LOOKED_AT)
    found = (message.text for message in await session.scalars(latest) if message.card is None)
    return next(found, None)


async def messages_after(
    session: AsyncSession, conversation: str, seq: int = 0
) -> Sequence[Message]:
    """What was said after `seq`, in order."""
    later = select(Message).where(Message.conversation_id == conversation, Message.seq > seq)
    return (await session.scalars(later.order_by(Message.seq))).all()


async def answers_to(session: AsyncSession, conversation: str, message: str) -> Sequence[Message]:
    """What was said in answer to a message, or was carried by the answer to it."""
    answers = select(Message).where(
        Message.conversation_id == conversation,
        or_(Message.turn == message, Message.reply_to == message),
    )
    return (await session.scalars(answers.order_by(Message.seq))).all()
