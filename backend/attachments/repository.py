"""The only door to the table of files."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from backend.attachments.models import Attachment


async def find_attachment(
    session: AsyncSession, conversation: str, attachment: str
) -> Attachment | None:
    """A file of the conversation, without its content."""
    return await session.get(Attachment, (conversation, attachment))


async def find_with_content(
    session: AsyncSession, conversation: str, attachment: str
) -> Attachment | None:
    """A file of the conversation with its content."""
    options = [undefer(Attachment.content)]
    return await session.get(Attachment, (conversation, attachment), options=options)


async def attachments_of(session: AsyncSession, conversation: str) -> Sequence[Attachment]:
    """The conversation's files without their contents, the first first."""
    chosen = select(Attachment).where(Attachment.conversation_id == conversation)
    return (await session.scalars(chosen.order_by(Attachment.at))).all()


async def count_attachments(session: AsyncSession, conversation: str) -> int:
    """How many files the conversation has."""
    chosen = select(func.count()).where(Attachment.conversation_id == conversation)
    return await session.scalar(chosen) or 0
