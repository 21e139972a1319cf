"""A button that is not the assistant's is taken by the product itself, whoever has the word."""

from collections.abc import Sequence
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import update

from backend.conversations.assistant import AssistantButton
from backend.conversations.buttons import issue
from backend.conversations.models import Conversation, Turn
from backend.conversations.own_buttons import own_command
from backend.conversations.repository import Line, append
from backend.conversations.turns import run_pending_turns
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor

PRESSED: list[str] = []


async def count_it(house: Services, conversation: Conversation, about: str) -> Sequence[Line]:
    PRESSED.append(about)
    return [Line("system", f"{about} is done")]


@pytest.fixture
def served_house(app: FastAPI, house: Services) -> Services:
    PRESSED.clear()
    app.state.services = replace(house, own_buttons={"count": count_it})
    return app.state.services  # type: ignore[no-any-return]


@pytest.fixture
async def offered(http: httpx.AsyncClient, served_house: Services) -> tuple[Visitor, str]:
    """Somebody who was offered the button, and its payload."""
    visitor = await Visitor.arrives(http)
    async with served_house.database.transaction() as session:
        button = AssistantButton(title="Ja", payload=own_command("count", "o-1"))
        [issued] = issue(session, visitor.id, [button])
        await append(session, visitor.id, [Line("agent", "Ska vi?", [issued], name="Siri")])
    return visitor, issued["payload"]


async def has_a_person(house: Services, visitor: Visitor) -> None:
    async with house.database.transaction() as session:
        theirs = update(Conversation).where(Conversation.id == visitor.id)
        await session.execute(theirs.values(mode="agent", agent="u-1"))


async def test_it_is_taken_while_a_person_has_the_conversation(
    offered: tuple[Visitor, str], served_house: Services, rasa: FakeRasa
) -> None:
    visitor, payload = offered
    await has_a_person(served_house, visitor)
    asked = len(rasa.asked)
    assert payload.startswith("b_")
    assert await visitor.hears("Ja", payload=payload) == ["o-1 is done"]
    assert (await visitor.transcript())[-2:] == ["Ja", "o-1 is done"]
    assert (await visitor.reads())["mode"] == "agent"
    assert len(rasa.asked) == asked


async def test_it_is_taken_while_the_assistant_has_it_too(
    offered: tuple[Visitor, str], rasa: FakeRasa
) -> None:
    visitor, payload = offered
    asked = len(rasa.asked)
    assert await visitor.hears("Ja", payload=payload) == ["o-1 is done"]
    assert len(rasa.asked) == asked


async def test_the_same_press_sent_again_has_the_same_answer_and_is_taken_once(
    offered: tuple[Visitor, str], served_house: Services
) -> None:
    visitor, payload = offered
    await has_a_person(served_house, visitor)
    first = await visitor.sends("Ja", payload, id="m-1")
    again = await visitor.sends("Ja", payload, id="m-1")
    assert first.json() == again.json()
    assert PRESSED == ["o-1"]


async def test_a_press_that_was_not_taken_before_the_process_died_is_taken_later(
    offered: tuple[Visitor, str], served_house: Services
) -> None:
    visitor, _ = offered
    await has_a_person(served_house, visitor)
    async with served_house.database.transaction() as session:
        command = own_command("count", "o-2")
        session.add(Turn(conversation_id=visitor.id, id="said", text="hej"))
        session.add(Turn(conversation_id=visitor.id, id="press", text="Ja", command=command))
    assert await run_pending_turns(served_house, visitor.id)
    assert PRESSED == ["o-2"]
    assert (await visitor.transcript())[-1] == "o-2 is done"


async def test_what_is_typed_is_never_such_a_command(
    offered: tuple[Visitor, str], served_house: Services
) -> None:
    visitor, _ = offered
    await visitor.sends(own_command("count", "o-1"))
    assert PRESSED == []
