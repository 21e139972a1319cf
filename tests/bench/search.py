"""How long a search takes over 40 000 messages, and what its index costs each message that is written.

Over both databases, where there is a PostgreSQL, with what the search asks of the database and no
HTTP around it. Beside it stands the same question without the index: reading every message.
"""

import asyncio
import random
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation, Message
from backend.conversations.repository import Line, append
from backend.database import Database
from backend.database.migrating import upgrade
from backend.searching.index.building import build_index, drop_index
from backend.searching.index.matching import parts_of
from backend.searching.repository import find_conversations, messages_with
from backend.tables import import_all_tables
from tests.bench.latencies import Latencies
from tests.bench.table import Row, times
from tests.neighbours import postgres

CONVERSATIONS, MESSAGES_OF_EACH = 2_000, 20
_CLIENT, _PAGE = "a-client", 21
_TIMES, _WRITES, _AT_ONCE = 15, 15, 100
_CHANCE = random.Random(7)
_OFTEN = [
    "jag",
    "kan",
    "betala",
    "i",
    "månaden",
    "faktura",
    "el",
    "räkning",
    "plan",
    "avgift",
    "hur",
    "mycket",
    "tack",
    "hej",
    "flyttat",
]
_SELDOM = [f"ord{number}" for number in range(5_000)]
_Asked = Callable[[AsyncSession, str], Awaitable[None]]
SEARCHES = {
    "a name that one message has": "ångermanland",
    "a word that a few have": "ord77",
    "two words that nearly all have": "faktura räkning",
    "a word that none has": "zzzz",
}


def measure_search() -> list[Row]:
    """Rows of both databases."""
    import_all_tables()
    with tempfile.TemporaryDirectory(prefix="sovinto-search-") as folder:
        rows = _of("SQLite", f"sqlite:///{folder}/search.sqlite3")
    with postgres() as url:
        return rows + (_of("PostgreSQL", url) if url else [])


def _of(name: str, url: str) -> list[Row]:
    upgrade(url)
    return [
        Row(f"{name}: {row.what}", row.measured, row.compared) for row in asyncio.run(_rows(url))
    ]


async def _rows(url: str) -> list[Row]:
    async with _filled(url) as database:
        rows = []
        for what, typed in SEARCHES.items():
            with_index = await _took(database, _search, typed)
            without = await _took(database, _read, typed)
            ratio = times(without.p50, with_index.p50)
            compared = f"reading every message {_short(without)}, {ratio}"
            rows.append(
                Row(
                    f"search over 40 000 messages, {what}, p50 and worst",
                    _short(with_index),
                    compared,
                )
            )
        return rows + await _writing(database)


@asynccontextmanager
async def _filled(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    for start in range(0, CONVERSATIONS, 250):
        async with database.transaction() as session:
            for number in range(start, start + 250):
                await _fill(session, number)
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("ANALYZE")
    yield database
    await database.close()


async def _fill(session: AsyncSession, number: int) -> None:
    id = await _conversation(session, handed_over=True)
    texts = [_text() for _ in range(MESSAGES_OF_EACH)]
    if number == 3:
        texts[3] += " Ångermanland"
    await append(session, id, [Line("debtor", text) for text in texts])


async def _conversation(session: AsyncSession, *, handed_over: bool) -> str:
    id = uuid4().hex
    session.add(
        Conversation(id=id, client=_CLIENT, access_hash="", language="sv", handed_over=handed_over)
    )
    await session.flush()
    return id


def _text() -> str:
    return " ".join([*_CHANCE.choices(_OFTEN, k=16), *_CHANCE.choices(_SELDOM, k=2)])


async def _search(session: AsyncSession, typed: str) -> None:
    parts = parts_of(typed)
    found = await find_conversations(session, [_CLIENT], parts, before=None, at_most=_PAGE)
    await messages_with(session, [one.id for one in found], parts)


async def _read(session: AsyncSession, typed: str) -> None:
    holds = and_(*(Message.text.icontains(word, autoescape=True) for word in typed.split()))
    among = select(Message.conversation_id).where(holds)
    newest = select(Conversation).where(Conversation.client == _CLIENT, Conversation.id.in_(among))
    (await session.scalars(newest.order_by(Conversation.created_at.desc()).limit(_PAGE))).all()


async def _took(database: Database, ask: _Asked, typed: str) -> Latencies:
    took = []
    for _ in range(_TIMES):
        async with database.transaction() as session:
            began = time.perf_counter()
            await ask(session, typed)
            took.append((time.perf_counter() - began) * 1000)
    return Latencies.of(took)


async def _writing(database: Database) -> list[Row]:
    """A message that staff may see, one that only the assistant has, and both without the index."""
    async with database.transaction() as session:
        seen, own = [await _conversation(session, handed_over=it) for it in (True, False)]
    with_index = {id: await _append(database, id) for id in (seen, own)}
    async with database.engine.begin() as connection:
        await connection.run_sync(drop_index)
    without = {id: await _append(database, id) for id in (seen, own)}
    async with database.engine.begin() as connection:
        await connection.run_sync(build_index)
    named = {seen: "that staff may see", own: "that the assistant alone has"}
    return [
        Row(
            f"storing a message {named[id]}, {_AT_ONCE} in a transaction, p50",
            f"{with_index[id].p50:.2f} ms each",
            f"without the index {without[id].p50:.2f} ms",
        )
        for id in (seen, own)
    ]


async def _append(database: Database, conversation: str) -> Latencies:
    took = []
    for _ in range(_WRITES):
        lines = [Line("debtor", _text()) for _ in range(_AT_ONCE)]
        began = time.perf_counter()
        async with database.transaction() as session:
            await append(session, conversation, lines)
        took.append((time.perf_counter() - began) * 1000 / _AT_ONCE)
    return Latencies.of(took)


def _short(took: Latencies) -> str:
    return f"{took.p50:.0f}, {max(took.milliseconds):.0f} ms"
