"""The updates that a person's doings make: the product's own verifying and reading take them."""

import json
from functools import partial
from typing import Any

import pytest

from backend.channels.incoming import Webhook
from backend.channels.telegram.reading import read
from backend.channels.telegram.sending import send
from backend.channels.telegram.verifying import verify
from tests.backend.demo.messengers.payloads import fields, recorded
from tests.backend.demo.messengers.world import World

CHAT = "7704148213"


def update(webhook: Webhook) -> Any:
    return json.loads(webhook.body)


@pytest.fixture
def verified(world: World):
    return partial(verify, secret=world.line("telegram").secret)


async def test_a_text_is_a_signed_update_with_telegrams_fields(world: World, verified):
    webhook = await world.phone("telegram").writes("hej, får inte ihop det 😟")
    assert verified(webhook)
    (message,) = read(webhook.body).messages
    assert (message.kind, message.address) == ("text", CHAT)
    assert message.text == "hej, får inte ihop det 😟"
    assert fields(update(webhook)) == fields(recorded("telegram", "message__text.json"))


async def test_the_secret_is_that_of_the_clients_own_bot(world: World):
    webhook = await world.phone("telegram").writes("hej")
    assert not verify(webhook, world.line("telegram", "fi-kauppa").secret)


async def test_the_persons_app_speaks_the_phones_language(world: World):
    phone = world.phone("telegram")
    assert update(await phone.writes("hej"))["message"]["from"]["language_code"] == "sv"
    world.caller.headers["Accept-Language"] = "fi"
    assert update(await phone.writes("moi"))["message"]["from"]["language_code"] == "fi"


async def test_start_is_marked_as_a_command(world: World):
    webhook = await world.phone("telegram").writes("/start brev")
    (message,) = read(webhook.body).messages
    assert message.kind == "start"
    wanted = fields(recorded("telegram", "message__start_deep_link.json"))
    assert fields(update(webhook)) == wanted


async def test_a_press_carries_the_buttons_data_and_its_title(world: World):
    keyboard = {"inline_keyboard": [[{"text": "Ja tack", "callback_data": "b_1"}]]}
    await send(world.line("telegram"), CHAT, {"text": "Passar det?", "reply_markup": keyboard})
    phone = world.phone("telegram")
    (shown,) = await phone.shown()
    await phone.does("presses", message=shown["id"], choice="b_1")
    webhook = world.posted[-1]
    (pressed,) = read(webhook.body).messages
    assert (pressed.kind, pressed.payload, pressed.text) == ("choice", "b_1", "Ja tack")
    assert fields(update(webhook)) == fields(recorded("telegram", "callback_query__button.json"))


async def test_a_button_that_is_not_there_cannot_be_pressed(world: World):
    await world.phone("telegram").does("presses", expected=404, message="1", choice="b_1")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("picture", "message__photo.json"),
        ("voice", "message__voice.json"),
        ("location", "message__location.json"),
    ],
)
async def test_what_is_no_text_has_its_own_field(world: World, kind, name):
    await world.phone("telegram").does("attachments", kind=kind)
    webhook = world.posted[-1]
    assert read(webhook.body).messages[0].kind == "unsupported"
    assert fields(update(webhook)) == fields(recorded("telegram", name)) - {".message.caption"}


async def test_a_changed_message_is_told_as_one(world: World):
    phone = world.phone("telegram")
    sent = update(await phone.writes("500 i månaden"))["message"]
    await phone.does("edits", message=str(sent["message_id"]), text="600 i månaden")
    told = update(world.posted[-1])
    assert told["edited_message"]["text"] == "600 i månaden"
    assert fields(told) == fields(recorded("telegram", "edited_message__text.json"))
    assert (await phone.shown())[0]["edited"]


async def test_blocking_is_told(world: World):
    phone = world.phone("telegram")
    await phone.does("block", blocked=True)
    assert fields(update(world.posted[-1])) == fields(
        recorded("telegram", "my_chat_member__blocked.json")
    )
    assert (await phone.screen())["stopped"]


async def test_updates_are_numbered_upwards(world: World):
    first = update(await world.phone("telegram").writes("a"))["update_id"]
    assert update(await world.phone("telegram").writes("b"))["update_id"] > first
