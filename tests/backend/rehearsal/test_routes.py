"""What the assistant made of a message: told in a demonstration, to whoever has the conversation."""

from dataclasses import replace

import httpx
from fastapi import FastAPI

from backend.services import Services
from tests.backend.conversations.fixtures import Visitor


async def understood(visitor: Visitor, message: str, conversation: str = "") -> httpx.Response:
    path = f"/demo/conversations/{conversation or visitor.id}/understood/{message}"
    return await visitor.http.get(path, headers=visitor.headers)


async def test_a_rehearsal_is_told_what_was_understood(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("hej", id="m1")
    told = (await understood(visitor, "m1")).json()
    assert told["understood"]["intent"] == "inform"


async def test_in_production_nobody_is_told(
    http: httpx.AsyncClient, app: FastAPI, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("hej", id="m1")
    settings = house.settings.model_copy(update={"demo": False})
    app.state.services = replace(house, settings=settings)
    assert (await understood(visitor, "m1")).status_code == 404


async def test_it_is_the_visitors_own_conversation(http: httpx.AsyncClient) -> None:
    visitor, other = await Visitor.arrives(http), await Visitor.arrives(http)
    await other.sends("hej", id="m1")
    assert (await understood(visitor, "m1", other.id)).status_code in (401, 404)
    assert (await understood(visitor, "m1")).status_code == 404


async def test_a_debtors_answers_hold_nothing_of_it(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    answer = await visitor.sends("hej")
    assert "understood" not in answer.text
    assert "confidence" not in answer.text
