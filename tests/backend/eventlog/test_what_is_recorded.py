"""Each thing that happens is in the log once, written with what makes it true."""

from datetime import timedelta
from typing import Any

import httpx
from sqlalchemy import select

from backend.clock import utc_now
from backend.eventlog import Where, record
from backend.eventlog.models import LoggedEvent
from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import TOKEN as SERVICE
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent


async def log(house: Services, *kinds: str) -> list[LoggedEvent]:
    """The events of these kinds in order."""
    async with house.database.transaction() as session:
        events = select(LoggedEvent).where(LoggedEvent.kind.in_(kinds))
        return list(await session.scalars(events.order_by(LoggedEvent.seq)))


async def data(house: Services, *kinds: str) -> list[dict[str, Any]]:
    """What those events say."""
    return [event.data for event in await log(house, *kinds)]


async def test_a_conversation_begins_on_the_clients_day_and_hour(
    http: httpx.AsyncClient, house: Services
) -> None:
    await Visitor.arrives(http)
    [begun] = await log(house, "conversation_begun")
    local = begun.at.astimezone(house.clients.get("lind").zone)
    assert begun.data["day"] == local.date().isoformat()
    assert begun.data["hour"] == local.hour
    assert begun.data["open"] is True
    assert begun.data["identified"] is False


async def test_the_greeting_is_no_answer_to_a_message(
    http: httpx.AsyncClient, house: Services
) -> None:
    await Visitor.arrives(http)
    assert await log(house, "turn_answered") == []


async def test_an_answered_message_is_written_once_however_often_it_is_sent(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    for _ in range(2):
        await visitor.sends("hello", id="m-1")
    [turn] = await data(house, "turn_answered")
    assert turn["turn"] == "m-1"
    assert (turn["intent"], turn["missed"], turn["asks"]) == ("inform", False, False)
    assert turn["milliseconds"] >= 0


async def test_a_miss_is_written_with_what_was_most_likely_meant(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    missed = {"missed": True, "asks": True, "likeliest": "ask_fees"}
    rasa.answer = lambda body: said("What do you mean?", **missed)
    await visitor.hears("???")
    [turn] = await data(house, "turn_answered")
    assert (turn["intent"], turn["missed"], turn["asks"]) == ("ask_fees", True, True)


async def test_a_rating_is_written_down(http: httpx.AsyncClient, house: Services) -> None:
    visitor = await Visitor.arrives(http)
    path = f"{visitor.path}/rating"
    assert (await http.post(path, json={"score": 5}, headers=visitor.headers)).status_code == 204
    assert await data(house, "conversation_rated") == [{"score": 5}]


async def test_identifying_in_the_middle_is_written_once(
    http: httpx.AsyncClient, house: Services
) -> None:
    await a_case(house.database, "LI-1")
    visitor = await Visitor.arrives(http)
    token = make_payment_page_token(house.settings, "lind", "LI-1")
    for _ in range(2):
        assert (await visitor.identifies(token)).status_code == 200
    assert await data(house, "visitor_identified") == [{}]


async def test_a_handoff_is_written_from_the_wish_to_its_end(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    for _ in range(2):
        await hand_over(http, visitor, key="once", reason="requested")
    await alm.does(visitor, "take")
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hello")
    await alm.says(visitor, "Are you there?")
    await alm.does(visitor, "close", outcome="solved", reason="plan_agreed", note=None)
    assert await data(house, "handoff_made") == [{"reason": "requested", "in_hours": True}]
    assert [one["reason"] for one in await data(house, "handoff_taken")] == ["requested"]
    assert len(await data(house, "agent_answered_first")) == 1
    ended = {"reason": "requested", "outcome": "solved", "why": "plan_agreed"}
    assert await data(house, "handoff_ended") == [ended]


async def test_a_conversation_given_back_is_written_as_returned(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor, key="once", reason="requested")
    await alm.does(visitor, "take")
    await alm.does(visitor, "return", note=None)
    assert [one["outcome"] for one in await data(house, "handoff_ended")] == ["returned"]


async def test_a_conversation_opened_again_waits_from_its_new_handoff(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    here = Where("lind", visitor.id, "web", "sv")
    long_ago = utc_now() - timedelta(days=5)
    async with house.database.transaction() as session:
        record(session, "handoff_made", here, at=long_ago, reason="requested", in_hours=True)
        ended = {"reason": "requested", "outcome": "solved", "why": None}
        record(session, "handoff_ended", here, at=long_ago, **ended)
    await hand_over(http, visitor, key="again", reason="complaint")
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hello")
    [first] = await data(house, "agent_answered_first")
    assert first["reason"] == "complaint"
    assert first["waited_open_seconds"] < 60


async def test_an_agent_who_goes_on_after_the_end_is_no_first_answer(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor, key="once", reason="requested")
    for _ in range(2):
        await alm.does(visitor, "take")
        await alm.says(visitor, "Hello")
        await alm.does(visitor, "return", note=None)
    assert len(await data(house, "agent_answered_first")) == 1
    assert len(await data(house, "handoff_taken")) == 1


async def test_a_graver_reason_is_written_too(http: httpx.AsyncClient, house: Services) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor, key="first", reason="requested")
    await hand_over(http, visitor, key="second", reason="crisis")
    await hand_over(http, visitor, key="third", reason="complaint")
    reasons = [one["reason"] for one in await data(house, "handoff_made")]
    assert reasons == ["requested", "crisis"]


async def test_a_plan_is_written_in_the_conversation_that_the_action_names(
    http: httpx.AsyncClient, house: Services
) -> None:
    await a_case(house.database, "LI-1")
    visitor = await Visitor.arrives(http)
    await visitor.identifies(make_payment_page_token(house.settings, "lind", "LI-1"))
    told = {**SERVICE, "Sovinto-Conversation": visitor.id}
    path = "/api/cases/LI-1/plan-offers"
    offers = (await http.post(path, json={"instalments": 3}, headers=told)).json()
    nearest = offers["offers"][0]
    for _ in range(2):
        await http.post(f"/api/plan-offers/{nearest['id']}/accept", json={}, headers=told)
    [offered] = await log(house, "plan_offered")
    [agreed] = await log(house, "plan_agreed")
    assert offered.conversation == agreed.conversation == visitor.id
    assert offered.data["outcome"] == offers["outcome"]
    assert (agreed.data["total"], agreed.data["instalments"]) == (nearest["total"], 3)


async def test_a_deferral_and_an_objection_without_a_conversation_are_the_clients(
    http: httpx.AsyncClient, house: Services
) -> None:
    await a_case(house.database, "LI-1")
    today = house.clock.today(house.clients.get("lind").zone)
    until = {"until": (today + timedelta(days=7)).isoformat()}
    told = {**SERVICE, "Sovinto-Conversation": "nobody knows this one"}
    path = "/api/cases/LI-1"
    assert (await http.post(f"{path}/deferrals", json=until, headers=told)).status_code == 200
    wish = {"text": "not mine"}
    for _ in range(2):
        again = {**told, "Idempotency-Key": "once"}
        assert (await http.post(f"{path}/disputes", json=wish, headers=again)).status_code == 200
    [deferred] = await log(house, "payment_deferred")
    [disputed] = await log(house, "claim_disputed")
    assert deferred.data["days"] >= 1
    assert (deferred.conversation, disputed.conversation) == (None, None)
    assert deferred.client == disputed.client == "lind"
