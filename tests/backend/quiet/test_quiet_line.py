"""A debtor who goes quiet in web chat hears once that there is no hurry."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import update

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.conversations.repository import Line, append
from backend.handoff.models import Handoff
from backend.live import Live, conversation_topic
from backend.quiet.worker import QuietLine
from backend.services import Services
from tests.backend.conversations.fake_rasa import Body, FakeRasa, echo, said
from tests.backend.conversations.fixtures import Visitor

AFTER = timedelta(minutes=5)


def asking(body: Body) -> Body:
    """Asks back whatever is said."""
    return echo(body) if body["command"] else said("How much a month?", asks=True)


@pytest.fixture
async def quiet(house: Services, rasa: FakeRasa, http: httpx.AsyncClient) -> Visitor:
    """Somebody who was asked and says nothing for a while."""
    rasa.answer = asking
    visitor = await Visitor.arrives(http)
    await visitor.sends("jag vill dela upp")
    await minutes_pass(house, visitor)
    return visitor


async def minutes_pass(house: Services, visitor: Visitor, minutes: int = 6) -> None:
    """A question that waits has waited for so long."""
    waiting = update(Conversation).where(
        Conversation.id == visitor.id, Conversation.asks_since.is_not(None)
    )
    async with house.database.transaction() as session:
        await session.execute(waiting.values(asks_since=utc_now() - timedelta(minutes=minutes)))


async def changes(house: Services, visitor: Visitor, **values: Any) -> None:
    theirs = update(Conversation).where(Conversation.id == visitor.id)
    async with house.database.transaction() as session:
        await session.execute(theirs.values(**values))


def lines(house: Services, language: str = "sv") -> list[str]:
    return [one.text for one in house.texts[language].wordings("still_here", {})]


async def told(house: Services, visitor: Visitor) -> list[str]:
    return [text for text in await visitor.transcript() if text in lines(house)]


async def test_it_is_said_once(house: Services, quiet: Visitor) -> None:
    assert await QuietLine(house, AFTER).round() == 1
    assert await QuietLine(house, AFTER).round() == 0
    assert await told(house, quiet) == lines(house)[:1]
    assert (await quiet.reads())["messages"][-1]["sender"] == "assistant"


async def test_several_backends_say_it_once(house: Services, quiet: Visitor) -> None:
    rounds = (QuietLine(house, AFTER).round() for _ in range(4))
    assert sum(await asyncio.gather(*rounds)) == 1
    assert len(await told(house, quiet)) == 1


async def test_it_is_heard_live(house: Services, shared: Live, quiet: Visitor) -> None:
    async with shared.hub.subscribe(conversation_topic(quiet.id)) as events:
        await QuietLine(house, AFTER).round()
        event = await asyncio.wait_for(anext(events), 5)
    assert event["message"]["text"] == lines(house)[0]
    assert event["message"]["buttons"] == []


async def test_nothing_is_said_before_its_time(house: Services, quiet: Visitor) -> None:
    assert await QuietLine(house, timedelta(minutes=7)).round() == 0


async def test_after_the_next_message_it_may_come_again_in_other_words(
    house: Services, quiet: Visitor
) -> None:
    await QuietLine(house, AFTER).round()
    await quiet.sends("500")
    assert await QuietLine(house, AFTER).round() == 0
    await minutes_pass(house, quiet)
    assert await QuietLine(house, AFTER).round() == 1
    assert await told(house, quiet) == lines(house)[:2]


async def test_who_answers_is_not_reminded(house: Services, quiet: Visitor, rasa: FakeRasa) -> None:
    rasa.answer = lambda body: said("That is agreed.")
    await quiet.sends("ja")
    await minutes_pass(house, quiet)
    assert await QuietLine(house, AFTER).round() == 0


async def test_who_was_asked_nothing_is_left_in_peace(
    house: Services, http: httpx.AsyncClient
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("hej")
    await minutes_pass(house, visitor)
    assert await QuietLine(house, AFTER).round() == 0


@pytest.mark.parametrize(
    "where",
    [
        {"mode": "agent", "handed_over": True},
        {"mode": "queue", "handed_over": True},
        {"mode": "closed"},
        {"channel": "sms"},
        {"channel": "whatsapp"},
    ],
    ids=lambda where: "-".join(map(str, where.values())),
)
async def test_it_is_said_only_where_the_assistant_has_the_word_on_the_web(
    house: Services, quiet: Visitor, where: dict[str, Any]
) -> None:
    await changes(house, quiet, **where)
    assert await QuietLine(house, AFTER).round() == 0
    assert await told(house, quiet) == []


async def test_nobody_who_was_in_danger_hears_it(house: Services, quiet: Visitor) -> None:
    async with house.database.transaction() as session:
        session.add(
            Handoff(
                id=uuid4().hex,
                reference="H-AAAAAA",
                conversation_id=quiet.id,
                kind="chat",
                reason="crisis",
                priority=1,
                keeps_assistant=True,
                state="ended",
                wish="",
                facts={},
            )
        )
    assert await QuietLine(house, AFTER).round() == 0


async def test_it_does_not_follow_something_that_somebody_else_has_said(
    house: Services, quiet: Visitor
) -> None:
    async with house.database.transaction() as session:
        await append(session, quiet.id, [Line("agent", "Jag ringer dig.")])
    assert await QuietLine(house, AFTER).round() == 0


async def test_after_a_long_stop_nobody_hears_it_hours_late(
    house: Services, quiet: Visitor
) -> None:
    await minutes_pass(house, quiet, minutes=300)
    assert await QuietLine(house, AFTER).round() == 0
    assert await told(house, quiet) == []
