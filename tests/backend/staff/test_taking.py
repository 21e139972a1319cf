"""Taking a conversation, talking in it, and leaving it."""

import asyncio

import httpx
import pytest

from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent

JOINED = "Siri är här nu och har läst det du har skrivit."


@pytest.fixture
async def visitor(http: httpx.AsyncClient, agents: list[Agent]) -> Visitor:
    """Somebody who waits for a person."""
    waiting = await Visitor.arrives(http)
    await hand_over(http, waiting)
    return waiting


async def test_the_debtor_is_told_who_is_there(visitor: Visitor, alm: Agent) -> None:
    detail = (await alm.does(visitor, "take")).json()
    assert detail["conversation"]["mode"] == "agent"
    assert detail["handoff"]["state"] == "taken"
    assert detail["handoff"]["taken_by"]["name"] == "Siri Alm"
    assert (await visitor.transcript())[-1] == JOINED


async def test_taking_again_changes_nothing(visitor: Visitor, alm: Agent) -> None:
    await alm.does(visitor, "take")
    assert (await alm.does(visitor, "take")).status_code == 200
    assert (await visitor.transcript()).count(JOINED) == 1


async def test_of_two_agents_one_gets_it_and_the_other_reads_who(
    visitor: Visitor, alm: Agent, lind_only: Agent
) -> None:
    taken = await asyncio.gather(alm.does(visitor, "take"), lind_only.does(visitor, "take"))
    by_status = {answer.status_code: answer.json() for answer in taken}
    assert set(by_status) == {200, 409}
    winner = by_status[200]["handoff"]["taken_by"]["name"]
    assert winner in by_status[409]["detail"]
    assert by_status[409]["type"] == "/problems/taken-by-another"


async def test_agent_and_debtor_talk_and_the_assistant_is_not_asked(
    visitor: Visitor, alm: Agent, rasa: FakeRasa
) -> None:
    await alm.does(visitor, "take")
    asked = len(rasa.asked)
    answer = (await visitor.sends("hej Siri")).json()
    assert (answer["messages"], answer["mode"]) == ([], "agent")
    said = (await alm.says(visitor, "Hej!", id="a-1")).json()
    assert (said["id"], said["sender"], said["name"]) == ("a-1", "agent", "Siri")
    assert (await visitor.transcript())[-2:] == ["hej Siri", "Hej!"]
    assert len(rasa.asked) == asked


async def test_an_agents_message_sent_again_is_said_once(visitor: Visitor, alm: Agent) -> None:
    await alm.does(visitor, "take")
    first, again = await alm.says(visitor, "Hej!", "a-1"), await alm.says(visitor, "Hej!", "a-1")
    assert first.json() == again.json()
    assert (await visitor.transcript()).count("Hej!") == 1


async def test_only_who_has_taken_it_may_write_close_and_return(
    visitor: Visitor, alm: Agent, lind_only: Agent
) -> None:
    await alm.does(visitor, "take")
    for refused in (
        await lind_only.says(visitor, "hej"),
        await lind_only.does(visitor, "close", outcome="solved"),
        await lind_only.does(visitor, "return"),
    ):
        assert (refused.status_code, refused.json()["type"]) == (409, "/problems/not-taken-by-you")
    assert (await lind_only.says(visitor, "hej")).json()["detail"] == "Ta samtalet först."


async def test_a_debtors_message_cannot_be_overwritten_by_an_agents(
    visitor: Visitor, alm: Agent
) -> None:
    await visitor.sends("hej", id="m-1")
    await alm.does(visitor, "take")
    assert (await alm.says(visitor, "annat", id="m-1")).status_code == 409


@pytest.mark.parametrize("text", ["", "x" * 20_001])
async def test_an_agents_text_is_checked_too(visitor: Visitor, alm: Agent, text: str) -> None:
    await alm.does(visitor, "take")
    assert (await alm.says(visitor, text)).status_code in (413, 422)


async def test_a_closed_conversation_says_so_and_opens_again_with_the_assistant(
    visitor: Visitor, alm: Agent
) -> None:
    await alm.does(visitor, "take")
    closed = await alm.does(visitor, "close", outcome="solved", note="betalar på fredag")
    assert closed.status_code == 204
    assert (await visitor.reads())["mode"] == "closed"
    assert (await visitor.transcript())[-1].startswith("Samtalet är avslutat.")
    answer = (await visitor.sends("en sak till")).json()
    assert (answer["mode"], answer["messages"][0]["text"]) == ("bot", "You said: en sak till")


async def test_a_closed_conversation_cannot_be_taken(
    visitor: Visitor, alm: Agent, lind_only: Agent
) -> None:
    await alm.does(visitor, "take")
    await alm.does(visitor, "close", outcome="solved")
    refused = await lind_only.does(visitor, "take")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/conversation-ended")


async def test_a_returned_conversation_goes_on_with_the_assistant(
    visitor: Visitor, alm: Agent
) -> None:
    await alm.does(visitor, "take")
    assert (await alm.does(visitor, "return", note=None)).status_code == 204
    assert (await visitor.transcript())[-1].startswith("Nu svarar den automatiska")
    assert await visitor.hears("tack") == ["You said: tack"]


async def test_what_the_assistant_was_in_the_middle_of_it_takes_up(
    http: httpx.AsyncClient, agents: list[Agent], alm: Agent, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor, facts={"doing": "plan_form"})
    await alm.does(visitor, "take")
    await alm.does(visitor, "return")
    await visitor.hears("ja")
    assert [body["command"] for body in rasa.asked[-2:]] == ["/come_back", None]


async def test_after_it_was_returned_it_can_be_handed_over_anew(
    http: httpx.AsyncClient, visitor: Visitor, alm: Agent
) -> None:
    await alm.does(visitor, "take")
    await alm.does(visitor, "return")
    assert (await hand_over(http, visitor))["created"]
    assert await alm.listed() == [visitor.id]


@pytest.mark.usefixtures("closed_now")
async def test_an_agent_who_is_there_after_hours_may_take_what_waits(
    http: httpx.AsyncClient, alm: Agent, rasa: FakeRasa
) -> None:
    waiting = await Visitor.arrives(http)
    await hand_over(http, waiting)
    await rasa.stop()
    await waiting.hears("hallå?")
    await alm.does(waiting, "take")
    await rasa.start()
    assert await waiting.hears("är du där?") == []
    assert (await waiting.reads())["mode"] == "agent"
