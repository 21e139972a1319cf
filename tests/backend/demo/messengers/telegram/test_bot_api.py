"""The double of the Bot API, called as the product calls it and as the documentation says."""

import json
from typing import Any

import httpx
import pytest

from backend.channels.outside import NotSent
from backend.channels.telegram.sending import acknowledge, send
from tests.backend.demo.messengers.payloads import fields, recorded
from tests.backend.demo.messengers.world import World

CHAT = "7704148213"


@pytest.fixture
def call(world: World):
    async def called(method: str, **body: Any) -> httpx.Response:
        token = world.line("telegram").secret("token")
        return await world.caller.post(f"/demo/telegram/bot{token}/{method}", json=body)

    return called


async def test_what_the_product_sends_is_on_the_phone(world: World):
    keyboard = {"inline_keyboard": [[{"text": "Ja tack", "callback_data": "b_1"}]]}
    body = {"text": "Hur mycket i månaden? 🙏", "reply_markup": keyboard}
    sent = await send(world.line("telegram"), CHAT, body)
    (shown,) = await world.phone("telegram").shown()
    assert sent.endswith(shown["id"])
    assert (shown["text"], shown["mine"]) == ("Hur mycket i månaden? 🙏", False)
    assert shown["rows"][0][0]["title"] == "Ja tack"


async def test_it_answers_with_the_fields_that_telegram_answers_with(call):
    answer = (await call("sendMessage", chat_id=CHAT, text="hej")).json()
    missing = fields(recorded("telegram", "answer__sent.json")) - fields(answer)
    assert missing == {".result.chat.first_name", ".result.chat.last_name"}


async def test_parameters_may_come_as_a_form_or_in_the_address(world: World):
    path = f"/demo/telegram/bot{world.line('telegram').secret('token')}/sendMessage"
    markup = json.dumps({"inline_keyboard": [[{"text": "A", "callback_data": "1"}]]})
    form = {"chat_id": CHAT, "text": "å", "reply_markup": markup}
    assert (await world.caller.post(path, data=form)).json()["ok"] is True
    assert (await world.caller.get(path, params={"chat_id": CHAT, "text": "ä"})).json()["ok"]
    assert [shown["text"] for shown in await world.phone("telegram").shown()] == ["å", "ä"]


@pytest.mark.parametrize(
    ("body", "description"),
    [
        ({"chat_id": CHAT, "text": ""}, "message text is empty"),
        ({"chat_id": CHAT, "text": "å" * 4097}, "message is too long"),
        ({"chat_id": CHAT, "text": "😟" * 2049}, "message is too long"),
        ({"text": "hej"}, "chat_id is empty"),
        ({"chat_id": "@somebody", "text": "hej"}, "chat not found"),
        ({"chat_id": CHAT, "text": "hej", "reply_markup": "{"}, "expected as reply markup"),
        ({"chat_id": CHAT, "text": "<b>hej", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": CHAT, "text": "hej", "parse_mode": "Rich"}, "unsupported parse_mode"),
    ],
)
async def test_what_telegram_refuses_is_refused_in_its_words(call, body, description):
    answer = await call("sendMessage", **body)
    assert answer.status_code == 400
    assert answer.json()["error_code"] == 400
    assert description in answer.json()["description"]


@pytest.mark.parametrize("data", ["ö" * 33, ""])
async def test_a_buttons_data_has_at_most_64_bytes(call, data):
    keyboard = {"inline_keyboard": [[{"text": "A", "callback_data": data}]]}
    answer = await call("sendMessage", chat_id=CHAT, text="hej", reply_markup=keyboard)
    assert answer.json()["description"] == "Bad Request: BUTTON_DATA_INVALID"


async def test_4096_characters_and_64_bytes_are_taken(call):
    keyboard = {"inline_keyboard": [[{"text": "A", "callback_data": "b" * 64}]]}
    answer = await call("sendMessage", chat_id=CHAT, text="å" * 4096, reply_markup=keyboard)
    assert answer.status_code == 200


async def test_html_is_shown_without_its_marks(call, world: World):
    await call("sendMessage", chat_id=CHAT, text="<b>4&amp;5</b> kr", parse_mode="HTML")
    assert (await world.phone("telegram").shown())[0]["text"] == "4&5 kr"


async def test_a_wrong_token_and_an_unknown_method_are_refused(world: World, call):
    answer = await world.caller.post("/demo/telegram/bot1:x/getMe")
    assert answer.json() == recorded("telegram", "answer__wrong_token.json")
    assert (await call("sendFlowers")).status_code == 404


async def test_a_bot_knows_itself(call):
    assert (await call("getMe")).json()["result"]["username"] == "NorrskenEnergiBot"


async def test_the_secret_of_a_webhook_has_few_letters(call):
    answer = await call("setWebhook", url="https://a.example", secret_token="å")
    assert "unallowed characters" in answer.json()["description"]


async def test_a_webhook_that_was_set_is_used_until_it_is_deleted(world: World, call):
    address = f"{world.address}/channels/telegram"
    await call("setWebhook", url=address, secret_token="another_secret")
    assert (await call("getWebhookInfo")).json()["result"]["url"] == address
    posted = await world.phone("telegram").writes("hej")
    assert posted.headers["x-telegram-bot-api-secret-token"] == "another_secret"
    await call("deleteWebhook")
    posted = await world.phone("telegram").writes("hej")
    assert posted.headers["x-telegram-bot-api-secret-token"] != "another_secret"


async def test_a_message_can_be_changed_after_it_was_sent(world: World, call):
    keyboard = {"inline_keyboard": [[{"text": "A", "callback_data": "1"}]]}
    sent = await call("sendMessage", chat_id=CHAT, text="hej", reply_markup=keyboard)
    id = sent.json()["result"]["message_id"]
    await call("editMessageReplyMarkup", chat_id=CHAT, message_id=id)
    assert (await world.phone("telegram").shown())[0]["rows"] == []
    await call("editMessageText", chat_id=CHAT, message_id=id, text="hej då")
    assert (await world.phone("telegram").shown())[0]["text"] == "hej då"
    answer = await call("editMessageText", chat_id=CHAT, message_id=9999, text="hej då")
    assert "message to edit not found" in answer.json()["description"]


async def test_a_press_is_acknowledged(world: World, call):
    await acknowledge(world.line("telegram"), "3024163312958440271")
    answer = await call("answerCallbackQuery", callback_query_id="old")
    assert "query is too old" in answer.json()["description"]


async def test_nobody_can_be_written_to_who_has_blocked_the_bot(world: World):
    await world.phone("telegram").does("block", blocked=True)
    with pytest.raises(NotSent) as refused:
        await send(world.line("telegram"), CHAT, {"text": "hej"})
    assert refused.value.permanent
