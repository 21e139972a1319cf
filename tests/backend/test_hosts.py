"""The names that the server answers to."""

from dataclasses import replace

import httpx
import pytest

from backend.app import create_app
from backend.live import Live
from backend.services import Services
from tests.backend.conversations.fixtures import house, rasa, shared  # noqa: F401


async def ask(house: Services, host: str, **settings: object) -> httpx.Response:  # noqa: F811
    other = replace(house, settings=house.settings.model_copy(update=settings))
    transport = httpx.ASGITransport(create_app(other, Live.in_memory()))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        return await client.get("/healthz", headers={"Host": host})


PRODUCTION = {"demo": False, "public_url": "https://chat.example.org"}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("chat.example.org", 200),
        ("CHAT.example.org:443", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("localhost", 200),
        ("evil.example", 400),
        ("chat.example.org.evil.example", 400),
        ("", 400),
    ],
)
async def test_production_answers_to_its_own_names(
    house: Services,  # noqa: F811
    host: str,
    status: int,
) -> None:
    answer = await ask(house, host, **PRODUCTION)
    assert answer.status_code == status
    if status == 400:
        assert answer.json()["type"] == "/problems/host-unknown"


async def test_the_names_may_be_listed(house: Services) -> None:  # noqa: F811
    listed = {**PRODUCTION, "allowed_hosts": ["one.example"]}
    assert (await ask(house, "one.example", **listed)).status_code == 200
    assert (await ask(house, "chat.example.org", **listed)).status_code == 400


async def test_a_demonstration_answers_to_all(house: Services) -> None:  # noqa: F811
    assert (await ask(house, "a-phone-in-the-same-room.local")).status_code == 200
