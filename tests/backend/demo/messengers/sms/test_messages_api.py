"""The double of Twilio's Message resource."""

from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from backend.channels.outside import NotSent
from backend.channels.sms.reading import read
from backend.channels.sms.sending import send
from backend.channels.sms.verifying import verify
from tests.backend.demo.messengers.payloads import fields, recorded
from tests.backend.demo.messengers.world import World

NUMBER = "+467000048213"


@pytest.fixture
def create(world: World):
    async def created(*, token: str | None = None, **changed: str) -> httpx.Response:
        line = world.line("sms")
        account = line.secret("account")
        form = {"To": NUMBER, "From": line.sender, "Body": "hej", **changed}
        return await world.caller.post(
            f"/demo/sms/2010-04-01/Accounts/{account}/Messages.json",
            auth=(account, token or line.secret("token")),
            data={name: value for name, value in form.items() if value},
        )

    return created


async def test_what_the_product_sends_is_on_the_phone_and_reported(world: World):
    sid = await send(world.line("sms"), NUMBER, {"Body": "1. Ja tack\n2. Nej 🙏"})
    (shown,) = await world.phone("sms").shown()
    assert (shown["id"], shown["text"]) == (sid, "1. Ja tack\n2. Nej 🙏")
    reports = await world.has_posted(2)
    assert all(verify(webhook, world.line("sms").secret) for webhook in reports)
    told = [status for webhook in reports for status in read(webhook.body).statuses]
    assert [status.state for status in told] == ["sent", "delivered"]
    assert {status.provider_id for status in told} == {sid}


async def test_it_answers_with_the_fields_that_twilio_answers_with(create):
    answer = await create(Body="hej")
    assert answer.status_code == 201
    assert fields(answer.json()) == fields(recorded("sms", "answer__queued.json"))
    assert answer.json()["status"] == "queued"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"To": ""}, 21604),
        ({"From": ""}, 21603),
        ({"Body": ""}, 21602),
        ({"Body": "å" * 1601}, 21617),
        ({"To": "0701740605"}, 21211),
        ({"From": "+46846500999"}, 21606),
    ],
)
async def test_what_twilio_refuses_is_refused_with_its_code(create, changed, code):
    answer = await create(**changed)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert fields(answer.json()) == fields(recorded("sms", "answer__opted_out.json"))


async def test_a_wrong_token_is_refused(create):
    answer = await create(token="wrong")
    assert answer.status_code == 401
    assert answer.json() == recorded("sms", "answer__wrong_token.json")


async def test_after_stop_nothing_goes_out_until_start(world: World):
    phone = world.phone("sms")
    await phone.writes("Stop")
    assert "unsubscribed" in (await phone.shown())[-1]["text"]
    with pytest.raises(NotSent) as refused:
        await send(world.line("sms"), NUMBER, {"Body": "hej"})
    assert (refused.value.reason, refused.value.permanent) == ("21610", True)
    await phone.writes("START")
    assert await send(world.line("sms"), NUMBER, {"Body": "hej"})


async def test_a_failure_that_was_ordered_comes_once(world: World):
    await world.orders("sms", "too_many_requests")
    with pytest.raises(NotSent) as refused:
        await send(world.line("sms"), NUMBER, {"Body": "hej"})
    assert not refused.value.permanent
    assert await send(world.line("sms"), NUMBER, {"Body": "hej"})


def form(webhook: Any) -> dict[str, str]:
    return dict(parse_qsl(webhook.body.decode(), keep_blank_values=True))


async def test_a_text_is_a_signed_form_with_twilios_fields(world: World):
    webhook = await world.phone("sms").writes("får inte ihop det 😟 + & =")
    assert verify(webhook, world.line("sms").secret)
    (message,) = read(webhook.body).messages
    assert (message.address, message.text) == (NUMBER, "får inte ihop det 😟 + & =")
    assert message.to == world.line("sms").sender
    assert set(form(webhook)) == set(recorded("sms", "message__text.form"))


async def test_a_signature_is_for_one_address_and_one_token(world: World):
    webhook = await world.phone("sms").writes("hej")
    assert not verify(webhook, world.line("sms", "no-mobil").secret)
    elsewhere = type(webhook)(webhook.url + "/", webhook.headers, webhook.body)
    assert not verify(elsewhere, world.line("sms").secret)


@pytest.mark.parametrize("kind", ["picture", "voice"])
async def test_a_picture_message_has_media(world: World, kind):
    await world.phone("sms").does("attachments", kind=kind)
    webhook = world.posted[-1]
    assert verify(webhook, world.line("sms").secret)
    assert set(form(webhook)) == set(recorded("sms", f"message__{kind}.form"))


async def test_sms_has_no_stickers_and_no_changing(world: World):
    phone = world.phone("sms")
    await phone.does("attachments", expected=404, kind="sticker")
    await phone.does("edits", expected=404, message="SM1", text="hej")
