"""Another debtor's conversation: no reading, no writing, and no hint that it is there."""

import json
from collections.abc import Callable
from uuid import uuid4

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from tests.stack import Stack
from tests.walks.chat import Chat, open_chat, page_token
from tests.walks.refused import check_refused

NOT_FOUND = 4404
Ask = Callable[[httpx.Client, str, dict[str, str]], httpx.Response]

ASKED: dict[str, Ask] = {
    "read": lambda http, path, key: http.get(path, headers=key),
    "write": lambda http, path, key: http.post(
        f"{path}/messages", json={"id": str(uuid4()), "text": "hej"}, headers=key
    ),
    "identify": lambda http, path, key: http.post(
        f"{path}/identify", json={"token": page_token(http, "SE-1001")}, headers=key
    ),
    "rate": lambda http, path, key: http.post(f"{path}/rating", json={"score": 1}, headers=key),
}


@pytest.fixture
def theirs(http: httpx.Client) -> Chat:
    return open_chat(http, "se-energi", case="SE-1001", language="sv")


@pytest.fixture
def mine(http: httpx.Client) -> Chat:
    return open_chat(http, "se-energi", language="sv")


@pytest.mark.parametrize("ask", ASKED)
def test_anothers_conversation_answers_as_one_that_does_not_exist(
    ask: str, mine: Chat, theirs: Chat, http: httpx.Client
) -> None:
    before = theirs.transcript()
    refused = ASKED[ask](http, theirs.path, mine.key)
    unknown = ASKED[ask](http, f"/api/chat/conversations/{uuid4().hex}", mine.key)
    check_refused(refused, 404, "not-found")
    assert refused.content == unknown.content
    assert set(refused.headers) == set(unknown.headers)
    assert theirs.transcript() == before


@pytest.mark.parametrize(
    "key", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eDp5"}]
)
def test_without_its_token_ones_own_conversation_is_not_found_either(
    key: dict[str, str], mine: Chat, http: httpx.Client
) -> None:
    check_refused(http.get(mine.path, headers=key), 404, "not-found")


async def test_the_live_socket_of_anothers_conversation_closes_as_one_that_does_not_exist(
    mine: Chat, theirs: Chat, stack: Stack
) -> None:
    closed = [await close_code(stack, id, mine.access_token) for id in (theirs.id, uuid4().hex)]
    assert closed == [NOT_FOUND, NOT_FOUND]


def test_the_service_token_opens_no_conversation(theirs: Chat, http: httpx.Client) -> None:
    key = {"Authorization": "Bearer demo"}
    check_refused(http.get(theirs.path, headers=key), 404, "not-found")


def test_an_access_token_opens_no_case(theirs: Chat, http: httpx.Client) -> None:
    check_refused(http.get("/api/cases/SE-1001", headers=theirs.key), 401)
    check_refused(http.get("/api/cases/SE-9999", headers=theirs.key), 401)


def test_nobody_reads_the_queue_without_signing_in(theirs: Chat, http: httpx.Client) -> None:
    check_refused(http.get("/api/staff/handoffs"), 401)
    check_refused(http.get(f"/api/staff/conversations/{theirs.id}", headers=theirs.key), 401)


async def close_code(stack: Stack, conversation: str, access_token: str) -> int | None:
    """With which code the socket is closed after hello."""
    address = stack.address.replace("http", "ws", 1)
    url = f"{address}/api/chat/conversations/{conversation}/live"
    async with connect(url, proxy=None) as socket:
        await socket.send(json.dumps({"type": "hello", "access_token": access_token, "after": 0}))
        with pytest.raises(ConnectionClosed):
            await socket.recv()
        return socket.close_code
