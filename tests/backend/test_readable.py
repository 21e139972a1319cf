"""Addresses with a NUL byte are refused before anybody looks something up by them."""

import httpx
import pytest

from tests.backend.conversations.fixtures import app, house, http, rasa, shared  # noqa: F401


@pytest.mark.parametrize(
    "address",
    [
        "/api/chat/clients/%00",
        "/api/chat/clients/lind?language=%00",
        "/api/chat/conversations/a%00b",
        "/api/cases/SE-1%00",
        "/api/staff/conversations/%00",
        "/pay/lind?case=%00",
        "/demo/link/lind?channel=%00&language=sv",
        "/channels/%00",
        "/console/%00",
        "/nowhere?a=b%00",
    ],
)
async def test_a_nul_byte_is_refused_everywhere(http: httpx.AsyncClient, address: str) -> None:  # noqa: F811
    answer = await http.get(address)
    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/address-unreadable"


async def test_what_only_looks_like_one_is_read(http: httpx.AsyncClient) -> None:  # noqa: F811
    answer = await http.get("/api/chat/clients/lind?language=%2500")
    assert answer.status_code == 200
