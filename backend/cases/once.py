"""Doing a write once, however often it is sent."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import IdempotencyKey
from backend.cases.repository import answer_given
from backend.database import Database

Json = dict[str, Any]
Work = Callable[[AsyncSession], Awaitable[Json]]


async def once(database: Database, key: str | None, route: str, work: Work) -> Json:
    """The answer of `work`, done in one transaction; with a `key` seen before, the first answer.

    The key is written before the work: of two that come at the same moment the database lets one
    through, and the other finds its answer.
    """
    if key is None:
        async with database.transaction() as session:
            return await work(session)
    try:
        async with database.transaction() as session:
            taken = IdempotencyKey(key=key, route=route, answer={})
            session.add(taken)
            await session.flush()
            taken.answer = await work(session)
            return taken.answer
    except IntegrityError:
        async with database.transaction() as session:
            answer = await answer_given(session, key, route)
        if answer is None:
            raise
        return answer
