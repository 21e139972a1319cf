"""Made-up history of a queue: who was taken when, and who works."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clients.book import Entry
from backend.clients.week import Week
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.duty.repository import stay_here
from backend.handoff.models import Handoff
from backend.services import Services
from backend.staff.models import StaffUser

MINUTE = timedelta(minutes=1)


async def always_open(house: Services) -> None:
    """The client lind has people there at any hour, so that a test may run at any hour."""
    week = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "00:00-24:00")
    lind = house.clients.get("lind")
    hours = Week.model_validate({**week, "open_on_holidays": True})
    known = lind.model_copy(update={"hours": hours, "hours_by_language": {}})
    entries = {**house.clients.reading.entries, "lind": Entry(known, "", utc_now())}
    house.clients.reading = replace(house.clients.reading, entries=entries)


async def was_taken(
    session: AsyncSession, asked: datetime, taken: datetime, by: str, client: str = "lind"
) -> None:
    """A handoff of before, that somebody took."""
    conversation = Conversation(
        id=uuid4().hex,
        client=client,
        access_hash="-",
        language="sv",
        mode="closed",
        handed_over=True,
    )
    session.add(conversation)
    await session.flush()
    session.add(
        Handoff(
            id=uuid4().hex,
            reference=f"H-{uuid4().hex[:6].upper()}",
            conversation_id=conversation.id,
            kind="chat",
            reason="requested",
            priority=0,
            keeps_assistant=False,
            state="closed",
            wish="",
            facts={},
            created_at=asked,
            taken_at=taken,
            taken_by=by,
            ended_at=taken + MINUTE,
        )
    )


async def one_every(house: Services, minutes: int, times: int = 8, by: str = "u-1") -> None:
    """People were taken at this pace until now, and all of them had waited."""
    now = utc_now()
    async with house.database.transaction() as session:
        for number in range(times):
            taken = now - (times - 1 - number) * minutes * MINUTE
            await was_taken(session, now - 600 * MINUTE, taken, by)


async def works(house: Services, client: str = "lind") -> str:
    """Somebody is at the console."""
    id = uuid4().hex
    async with house.database.transaction() as session:
        session.add(
            StaffUser(
                id=id,
                email=f"{id[:6]}@staff",
                name="Ek Ek",
                role="agent",
                language="en",
                clients=[client],
                password_hash="-",
            )
        )
        await session.flush()
        await stay_here(session, [id], utc_now() + timedelta(hours=1))
    return id
