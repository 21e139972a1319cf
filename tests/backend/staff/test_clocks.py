"""The clocks of a handoff: when they begin, what stops them, and when they are missed."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select, update

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.eventlog.models import LoggedEvent
from backend.handoff.models import Handoff
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.handoff.waiting import MINUTE, always_open
from tests.backend.staff.agents import Agent

HOUR = timedelta(hours=1)


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services, agents: list[Agent]) -> Visitor:
    """Somebody who waits for a person of a client whose people are always there."""
    await always_open(house)
    waiting = await Visitor.arrives(http)
    await hand_over(http, waiting)
    return waiting


async def handoffs_of(house: Services, visitor: Visitor) -> list[Handoff]:
    async with house.database.transaction() as session:
        theirs = select(Handoff).where(Handoff.conversation_id == visitor.id)
        return list(await session.scalars(theirs.order_by(Handoff.created_at)))


def is_due_after(house: Services, due: datetime | None, wait: timedelta) -> bool:
    """Whether it is so long from now, by the clock by which promises are made."""
    assert due is not None
    asked = due - wait
    return abs(asked - house.clock.now(house.clients.get("lind").zone)) < timedelta(seconds=5)


async def judged(house: Services) -> list[tuple[Any, ...]]:
    async with house.database.transaction() as session:
        stopped = select(LoggedEvent).where(LoggedEvent.kind == "clock_stopped")
        events = (await session.scalars(stopped.order_by(LoggedEvent.seq))).all()
    return [(event.data["clock"], event.data["met"]) for event in events]


async def moves(house: Services, visitor: Visitor, by: timedelta) -> None:
    """Everything about the visitor's handoffs happened so much earlier."""
    async with house.database.transaction() as session:
        for handoff in await session.scalars(
            select(Handoff).where(Handoff.conversation_id == visitor.id)
        ):
            for name in ("created_at", "answer_due_at", "resolution_due_at", "ended_at"):
                moment: datetime | None = getattr(handoff, name)
                setattr(handoff, name, moment - by if moment else None)


async def test_the_clocks_begin_when_a_person_is_asked_for_and_not_before(
    http: httpx.AsyncClient, house: Services
) -> None:
    await always_open(house)
    visitor = await Visitor.arrives(http)
    async with house.database.transaction() as session:
        begun = update(Conversation).where(Conversation.id == visitor.id)
        await session.execute(begun.values(created_at=utc_now() - 9 * HOUR))
    await hand_over(http, visitor)
    [handoff] = await handoffs_of(house, visitor)
    assert is_due_after(house, handoff.answer_due_at, HOUR)
    assert is_due_after(house, handoff.resolution_due_at, 16 * HOUR)


async def test_the_first_line_of_a_person_stops_the_first_and_the_end_the_other(
    visitor: Visitor, alm: Agent, house: Services
) -> None:
    await alm.does(visitor, "take")
    assert await judged(house) == []
    await alm.says(visitor, "Hej!")
    await alm.says(visitor, "Är du där?")
    assert await judged(house) == [("answer", True)]
    await alm.does(visitor, "close", outcome="solved")
    assert await judged(house) == [("answer", True), ("resolution", True)]


async def test_what_comes_after_the_time_is_a_miss(
    visitor: Visitor, alm: Agent, house: Services
) -> None:
    await moves(house, visitor, 61 * MINUTE)
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hej!")
    await moves(house, visitor, 16 * HOUR)
    await alm.does(visitor, "return")
    assert await judged(house) == [("answer", False), ("resolution", False)]


async def test_a_conversation_opened_again_days_later_has_clocks_of_its_own(
    http: httpx.AsyncClient, visitor: Visitor, alm: Agent, house: Services
) -> None:
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hej!")
    await alm.does(visitor, "close", outcome="promised")
    await moves(house, visitor, timedelta(days=5))
    assert (await visitor.sends("en sak till")).json()["mode"] == "queue"
    before, again = await handoffs_of(house, visitor)
    assert again.reason == "reopened"
    assert is_due_after(house, again.answer_due_at, HOUR)
    assert before.answered_at is not None
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hej igen!")
    assert await judged(house) == [("answer", True), ("resolution", True), ("answer", True)]


async def test_an_agent_who_takes_one_up_again_begins_anew_too(
    visitor: Visitor, alm: Agent, house: Services
) -> None:
    await alm.does(visitor, "take")
    await alm.does(visitor, "return")
    await moves(house, visitor, timedelta(days=5))
    await alm.does(visitor, "take")
    before, again = await handoffs_of(house, visitor)
    assert (before.state, again.state, again.reason) == ("returned", "taken", "taken_up")
    assert again.answer_due_at is None
    assert utc_now() - again.created_at < MINUTE


async def test_a_call_is_answered_by_being_made_at_its_time(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    await always_open(house)
    visitor = await Visitor.arrives(http)
    at = (utc_now() + 2 * HOUR).replace(microsecond=0)
    call = {"reason": "callback", "kind": "callback", "phone": "0701740605"}
    await hand_over(http, visitor, **call, at=at.isoformat())
    await alm.does(visitor, "take")
    await alm.says(visitor, "Jag ringer nu.")
    assert await judged(house) == []
    await alm.does(visitor, "close", outcome="solved")
    assert await judged(house) == [("answer", True), ("resolution", True)]


async def test_a_promised_call_remains_until_it_is_made(
    http: httpx.AsyncClient, visitor: Visitor, alm: Agent, house: Services
) -> None:
    call = {"reason": "callback", "kind": "callback", "phone": "0701740605"}
    await alm.does(visitor, "take")
    await hand_over(http, visitor, **call)
    await alm.does(visitor, "close", outcome="promised", keep_calls=True)
    chat, promised = await handoffs_of(house, visitor)
    assert (chat.state, promised.state, promised.taken_by) == ("closed", "waiting", None)


async def test_who_leaves_the_queue_in_time_is_neither_met_nor_missed(
    visitor: Visitor, house: Services
) -> None:
    await visitor.hears("lämna kön")
    assert await judged(house) == []


async def test_who_leaves_the_queue_after_the_time_was_missed(
    visitor: Visitor, house: Services
) -> None:
    await moves(house, visitor, 61 * MINUTE)
    await visitor.hears("lämna kön")
    assert await judged(house) == [("answer", False)]


async def test_the_list_shows_the_clock_that_counts(visitor: Visitor, alm: Agent) -> None:
    [row] = (await alm.lists())["items"]
    assert row["clock"]["name"] == "answer"
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hej!")
    [row] = (await alm.lists("mine"))["items"]
    assert row["clock"]["name"] == "resolution"
