"""What a webhook brings is verified, stored once and answered with 200."""

import asyncio
import json
from dataclasses import replace

import httpx
import pytest

from backend.app import create_app
from backend.channels.body import LARGEST_BODY
from backend.channels.counting import REQUESTS
from backend.clients import ClientBook
from backend.clients.channels import Sms
from backend.live import Live
from tests.backend.channels.fixtures import Product
from tests.backend.channels.signed import names, recorded, signed

TEXTS = {"telegram": "message__text", "sms": "message__text", "whatsapp": "messages__text"}
CHANNELS = list(TEXTS)
LANGUAGES = ["", "_norwegian", "_danish", "_finnish", "_icelandic"]
BROKEN = {
    "telegram": b'{"update_id": "many", "message": []}',
    "sms": b"Body=hello",
    "whatsapp": b'{"object": "whatsapp_business_account", "entry": {"no": "list"}}',
}
OTHER_SIGNATURE = {
    "telegram": {"X-Telegram-Bot-Api-Secret-Token": "demo-lind-telegram-secres"},
    "sms": {"X-Twilio-Signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8="},
    "whatsapp": {"X-Hub-Signature-256": "sha256=" + "0" * 64},
}


def counted(channel: str, outcome: str) -> float:
    return REQUESTS.labels(channel, outcome)._value.get()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_message_in_every_language_is_taken(
    product: Product, channel: str, language: str
) -> None:
    content = recorded(channel, TEXTS[channel] + language)
    answer = await product.posts(channel, content)
    assert (answer.status_code, answer.content) == (200, b"")
    [row] = await product.inbox()
    assert (row.channel, row.client, row.kind, row.state) == (channel, "lind", "text", "waiting")
    assert not row.text.isascii()


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_forged_message_is_refused_and_counted(product: Product, channel: str) -> None:
    before = counted(channel, "forged")
    content = recorded(channel, TEXTS[channel])
    answer = await product.posts(channel, content, **OTHER_SIGNATURE[channel])
    assert answer.status_code == 403
    assert await product.inbox() == []
    assert counted(channel, "forged") == before + 1


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_message_without_a_signature_is_refused(product: Product, channel: str) -> None:
    content = recorded(channel, TEXTS[channel])
    kind = signed(product.house.settings, channel, "lind", content)["Content-Type"]
    answer = await product.outside.post(
        f"/channels/{channel}", content=content, headers={"Content-Type": kind}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("channel", ["sms", "whatsapp"])
async def test_one_changed_letter_makes_it_a_forgery(product: Product, channel: str) -> None:
    content = recorded(channel, TEXTS[channel])
    headers = signed(product.house.settings, channel, "lind", content)
    changed = content.replace(b"hej", b"nej")
    answer = await product.outside.post(f"/channels/{channel}", content=changed, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_replayed_message_is_taken_once(product: Product, channel: str) -> None:
    content = recorded(channel, TEXTS[channel])
    answers = [await product.posts(channel, content) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len(await product.inbox()) == 1


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_message_replayed_after_its_answer_changes_nothing(
    product: Product, channel: str
) -> None:
    content = recorded(channel, TEXTS[channel])
    await product.posts(channel, content)
    await product.worker.work()
    said = await product.transcript()
    await product.posts(channel, content)
    await product.worker.work()
    assert await product.transcript() == said


@pytest.mark.parametrize("channel", CHANNELS)
async def test_twins_at_two_processes_in_the_same_moment_are_one(
    product: Product, channel: str
) -> None:
    content = recorded(channel, TEXTS[channel])
    headers = signed(product.house.settings, channel, "lind", content)
    apps = [product.app, create_app(product.house, Live.in_memory())]
    callers = [
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")
        for app in apps * 4
    ]
    answers = await asyncio.gather(
        *(
            caller.post(f"/channels/{channel}", content=content, headers=headers)
            for caller in callers
        )
    )
    assert {answer.status_code for answer in answers} == {200}
    assert len(await product.inbox()) == 1


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_broken_payload_with_a_right_signature_is_not_sent_for_days(
    product: Product, channel: str
) -> None:
    answer = await product.posts(channel, BROKEN[channel])
    assert answer.status_code == 200
    assert await product.inbox() == []
    assert await product.refusals() == ["broken"]


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_body_that_is_too_large_is_refused_unread(product: Product, channel: str) -> None:
    answer = await product.posts(channel, b"x" * (LARGEST_BODY + 1))
    assert answer.status_code == 413


@pytest.mark.parametrize("channel", CHANNELS)
async def test_another_content_type_is_refused(product: Product, channel: str) -> None:
    content = recorded(channel, TEXTS[channel])
    answer = await product.posts(channel, content, **{"Content-Type": "text/plain"})
    assert answer.status_code == 415
    assert await product.inbox() == []


async def test_a_channel_that_is_none_is_not_found(product: Product) -> None:
    assert (await product.outside.post("/channels/pigeon", content=b"")).status_code == 404


@pytest.mark.parametrize(
    ("channel", "name", "why"),
    [
        ("telegram", "poll__unknown_kind", "unknown-kind"),
        ("telegram", "edited_message__text", "unknown-kind"),
        ("telegram", "my_chat_member__blocked", "unknown-kind"),
        ("telegram", "message__group", "group"),
        ("whatsapp", "account__unknown_field", "unknown-kind"),
        ("whatsapp", "messages__reaction", "unknown-kind"),
        ("whatsapp", "messages__system", "unknown-kind"),
    ],
)
async def test_an_unknown_kind_is_answered_with_200_and_counted(
    product: Product, channel: str, name: str, why: str
) -> None:
    answer = await product.posts(channel, recorded(channel, name))
    assert answer.status_code == 200
    assert await product.inbox() == []
    assert await product.refusals() == [why]


@pytest.mark.parametrize(
    ("channel", "name"),
    [("sms", "message__unknown_number"), ("whatsapp", "messages__unknown_number")],
)
async def test_a_number_that_is_no_clients_is_counted(
    product: Product, channel: str, name: str
) -> None:
    assert (await product.posts(channel, recorded(channel, name))).status_code == 200
    assert await product.inbox() == []
    assert await product.refusals() == ["unknown-address"]


async def test_nobody_can_sign_for_another_client(product: Product) -> None:
    """The secret of one client does not open the number of the other."""
    content = recorded("sms", "message__text")
    assert (await product.posts("sms", content, client="pyy")).status_code == 200
    assert await product.inbox() == []
    assert await product.refusals() == ["unknown-address"]


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_channel_that_is_switched_off_takes_and_does_nothing(
    product: Product, channel: str
) -> None:
    lind = product.house.clients.get("lind")
    off = getattr(lind.channels, channel).model_copy(update={"active": False})
    channels = lind.channels.model_copy(update={channel: off})
    book = ClientBook({"lind": lind.model_copy(update={"channels": channels})})
    product.app.state.services = replace(product.house, clients=book)
    assert (await product.posts(channel, recorded(channel, TEXTS[channel]))).status_code == 200
    assert await product.inbox() == []
    assert await product.refusals() == ["switched-off"]


async def test_a_batch_keeps_its_order_and_what_is_good_of_it(product: Product) -> None:
    batch = json.loads(recorded("whatsapp", "messages__text"))
    value = batch["entry"][0]["changes"][0]["value"]
    [first] = value["messages"]
    value["messages"] = [first, {"id": "strange"}, {**first, "id": "wamid.second"}]
    await product.posts("whatsapp", json.dumps(batch).encode())
    assert [row.message_id for row in await product.inbox()] == [first["id"], "wamid.second"]
    assert await product.refusals() == ["broken"]


async def test_every_recorded_batch_is_taken_whole(product: Product) -> None:
    content = recorded("whatsapp", "messages__batch")
    batch = json.loads(content)
    sent = [
        message["id"]
        for entry in batch["entry"]
        for change in entry["changes"]
        for message in change["value"].get("messages", [])
    ]
    await product.posts("whatsapp", content)
    taken = [row.message_id for row in await product.inbox() if row.kind != "status"]
    assert taken == sent
    assert len(sent) > 1


async def test_who_writes_too_fast_is_told_once(product: Product) -> None:
    content = recorded("sms", "message__text").decode()
    for number in range(25):
        sent = content.replace("SM1cb251ec0d568de6a929b520c4aed8d1", f"SM{number:032}")
        assert (await product.posts("sms", sent.encode())).status_code == 200
    kinds = [row.kind for row in await product.inbox()]
    assert kinds == ["text"] * 20 + ["too_fast"]
    assert (await product.refusals()).count("too-fast") == 4


async def test_an_identity_number_is_masked_before_it_is_stored(product: Product) -> None:
    content = recorded("telegram", "message__text").decode()
    update = json.loads(content)
    update["message"]["text"] = "jag heter 811228-9874"
    await product.posts("telegram", json.dumps(update).encode())
    [row] = await product.inbox()
    assert "9874" not in row.text


async def test_the_handshake_echoes_the_challenge(product: Product) -> None:
    asked = {
        "hub.mode": "subscribe",
        "hub.verify_token": "demo-lind-whatsapp-verify",
        "hub.challenge": "1158201444",
    }
    answer = await product.outside.get("/channels/whatsapp", params=asked)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")


async def test_a_handshake_with_another_token_is_refused(product: Product) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": "guess", "hub.challenge": "1"}
    answer = await product.outside.get("/channels/whatsapp", params=asked)
    assert answer.status_code == 403


async def test_only_one_channel_has_a_handshake(product: Product) -> None:
    assert (await product.outside.get("/channels/sms")).status_code == 404


@pytest.mark.parametrize("channel", CHANNELS)
async def test_every_recorded_payload_is_answered_with_200(product: Product, channel: str) -> None:
    for name in names(channel, "*"):
        if not name.startswith("answer__"):
            answer = await product.posts(channel, recorded(channel, name))
            assert answer.status_code == 200, name


async def test_the_same_id_at_two_bots_is_two_messages(product: Product) -> None:
    """Telegram counts updates for each bot."""
    content = recorded("telegram", "message__text")
    await product.posts("telegram", content)
    await product.posts("telegram", content, client="pyy")
    assert sorted(row.client for row in await product.inbox()) == ["lind", "pyy"]


def test_a_number_is_written_with_its_country() -> None:
    with pytest.raises(ValueError, match="pattern"):
        Sms(number="08-465 004 71")
