"""A debtor writes in a conversation that was closed."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select, update

from backend.clock import utc_now
from backend.duty.repository import choose, stay_here
from backend.handoff.models import Handoff
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.reopening import reopening
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent

SOON = timedelta(minutes=5)


async def is_there(house: Services, email: str = "alm@staff") -> str:
    async with house.database.transaction() as session:
        user = await session.scalar(select(StaffUser.id).where(StaffUser.email == email))
        await stay_here(session, [str(user)], utc_now() + SOON)
    return str(user)


async def closed(http: httpx.AsyncClient, alm: Agent, outcome: str = "solved") -> Visitor:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await alm.does(visitor, "take")
    await alm.does(visitor, "close", outcome=outcome)
    return visitor


async def test_the_same_agent_has_it_again_and_the_debtor_is_told(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    visitor = await closed(http, alm)
    await is_there(house)
    answer = (await visitor.sends("en sak till")).json()
    assert answer["mode"] == "agent"
    assert [said["text"] for said in answer["messages"]] == [
        "Siri har fått det du skrev och svarar här."
    ]
    assert await alm.listed("mine") == [visitor.id]
    assert (await alm.says(visitor, "Hej igen!")).status_code == 200
    assert await visitor.hears("tack") == []


async def test_the_same_message_again_opens_it_once(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    visitor = await closed(http, alm)
    await is_there(house)
    first = await visitor.sends("en sak till", id="m-1")
    assert (await visitor.sends("en sak till", id="m-1")).json() == first.json()
    assert len((await alm.lists("mine"))["items"]) == 1


async def test_of_an_agent_who_is_away_it_is_the_assistants(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    visitor = await closed(http, alm)
    user = await is_there(house)
    async with house.database.transaction() as session:
        await choose(session, user, "away", utc_now())
    answer = (await visitor.sends("en sak till")).json()
    assert (answer["mode"], answer["messages"][0]["text"]) == ("bot", "You said: en sak till")


@pytest.mark.parametrize("outcome", reopening().waits_again_after)
async def test_what_was_left_open_waits_for_a_person_again(
    http: httpx.AsyncClient, alm: Agent, outcome: str
) -> None:
    visitor = await closed(http, alm, outcome)
    answer = (await visitor.sends("hur går det?")).json()
    assert answer["mode"] == "queue"
    assert answer["messages"][0]["text"] == "Nu står du först i kön."
    [row] = (await alm.lists())["items"]
    assert (row["reason"], row["wish"]) == ("reopened", "hur går det?")


@pytest.mark.usefixtures("closed_now")
async def test_outside_the_hours_a_time_is_promised_and_the_assistant_answers(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    visitor = await closed(http, alm, "promised")
    answer = (await visitor.sends("hur går det?")).json()
    told, assistant = (said["text"] for said in answer["messages"])
    assert (answer["mode"], assistant) == ("bot", "You said: hur går det?")
    assert "senast torsdag 26 november kl. 09:00" in told


async def test_after_days_it_is_no_longer_the_same_agents(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    visitor = await closed(http, alm)
    await is_there(house)
    long_ago = utc_now() - timedelta(hours=reopening().same_person_within_hours + 1)
    async with house.database.transaction() as session:
        ended = update(Handoff).where(Handoff.conversation_id == visitor.id)
        await session.execute(ended.values(ended_at=long_ago))
    assert (await visitor.sends("en sak till")).json()["mode"] == "bot"
