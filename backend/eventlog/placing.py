"""Where something happened that is told with no more than a conversation's id."""

from typing import Annotated

from fastapi import Header
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.eventlog.models import LoggedEvent
from backend.eventlog.recording import Where

#: The request's word for the conversation in which it is made; who asks may leave it out.
NamedConversation = Annotated[str | None, Header(alias="Sovinto-Conversation")]


async def where_named(session: AsyncSession, client: str, conversation: str | None) -> Where:
    """The conversation's place as the log last had it; the client alone when it is unknown.

    A conversation of another client is unknown too.
    """
    if conversation is None:
        return Where(client)
    latest = select(LoggedEvent).where(
        LoggedEvent.conversation == conversation, LoggedEvent.client == client
    )
    last = await session.scalar(latest.order_by(LoggedEvent.seq.desc()).limit(1))
    if last is None:
        return Where(client)
    return Where(client, conversation, last.channel, last.language)
