"""What each channel's API answers is told apart: sent, to be tried again, or never."""

import json
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from backend.channels.incoming import SecretOf
from backend.channels.known import CHANNELS
from backend.channels.outside import Line, NotSent
from tests.backend.channels.signed import recorded

BODIES: dict[str, dict[str, Any]] = {
    "telegram": {"text": "Hej då 😀"},
    "sms": {"Body": "Hej då 😀"},
    "whatsapp": {"type": "text", "text": {"body": "Hej då 😀"}},
}
ADDRESSES = {"telegram": "704118823", "sms": "+46701740605", "whatsapp": "46701740605"}


class Api:
    """An API that gives one recorded answer and keeps what it was asked."""

    def __init__(self, status: int, content: bytes, **headers: str) -> None:
        self.status, self.content, self.headers = status, content, headers
        self.asked: Request | None = None
        self.body = b""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked = Request(scope, receive)
        self.body = await self.asked.body()
        answer = Response(self.content, self.status, self.headers, "application/json")
        await answer(scope, receive, send)


async def sent_to(api: Any, channel: str) -> str:
    secret: SecretOf = lambda what: f"the-{what}"  # noqa: E731
    async with httpx.AsyncClient(transport=httpx.ASGITransport(api)) as http:
        line = Line(http, "https://api.test", secret, "+46846500471", "https://us.test/channels/x")
        return await CHANNELS[channel].send(line, ADDRESSES[channel], BODIES[channel])


async def refused(channel: str, status: int, content: bytes, **headers: str) -> NotSent:
    with pytest.raises(NotSent) as failure:
        await sent_to(Api(status, content, **headers), channel)
    return failure.value


@pytest.mark.parametrize(
    ("channel", "name", "status"),
    [
        ("telegram", "answer__sent", 200),
        ("sms", "answer__queued", 201),
        ("whatsapp", "answer__sent", 200),
    ],
)
async def test_the_id_of_what_was_sent_is_given(channel: str, name: str, status: int) -> None:
    content = recorded(channel, name)
    assert (await sent_to(Api(status, content), channel)) in content.decode()


async def test_telegram_is_asked_as_documented() -> None:
    api = Api(200, recorded("telegram", "answer__sent"))
    await sent_to(api, "telegram")
    assert api.asked is not None
    assert api.asked.url.path == "/botthe-token/sendMessage"
    assert json.loads(api.body) == {"chat_id": 704118823, "text": "Hej då 😀"}


async def test_twilio_is_asked_as_documented() -> None:
    api = Api(201, recorded("sms", "answer__queued"))
    await sent_to(api, "sms")
    assert api.asked is not None
    assert api.asked.url.path == "/2010-04-01/Accounts/the-account/Messages.json"
    assert api.asked.headers["authorization"] == "Basic dGhlLWFjY291bnQ6dGhlLXRva2Vu"
    form = httpx.QueryParams(api.body.decode())
    assert dict(form) == {
        "To": "+46701740605",
        "From": "+46846500471",
        "StatusCallback": "https://us.test/channels/x",
        "Body": "Hej då 😀",
    }


async def test_the_cloud_api_is_asked_as_documented() -> None:
    api = Api(200, recorded("whatsapp", "answer__sent"))
    await sent_to(api, "whatsapp")
    assert api.asked is not None
    assert api.asked.url.path == "/v23.0/+46846500471/messages"
    assert api.asked.headers["authorization"] == "Bearer the-token"
    sent = json.loads(api.body)
    assert (sent["messaging_product"], sent["to"]) == ("whatsapp", "46701740605")


@pytest.mark.parametrize(
    ("channel", "name", "status", "permanent"),
    [
        ("telegram", "blocked", 403, True),
        ("telegram", "chat_not_found", 400, True),
        ("telegram", "too_long", 400, True),
        ("telegram", "too_many_requests", 429, False),
        ("telegram", "wrong_token", 401, False),
        ("sms", "opted_out", 400, True),
        ("sms", "too_long", 400, True),
        ("sms", "wrong_number", 400, True),
        ("sms", "server_error", 500, False),
        ("sms", "too_many_requests", 429, False),
        ("sms", "wrong_token", 401, False),
        ("whatsapp", "window_closed", 400, True),
        ("whatsapp", "wrong_parameter", 400, True),
        ("whatsapp", "server_error", 500, False),
        ("whatsapp", "too_many_requests", 400, False),
        ("whatsapp", "wrong_token", 401, False),
    ],
)
async def test_what_passes_and_what_stays_are_told_apart(
    channel: str, name: str, status: int, permanent: bool
) -> None:
    failure = await refused(channel, status, recorded(channel, f"answer__{name}"))
    assert failure.permanent is permanent


async def test_the_seconds_to_wait_are_read_from_the_body() -> None:
    failure = await refused("telegram", 429, recorded("telegram", "answer__too_many_requests"))
    assert failure.retry_after == 7


@pytest.mark.parametrize("channel", ["telegram", "sms", "whatsapp"])
async def test_the_seconds_to_wait_are_read_from_the_header(channel: str) -> None:
    failure = await refused(channel, 429, b"{}", **{"retry-after": "12"})
    assert (failure.retry_after, failure.permanent) == (12, False)


@pytest.mark.parametrize("channel", ["telegram", "sms", "whatsapp"])
@pytest.mark.parametrize("content", [b"", b"<html>Bad Gateway</html>", b"[]"])
async def test_an_answer_that_is_none_is_tried_again(channel: str, content: bytes) -> None:
    assert not (await refused(channel, 502, content)).permanent
    assert not (await refused(channel, 200, content)).permanent


@pytest.mark.parametrize("channel", ["telegram", "sms", "whatsapp"])
async def test_a_connection_that_fails_is_tried_again_and_tells_no_address(channel: str) -> None:
    async def dead(scope: Scope, receive: Receive, send: Send) -> None:
        raise httpx.ConnectError("nobody at https://api.test/botthe-token")

    with pytest.raises(NotSent) as failure:
        await sent_to(dead, channel)
    assert (failure.value.permanent, failure.value.reason) == (False, "ConnectError")
    assert "token" not in repr(failure.value)
