"""A conversation is handed to a person, once, with a time."""

import asyncio
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.clients import ClientBook
from backend.clients.week import Week
from backend.handoff.models import Handoff
from backend.handoff.reasons import reasons
from backend.services import Services
from tests.backend.conversations.fake_rasa import Body, FakeRasa, said
from tests.backend.conversations.fixtures import Visitor

TOKEN = {"Authorization": "Bearer demo"}


async def hand_over(
    http: httpx.AsyncClient, visitor: Visitor, key: str | None = None, **wanted: object
) -> dict[str, object]:
    headers = {**TOKEN, **({"Idempotency-Key": key} if key else {})}
    path = f"/api/conversations/{visitor.id}/handoffs"
    body = {"reason": "requested", "wish": "en människa, tack", **wanted}
    answer = await http.post(path, json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    content: dict[str, object] = answer.json()
    return content


async def test_while_people_are_there_the_conversation_waits_in_the_queue(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    answer = await hand_over(http, visitor)
    assert str(answer.pop("reference")).startswith("H-")
    assert answer == {
        "open": True,
        "mode": "queue",
        "promised_at": None,
        "place": 1,
        "wait": "next",
        "minutes": None,
        "closes": None,
        "created": True,
        "times": [],
    }
    assert (await visitor.reads())["mode"] == "queue"


@pytest.mark.usefixtures("closed_now")
async def test_outside_the_hours_a_time_is_promised_and_the_assistant_goes_on(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    answer = await hand_over(http, visitor)
    assert (answer["open"], answer["mode"], answer["place"]) == (False, "bot", None)
    assert answer["promised_at"] == "2026-11-26T09:00:00+01:00"
    assert await visitor.hears("tack") == ["You said: tack"]


async def test_people_may_be_there_for_one_language_and_not_for_another(
    app: FastAPI, house: Services, http: httpx.AsyncClient
) -> None:
    fridays = {"en": Week.model_validate({"fri": "10:00-12:00"})}
    lind = house.clients.get("lind").model_copy(update={"hours_by_language": fridays})
    app.state.services = replace(house, clients=ClientBook({"lind": lind}))
    swedish = await hand_over(http, await Visitor.arrives(http, language="sv"))
    english = await hand_over(http, await Visitor.arrives(http, language="en"))
    assert (swedish["open"], english["open"]) == (True, False)
    assert english["promised_at"] == "2026-11-27T11:00:00+01:00"


async def test_places_are_counted_within_the_client(http: httpx.AsyncClient) -> None:
    visitors = [await Visitor.arrives(http, client) for client in ("lind", "pyy", "lind")]
    answers = [await hand_over(http, visitor) for visitor in visitors]
    assert [answer["place"] for answer in answers] == [1, 1, 2]


async def test_somebody_in_danger_goes_first(http: httpx.AsyncClient) -> None:
    first, second = await Visitor.arrives(http), await Visitor.arrives(http)
    await hand_over(http, first)
    assert (await hand_over(http, second, reason="crisis"))["place"] == 1


async def test_a_conversation_is_handed_over_once(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    first = await hand_over(http, visitor)
    again = await hand_over(http, visitor, reason="anger")
    assert again == {**first, "created": False}


async def test_of_many_at_once_one_handoff_is_made(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    answers = await asyncio.gather(*(hand_over(http, visitor) for _ in range(8)))
    assert len({answer["reference"] for answer in answers}) == 1
    assert sum(answer["created"] is True for answer in answers) == 1


async def test_danger_makes_a_handoff_that_waits_already_urgent(http: httpx.AsyncClient) -> None:
    first, second = await Visitor.arrives(http), await Visitor.arrives(http)
    await hand_over(http, first)
    await hand_over(http, second)
    assert (await hand_over(http, second, reason="crisis"))["place"] == 1


async def test_the_same_key_has_the_same_answer(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    callback = {"reason": "callback", "kind": "callback", "phone": "0701234567"}
    first = await hand_over(http, visitor, key="turn-1", **callback)
    assert await hand_over(http, visitor, key="turn-1", **callback) == first
    chat = await hand_over(http, visitor, key="turn-2", reason="requested")
    assert chat["reference"] != first["reference"]


async def test_another_number_is_for_the_same_call(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    callback = {"reason": "callback", "kind": "callback"}
    first = await hand_over(http, visitor, key="turn-1", phone="0701234567", **callback)
    again = await hand_over(http, visitor, key="turn-2", phone="0701234568", **callback)
    assert (again["reference"], again["created"]) == (first["reference"], False)
    assert again["promised_at"] == first["promised_at"]


async def test_the_same_key_at_the_same_moment_is_done_once(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    answers = await asyncio.gather(
        *(hand_over(http, visitor, key="k", reason="document") for _ in range(8))
    )
    assert all(answer == answers[0] for answer in answers)


async def test_a_call_is_promised_for_the_time_that_was_wished(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    at = "2026-11-27T13:00:00+01:00"
    callback = {"reason": "callback", "kind": "callback", "phone": "0701234567", "at": at}
    answer = await hand_over(http, visitor, **callback)
    assert (answer["promised_at"], answer["mode"]) == (at, "bot")


@pytest.mark.parametrize("reason", [name for name, r in reasons().items() if r.keeps_assistant])
async def test_some_reasons_leave_the_conversation_to_the_assistant(
    http: httpx.AsyncClient, reason: str
) -> None:
    visitor = await Visitor.arrives(http)
    answer = await hand_over(http, visitor, reason=reason)
    assert (answer["mode"], answer["promised_at"]) == ("bot", "2026-11-25T11:00:00+01:00")


async def test_an_action_can_hand_over_in_the_middle_of_a_turn(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)

    async def action(body: Body) -> None:
        await hand_over(http, visitor)

    rasa.during = action
    rasa.answer = lambda body: said("En människa kommer.")
    answer = (await visitor.sends("jag vill prata med en människa")).json()
    assert answer["mode"] == "queue"
    assert [message["text"] for message in answer["messages"]] == ["En människa kommer."]


async def test_while_a_person_is_awaited_the_assistant_is_not_asked(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    asked = len(rasa.asked)
    answer = (await visitor.sends("hallå?", id="m-1")).json()
    assert (answer["messages"], answer["mode"]) == ([], "queue")
    assert "hallå?" in await visitor.transcript()
    assert (await visitor.sends("hallå?", id="m-1")).json() == answer
    assert len(rasa.asked) == asked


async def test_what_waited_for_the_assistant_is_left_to_the_person(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    await visitor.hears("ett")
    await hand_over(http, visitor)
    await rasa.start()
    assert await visitor.hears("två") == []
    assert len(rasa.asked) == 1


async def test_identity_numbers_in_the_wish_are_hidden(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor, wish="jag är 811228-9874")
    async with house.database.transaction() as session:
        assert await session.scalar(select(Handoff.wish)) == "jag är ••••••"


@pytest.mark.parametrize(
    ("changed", "headers", "status"),
    [
        ({"reason": "boredom"}, TOKEN, 422),
        ({}, {}, 401),
        ({}, {"Authorization": "Bearer wrong"}, 401),
        ({"at": "2026-11-27T13:00:00"}, TOKEN, 422),
    ],
)
async def test_what_is_no_handoff_is_refused(
    http: httpx.AsyncClient, changed: dict[str, str], headers: dict[str, str], status: int
) -> None:
    visitor = await Visitor.arrives(http)
    path = f"/api/conversations/{visitor.id}/handoffs"
    body = {"reason": "requested", "wish": "", **changed}
    assert (await http.post(path, json=body, headers=headers)).status_code == status


async def test_an_unknown_conversation_is_not_found(http: httpx.AsyncClient) -> None:
    body = {"reason": "requested", "wish": ""}
    answer = await http.post("/api/conversations/none/handoffs", json=body, headers=TOKEN)
    assert answer.status_code == 404
