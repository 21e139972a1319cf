"""Lets time pass for a conversation, by moving what is written of it back."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import update

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.database import Database
from tests.stack import Stack
from tests.walks.chat import Chat


def time_passes(stack: Stack, chat: Chat, time: timedelta) -> None:
    """Nothing was heard in the chat since so long, and a question in it waits since then."""
    conversation_passes(stack.database_url, chat.id, time)


def conversation_passes(url: str, conversation: str, time: timedelta) -> None:
    """The same for a conversation that is known by its id."""
    with ThreadPoolExecutor(1) as thread:  # a test that drives a browser has a loop of its own
        thread.submit(asyncio.run, _move_back(url, conversation, time)).result()


async def _move_back(url: str, conversation: str, time: timedelta) -> None:
    database = Database(url)
    theirs = update(Conversation).where(Conversation.id == conversation)
    then = utc_now() - time
    try:
        async with database.transaction() as session:
            await session.execute(theirs.values(heard_at=then))
            waiting = theirs.where(Conversation.asks_since.is_not(None))
            await session.execute(waiting.values(asks_since=then))
    finally:
        await database.close()
