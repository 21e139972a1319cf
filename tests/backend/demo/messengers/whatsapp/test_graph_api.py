"""The double of WhatsApp's Cloud API."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.channels.outside import NotSent
from backend.channels.whatsapp.reading import read
from backend.channels.whatsapp.sending import send
from backend.channels.whatsapp.verifying import verify
from backend.clock import utc_now
from tests.backend.demo.messengers.payloads import fields, recorded
from tests.backend.demo.messengers.world import World

NUMBER = "467000048213"
TEXT = {"type": "text", "text": {"body": "hej 🙏"}}


def buttons(*titles: str) -> dict[str, Any]:
    replies = [
        {"type": "reply", "reply": {"id": f"b{n}", "title": t}} for n, t in enumerate(titles)
    ]
    action = {"buttons": replies}
    return interactive("button", action)


def rows(*titles: str) -> dict[str, Any]:
    made = [{"id": f"r{n}", "title": title} for n, title in enumerate(titles)]
    return interactive("list", {"button": "Välj", "sections": [{"rows": made}]})


def interactive(kind: str, action: Any, text: str = "Hur vill du göra?") -> dict[str, Any]:
    content = {"type": kind, "body": {"text": text}, "action": action}
    return {"type": "interactive", "interactive": content}


@pytest.fixture
async def post(world: World):
    await world.phone("whatsapp").writes("hej")
    world.posted.clear()

    async def posted(content: dict[str, Any], **changed: Any) -> httpx.Response:
        line = world.line("whatsapp")
        sent = {"messaging_product": "whatsapp", "to": NUMBER, **content, **changed}
        headers = {"Authorization": f"Bearer {line.secret('token')}"}
        path = f"/demo/whatsapp/v23.0/{line.sender}/messages"
        return await world.caller.post(path, json=sent, headers=headers)

    return posted


async def test_what_the_product_sends_is_on_the_phone_and_reported(world: World, post):
    wamid = await send(world.line("whatsapp"), NUMBER, TEXT)
    assert (await world.phone("whatsapp").shown())[-1]["text"] == "hej 🙏"
    reports = await world.has_posted(2)
    assert all(verify(webhook, world.line("whatsapp").secret) for webhook in reports)
    told = [status for webhook in reports for status in read(webhook.body).statuses]
    assert [(status.state, status.provider_id) for status in told] == [
        ("sent", wamid),
        ("delivered", wamid),
    ]
    for webhook, name in zip(reports, ("sent", "delivered")):
        wanted = recorded("whatsapp", f"statuses__{name}.json")
        assert fields(json.loads(webhook.body)) == fields(wanted)


async def test_reading_is_reported_once(world: World, post):
    await send(world.line("whatsapp"), NUMBER, TEXT)
    await world.has_posted(2)
    await world.phone("whatsapp").does("read")
    await world.phone("whatsapp").does("read")
    (report,) = world.posted[2:]
    assert read(report.body).statuses[0].state == "read"
    assert fields(json.loads(report.body)) == fields(recorded("whatsapp", "statuses__read.json"))


async def test_it_answers_with_the_fields_that_meta_answers_with(post):
    answer = await post(TEXT)
    assert fields(answer.json()) == fields(recorded("whatsapp", "answer__sent.json"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (buttons("a", "b", "c", "d"), "Buttons count"),
        (buttons("x" * 21), "Button title length invalid"),
        (buttons("a", "a"), "Duplicated"),
        (buttons(), "Buttons count"),
        (rows(*[str(n) for n in range(11)]), "Total row count"),
        (rows("x" * 25), "Row title length invalid"),
        (interactive("button", {"buttons": []}, "å" * 1025), "body length invalid"),
        ({"type": "text", "text": {"body": ""}}, "text body length invalid"),
        ({"type": "text", "text": {"body": "å" * 4097}}, "text body length invalid"),
        ({"type": "hologram"}, "hologram"),
    ],
)
async def test_what_breaks_a_limit_is_refused_with_a_reason(post, content, why):
    answer = await post(content)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, 131009)
    assert why in error["error_data"]["details"]
    wanted = fields(recorded("whatsapp", "answer__wrong_parameter.json"))
    assert fields(answer.json()) == wanted


async def test_what_is_missing_is_named(post):
    answer = await post({"type": "text"})
    assert answer.json()["error"]["code"] == 131008
    assert (await post(TEXT, messaging_product="sms")).json()["error"]["code"] == 131008
    assert (await post(TEXT, to="somebody")).json()["error"]["code"] == 131008


@pytest.mark.parametrize("content", [buttons("a" * 20, "b", "c"), rows(*"0123456789")])
async def test_what_keeps_the_limits_is_shown(world: World, post, content):
    assert (await post(content)).status_code == 200
    shown = (await world.phone("whatsapp").shown())[-1]
    assert len(shown["rows"]) in (3, 10)
    assert (shown["menu"] is not None) == (content["interactive"]["type"] == "list")


@pytest.mark.parametrize(
    ("content", "name"),
    [(buttons("Ja tack", "Nej"), "button_reply"), (rows("Ja tack", "Nej"), "list_reply")],
)
async def test_a_press_carries_id_title_and_what_it_answers(world: World, post, content, name):
    await post(content)
    await world.has_posted(2)
    phone = world.phone("whatsapp")
    shown = (await phone.shown())[-1]
    chosen = shown["rows"][0][0]
    await phone.does("presses", message=shown["id"], choice=chosen["id"])
    webhook = world.posted[-1]
    assert verify(webhook, world.line("whatsapp").secret)
    (message,) = read(webhook.body).messages
    assert (message.kind, message.payload) == ("choice", chosen["id"])
    wanted = fields(recorded("whatsapp", f"messages__{name}.json"))
    assert wanted - fields(json.loads(webhook.body)) <= {
        f".entry[].changes[].value.messages[].interactive.{name}.description"
    }
    assert (await phone.shown())[-1]["text"] == "Ja tack"


async def test_free_text_is_for_24_hours_after_the_persons_last_message(world: World, post):
    chat = world.chat("whatsapp", NUMBER)
    chat.written_at = utc_now() - timedelta(hours=24, seconds=1)
    with pytest.raises(NotSent) as refused:
        await send(world.line("whatsapp"), NUMBER, TEXT)
    assert refused.value.reason == "131047"
    template = {"name": "reminder", "language": {"code": "sv"}, "components": []}
    assert (await post({"type": "template", "template": template})).status_code == 200
    await world.phone("whatsapp").writes("hej igen")
    assert await send(world.line("whatsapp"), NUMBER, TEXT)


async def test_who_has_blocked_the_client_gets_nothing_and_nobody_is_told(world: World, post):
    phone = world.phone("whatsapp")
    await phone.does("block", blocked=True)
    before = len(await phone.shown())
    await send(world.line("whatsapp"), NUMBER, TEXT)
    (report,) = await world.has_posted(1)
    assert read(report.body).statuses[0].state == "sent"
    assert len(await phone.shown()) == before


async def test_nobody_who_never_wrote_gets_free_text(world: World):
    with pytest.raises(NotSent, match="131047"):
        await send(world.line("whatsapp"), "467000011111", TEXT)


async def test_a_wrong_token_or_number_is_refused(world: World):
    line = world.line("whatsapp")
    for path, code in ((line.sender, 190), ("1", 100)):
        answer = await world.caller.post(f"/demo/whatsapp/v23.0/{path}/messages", json=TEXT)
        assert answer.json()["error"]["code"] == code


async def test_marking_as_read_sends_nothing(world: World, post):
    before = len(await world.phone("whatsapp").shown())
    answer = await post({"status": "read", "message_id": "wamid.x"})
    assert answer.json() == {"success": True}
    assert len(await world.phone("whatsapp").shown()) == before


async def test_a_text_is_signed_over_its_bytes_with_metas_fields(world: World):
    webhook = await world.phone("whatsapp").writes("får inte ihop det 😟")
    assert verify(webhook, world.line("whatsapp").secret)
    assert b"\\u00e5" in webhook.body
    (message,) = read(webhook.body).messages
    assert message.text == "får inte ihop det 😟"
    wanted = fields(recorded("whatsapp", "messages__text.json"))
    assert fields(json.loads(webhook.body)) == wanted


@pytest.mark.parametrize("kind", ["picture", "voice", "sticker", "location"])
async def test_what_is_no_text_is_not_supported(world: World, kind):
    await world.phone("whatsapp").does("attachments", kind=kind)
    assert read(world.posted[-1].body).messages[0].kind == "unsupported"
