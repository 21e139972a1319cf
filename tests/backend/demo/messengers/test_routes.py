"""The phones, and the control of failures."""

import asyncio
from dataclasses import replace

import pytest
from pydantic import SecretStr

from backend.channels.outside import NotSent
from backend.channels.telegram.sending import send
from backend.settings import Settings
from tests.backend.demo.messengers.world import World

CHAT = "7704148213"


async def test_a_new_phone_is_somebodys(world: World):
    taken = (await world.caller.post("/demo/phone/fi-kauppa/phones")).json()
    assert 0 <= taken["phone"] < 100_000
    assert taken["number"].startswith("+358")
    assert len(taken["name"].split()) == 2


@pytest.mark.parametrize(
    "path", ["nobody/1/sms", "se-energi/1/pigeon", "se-energi/100000/sms", "se-energi/1/web"]
)
async def test_a_phone_that_is_not_there_is_not_found(world: World, path):
    assert (await world.caller.get(f"/demo/phone/{path}")).status_code == 404


async def test_phones_channels_and_clients_do_not_see_each_other(world: World):
    await world.phone("telegram").writes("hej")
    assert await world.phone("telegram", phone=1).shown() == []
    assert await world.phone("telegram", "no-mobil").shown() == []
    assert await world.phone("sms").shown() == []


async def test_a_screen_tells_what_is_new(world: World):
    phone = world.phone("telegram")
    assert await phone.screen() == {"version": 0, "stopped": False, "empty": True, "shown": []}
    await phone.writes("hej")
    seen = (await phone.screen(0))["version"]
    assert (await phone.screen(seen))["shown"] == []
    # A page that is older than the doubles begins anew.
    assert len((await phone.screen(seen + 100))["shown"]) == 1


async def test_a_screen_waits_for_news(world: World):
    phone = world.phone("telegram")
    waiting = asyncio.create_task(
        world.caller.get(phone.path, params={"after": 0, "wait": 10}, timeout=15)
    )
    await send(world.line("telegram"), CHAT, {"text": "hej"})
    assert [shown["text"] for shown in (await waiting).json()["shown"]] == ["hej"]


async def test_a_product_that_fails_is_asked_again(world: World):
    world.answers = [503]
    await world.phone("telegram").writes("hej")
    first, second = world.posted
    assert first.body == second.body


async def test_a_product_that_refuses_is_told_of(world: World):
    world.answers = [401]
    phone = world.phone("telegram")
    await phone.does("texts", expected=502, text="hej")
    assert (await phone.shown())[0]["status"] == "failed"
    assert len(world.posted) == 1


@pytest.mark.parametrize(
    ("answer", "permanent", "wait"),
    [("blocked", True, None), ("server_error", False, None), ("too_many_requests", False, 1)],
)
async def test_a_failure_can_be_ordered(world: World, answer, permanent, wait):
    await world.orders("telegram", answer, times=2)
    for _ in range(2):
        with pytest.raises(NotSent) as refused:
            await send(world.line("telegram"), CHAT, {"text": "hej"})
        assert (refused.value.permanent, refused.value.retry_after) == (permanent, wait)
    assert await send(world.line("telegram"), CHAT, {"text": "hej"})
    assert len(await world.phone("telegram").shown()) == 1


async def test_a_message_can_arrive_although_the_answer_says_no(world: World):
    await world.orders("telegram", "bad_gateway", delivered=True)
    with pytest.raises(NotSent):
        await send(world.line("telegram"), CHAT, {"text": "hej"})
    assert len(await world.phone("telegram").shown()) == 1


async def test_an_ordered_failure_can_be_taken_back(world: World):
    await world.orders("telegram", "blocked")
    assert (await world.caller.delete("/demo/messengers/telegram/next")).status_code == 204
    assert await send(world.line("telegram"), CHAT, {"text": "hej"})


async def test_a_failure_that_the_messenger_does_not_know_is_refused_with_those_it_knows(
    world: World,
):
    answer = await world.orders("sms", "blocked")
    assert answer.status_code == 422
    assert "opted_out" in answer.json()["detail"]
    assert (await world.orders("pigeon", "blocked")).status_code == 404


async def test_production_has_no_doubles(world: World, visitor, services):
    secrets = {
        name: SecretStr("x" * 32)
        for name in ("rasa_secret", "service_token", "payment_page_secret", "second_step_key")
    }
    visitor._transport.app.state.services = replace(
        services, settings=Settings(demo=False, **secrets)
    )
    token = world.line("telegram").secret("token")
    for path in (
        f"/demo/telegram/bot{token}/getMe",
        "/demo/phone/se-energi/phones",
        "/demo/phone/se-energi/1/sms/texts",
        "/demo/messengers/sms/next",
        "/demo/sms/2010-04-01/Accounts/x/Messages.json",
        "/demo/whatsapp/v23.0/1/messages",
    ):
        assert (await visitor.post(path, json={"text": "x", "answer": "x"})).status_code == 404
    for path in ("/demo/phone/se-energi", "/demo/link/se-energi?channel=sms"):
        assert (await visitor.get(path)).status_code == 404
