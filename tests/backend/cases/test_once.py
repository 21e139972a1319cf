"""A write is done once."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Hold
from backend.cases.once import once
from backend.problems import Problem
from backend.services import Services


async def place(session: AsyncSession) -> dict[str, Any]:
    hold = Hold(id=uuid4().hex, case_reference="SE-1001", reason="test", note="", until=None)
    session.add(hold)
    await session.flush()
    return {"id": hold.id}


async def holds(services: Services) -> int:
    async with services.database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(Hold)) or 0


async def test_the_same_key_gives_the_first_answer_and_does_it_once(seeded: Services):
    before = await holds(seeded)
    answers = [await once(seeded.database, "key", "/a", place) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert await holds(seeded) == before + 1


async def test_twenty_at_the_same_moment_are_done_once(seeded: Services):
    before = await holds(seeded)
    answers = await asyncio.gather(*(once(seeded.database, "key", "/a", place) for _ in range(20)))
    assert len({answer["id"] for answer in answers}) == 1
    assert await holds(seeded) == before + 1


async def test_another_key_another_route_and_no_key_are_other_writes(seeded: Services):
    before = await holds(seeded)
    for key, route in (("key", "/a"), ("other", "/a"), ("key", "/b"), (None, "/a"), (None, "/a")):
        await once(seeded.database, key, route, place)
    assert await holds(seeded) == before + 5


async def test_a_refusal_is_not_remembered(seeded: Services):
    async def refuse(session: AsyncSession) -> dict[str, Any]:
        raise Problem(409, "refused", "Not now.")

    with pytest.raises(Problem):
        await once(seeded.database, "key", "/a", refuse)
    assert "id" in await once(seeded.database, "key", "/a", place)
