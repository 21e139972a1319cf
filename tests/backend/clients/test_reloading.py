"""Rules that change while people are talking, over the whole application."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI

from backend.app import create_app
from backend.clients import ClientBook
from backend.demo.seed import seeding
from backend.live import Live
from backend.services import Services
from tests.backend.clients.files import Folder, changed, demo_text
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import (  # noqa: F401
    OPEN,
    Visitor,
    house,
    rasa,
    shared,
)

CASE = "SE-1001"
SHORTER = ("at_most: 12", "at_most: 4")


@pytest.fixture
def book(folder: Folder) -> ClientBook:
    folder.has("se-energi")
    return ClientBook.read(folder.path)


@pytest.fixture
def app(house: Services, shared: Live, book: ClientBook) -> FastAPI:  # noqa: F811
    return create_app(replace(house, clients=book), shared)


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    services = app.state.services
    await seeding(
        services.database, services.clients, OPEN.today(services.clients.get("se-energi").zone)
    )
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://test",
        headers={"Authorization": "Bearer demo"},
    ) as client:
        yield client


async def most(http: httpx.AsyncClient) -> int:
    answer = await http.get(f"/api/cases/{CASE}/plan-options")
    assert answer.status_code == 200, answer.text
    return answer.json()["most_instalments"]


async def test_a_running_conversation_has_the_new_rules_at_its_next_turn(
    http: httpx.AsyncClient,
    folder: Folder,
    book: ClientBook,
    rasa: FakeRasa,  # noqa: F811
):
    visitor = await Visitor.arrives(http, "se-energi")
    name = ("name: Norrsken Energi", "name: Norrsken Nya")
    assert await most(http) == 12
    folder.has("se-energi", None, SHORTER, name)
    book.reload()
    assert await most(http) == 4
    await visitor.hears("hello again")
    assert rasa.asked[0]["context"]["client_name"] == "Norrsken Energi"
    assert rasa.asked[-1]["context"]["client_name"] == "Norrsken Nya"
    assert rasa.asked[-1]["conversation"] == visitor.id


async def test_turns_that_run_during_many_reloads_are_all_answered_once(
    http: httpx.AsyncClient, folder: Folder, book: ClientBook
):
    visitors = [await Visitor.arrives(http, "se-energi") for _ in range(4)]

    async def change(times: int) -> None:
        for number in range(times):
            text = demo_text("se-energi")
            broken = number % 3 == 1
            text = (
                "id: [" if broken else changed(text, ("at_most: 12", f"at_most: {6 + number % 5}"))
            )
            (folder.path / "se-energi.yaml").write_text(text, encoding="utf-8")
            await asyncio.to_thread(book.reload)

    async def talk(visitor: Visitor) -> list[str]:
        return [line for number in range(5) for line in await visitor.hears(f"line {number}")]

    *said, _ = await asyncio.gather(*map(talk, visitors), change(12))
    assert said == [[f"You said: line {number}" for number in range(5)]] * 4


async def test_an_offer_made_under_the_old_rules_can_still_be_accepted(
    http: httpx.AsyncClient, folder: Folder, book: ClientBook
):
    path = f"/api/cases/{CASE}/plan-offers"
    offer = (await http.post(path, json={"instalments": 12})).json()["offers"][0]
    folder.has("se-energi", None, SHORTER)
    book.reload()
    assert (await http.post(path, json={"instalments": 12})).json()["outcome"] == "counter"
    plan = await http.post(f"/api/plan-offers/{offer['id']}/accept")
    assert plan.status_code == 200, plan.text
    assert plan.json()["instalments"] == 12


@pytest.mark.parametrize("how", ["its file is gone", "its file says so"])
async def test_a_client_that_leaves_keeps_its_conversations_and_begins_none(
    http: httpx.AsyncClient, folder: Folder, book: ClientBook, how: str
):
    visitor = await Visitor.arrives(http, "se-energi")
    if how == "its file is gone":
        (folder.path / "se-energi.yaml").unlink()
    else:
        folder.has("se-energi", demo_text("se-energi") + "new_conversations: false\n")
    book.reload()
    assert await visitor.hears("still here") == ["You said: still here"]
    refused = await http.post("/api/chat/conversations", json={"client": "se-energi"})
    assert refused.status_code == 409
    assert refused.json()["type"] == "/problems/no-new-conversations"
    assert "08-465 004 12" in refused.json()["detail"]


async def test_a_new_client_is_a_file_and_is_served_at_once(
    http: httpx.AsyncClient,
    folder: Folder,
    book: ClientBook,
    rasa: FakeRasa,  # noqa: F811
):
    wanted = {"client": "se-vatten", "language": "en"}
    assert (await http.post("/api/chat/conversations", json=wanted)).status_code == 404
    folder.has(
        "se-vatten",
        demo_text("se-bredband"),
        ("id: se-bredband", "id: se-vatten"),
        ("name: Tranhult Bredband", "name: Källtorp Vatten"),
        ('"#7a2f1d"', '"#0f4c81"'),
    )
    book.reload()
    begun = await http.post("/api/chat/conversations", json=wanted)
    assert begun.status_code == 201, begun.text
    context = rasa.asked[-1]["context"]
    assert context["client_name"] == "Källtorp Vatten"
    assert context["greeting"] == "Good that you are in touch."
    face = (await http.get("/api/chat/clients/se-vatten")).json()
    assert (face["colour"], face["logo_text"]) == ("#0f4c81", "Tranhult")
    page = (await http.get("/pay/se-vatten?language=sv")).text
    assert "lör–sön 10:00–16:00" in page
    assert "Källtorp Vatten" in (await http.get("/")).text
