"""Yesterday's conversation goes on; one of last month is over, and a new one knows what became of it."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fake_rasa import Body, FakeRasa, echo, said
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case

NIGHT = timedelta(hours=20)
MONTH = timedelta(days=31)


def welcoming(body: Body) -> Body:
    """Takes up with a line what was left off, or with none before a message."""
    match body["command"]:
        case "/come_back":
            return said("Shall we go on?", asks=True)
        case '/come_back{"quietly": true}':
            return said()
        case '/open{"seen_before": true}':
            return said("We agreed a plan.")
    return echo(body)


@pytest.fixture(autouse=True)
def assistant(rasa: FakeRasa) -> FakeRasa:
    rasa.answer = welcoming
    return rasa


@pytest.fixture
async def case(house: Services) -> str:
    await a_case(house.database, "L-1", first_name="Alva")
    await a_case(house.database, "L-2", first_name="Runa")
    return "L-1"


def token(house: Services, case: str) -> str:
    return make_payment_page_token(house.settings, "lind", case)


async def passes(house: Services, visitor: Visitor, time: timedelta, **more: Any) -> None:
    theirs = update(Conversation).where(Conversation.id == visitor.id)
    async with house.database.transaction() as session:
        await session.execute(theirs.values(heard_at=utc_now() - time, **more))


async def comes_back(visitor: Visitor) -> httpx.Response:
    return await visitor.http.post(f"{visitor.path}/visits", headers=visitor.headers)


async def test_a_page_that_is_opened_the_next_day_is_asked_whether_to_go_on(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("hej")
    await passes(house, visitor, NIGHT)
    shown = (await comes_back(visitor)).json()
    texts = [message["text"] for message in shown["messages"]]
    assert texts[-2:] == ["You said: hej", "Shall we go on?"]


async def test_it_is_asked_once_however_often_the_page_is_loaded(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await passes(house, visitor, NIGHT)
    for _ in range(3):
        shown = (await comes_back(visitor)).json()
    assert [message["text"] for message in shown["messages"]].count("Shall we go on?") == 1


async def test_a_page_that_is_loaded_again_at_once_is_told_nothing(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    assert (await comes_back(visitor)).json() == await visitor.reads()


async def test_who_writes_the_next_day_is_answered_first(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await passes(house, visitor, NIGHT)
    assert await visitor.hears("vad är räntan?") == ["You said: vad är räntan?"]
    assert [asked["command"] for asked in rasa.asked[1:]] == ['/come_back{"quietly": true}', None]
    await visitor.sends("tack")
    assert len(rasa.asked) == 4


@pytest.mark.parametrize("mode", ["queue", "agent"])
async def test_who_waits_for_a_person_only_sees_the_conversation(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa, mode: str
) -> None:
    visitor = await Visitor.arrives(http)
    await passes(house, visitor, MONTH, mode=mode, handed_over=True)
    assert (await comes_back(visitor)).json()["mode"] == mode
    assert len(rasa.asked) == 1


async def test_one_of_last_month_is_over_for_its_page_and_for_a_message(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await passes(house, visitor, MONTH)
    assert (await comes_back(visitor)).status_code == 404
    assert (await visitor.sends("hej")).status_code == 404


async def test_a_return_is_no_question_that_anybody_is_reminded_of(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await passes(house, visitor, NIGHT)
    await comes_back(visitor)
    async with house.database.transaction() as session:
        found = await session.get_one(Conversation, visitor.id)
    assert found.asks_since is None


async def test_whoever_identifies_the_next_day_goes_on_on_whatever_device(
    http: httpx.AsyncClient, house: Services, case: str
) -> None:
    visitor = await Visitor.arrives(http, token=token(house, case))
    await visitor.sends("hej")
    await passes(house, visitor, NIGHT)
    elsewhere = await Visitor.arrives(http, token=token(house, case))
    assert elsewhere.id == visitor.id
    assert (await elsewhere.transcript())[-1] == "Shall we go on?"
    refused = await http.get(visitor.path, headers=visitor.headers)
    assert refused.status_code == 404  # the page of before no longer opens it


@pytest.mark.parametrize("another", ["at-once", "another-case", "closed", "silent", "last-month"])
async def test_otherwise_a_conversation_begins(
    http: httpx.AsyncClient, house: Services, case: str, another: str
) -> None:
    visitor = await Visitor.arrives(http, token=token(house, case))
    if another != "silent":
        await visitor.sends("hej")
    if another != "at-once":
        mode = "closed" if another == "closed" else "bot"
        await passes(house, visitor, MONTH if another == "last-month" else NIGHT, mode=mode)
    theirs = "L-2" if another == "another-case" else case
    assert (await Visitor.arrives(http, token=token(house, theirs))).id != visitor.id


async def test_a_stranger_never_goes_on_with_what_somebody_has_said(
    http: httpx.AsyncClient, house: Services, case: str
) -> None:
    visitor = await Visitor.arrives(http, token=token(house, case))
    await visitor.sends("hej")
    await passes(house, visitor, NIGHT)
    assert (await Visitor.arrives(http)).id != visitor.id


async def test_a_used_token_opens_no_conversation_of_before(
    http: httpx.AsyncClient, house: Services, case: str
) -> None:
    used = token(house, case)
    visitor = await Visitor.arrives(http, token=used)
    await visitor.sends("hej")
    await passes(house, visitor, NIGHT)
    begin = {"client": "lind", "token": used, "language": None}
    assert (await http.post("/api/chat/conversations", json=begin)).status_code == 401
    assert (await visitor.transcript())[-1] == "You said: hej"


async def test_a_new_conversation_after_a_month_tells_what_became_of_the_case(
    http: httpx.AsyncClient, house: Services, case: str
) -> None:
    visitor = await Visitor.arrives(http, token=token(house, case))
    await visitor.sends("hej")
    await passes(house, visitor, MONTH)
    again = await Visitor.arrives(http, token=token(house, case))
    assert await again.transcript() == ["We agreed a plan."]


async def test_who_identifies_later_hears_it_then_and_a_stranger_does_not(
    http: httpx.AsyncClient, house: Services, case: str
) -> None:
    visitor = await Visitor.arrives(http, token=token(house, case))
    await visitor.sends("hej")
    await passes(house, visitor, MONTH)
    stranger = await Visitor.arrives(http)
    assert await stranger.transcript() == ["Hello from Lind Energi, I am automated."]
    await stranger.identifies(token(house, case))
    assert (await stranger.transcript())[-1] == "We agreed a plan."
