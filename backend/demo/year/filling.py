"""Writes the generated year into a database."""

from datetime import date
from itertools import chain, islice

from sqlalchemy import func, insert, select, text

from backend.clients import ClientBook
from backend.conversations.models import Conversation, Message
from backend.database import Database
from backend.demo.year.shape import read_shape
from backend.demo.year.year import conversations
from backend.eventlog.models import LoggedEvent

_AT_ONCE = 5000


class NotEmpty(Exception):
    """The log has events already; a generated year is not mixed with real ones."""


async def fill(database: Database, clients: ClientBook, last: date) -> tuple[int, int]:
    """How many conversations and events were written. Raises NotEmpty."""
    async with database.transaction() as session:
        if await session.scalar(select(func.max(LoggedEvent.seq))):
            raise NotEmpty
    told = sorted(conversations(clients, read_shape(), last), key=lambda one: one.events[0]["at"])
    events = sorted(chain.from_iterable(one.events for one in told), key=lambda event: event["at"])
    messages = chain.from_iterable(one.messages for one in told)
    async with database.transaction() as session:
        for table, rows in (
            (Conversation, (one.row for one in told)),
            (Message, messages),
            (LoggedEvent, iter(events)),
        ):
            while part := list(islice(rows, _AT_ONCE)):
                await session.execute(insert(table), part)
        # So that the database at once plans by what is in it, and not by an empty one.
        await session.execute(text("ANALYZE"))
    return len(told), len(events)
