"""The widget on the clients' pages: where it may stand, and where not."""

import json
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from backend.clients import ClientBook
from tests.backend.conversations import fixtures
from tests.backend.conversations.fixtures import (  # noqa: F401
    Visitor,
    app,
    house,
    http,
    rasa,
    served,
    shared,
)

SITE, OTHER_CLIENTS, EVIL = "https://lind.example", "https://pyy.example", "https://evil.example"
BEGIN = "/api/chat/conversations"


@pytest.fixture(autouse=True)
def clients_with_sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clients' files with the sites on which their widgets stand."""
    for name, site in (("lind", SITE), ("pyy", OTHER_CLIENTS)):
        text = (fixtures.CLIENTS / f"{name}.yaml").read_text(encoding="utf-8")
        with_site = text.replace("web: {}", f"web: {{origins: [{site}]}}")
        assert with_site != text
        (tmp_path / f"{name}.yaml").write_text(with_site, encoding="utf-8")
    monkeypatch.setattr(fixtures, "CLIENTS", tmp_path)


async def begin(http: httpx.AsyncClient, origin: str | None) -> httpx.Response:  # noqa: F811
    headers = {"Origin": origin} if origin else {}
    return await http.post(BEGIN, json={"client": "lind"}, headers=headers)


@pytest.mark.parametrize("origin", [SITE, OTHER_CLIENTS])
async def test_a_clients_page_may_ask(http: httpx.AsyncClient, origin: str) -> None:  # noqa: F811
    wanted = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    answer = await http.options(BEGIN, headers=wanted)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == origin
    assert "Authorization" in answer.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in answer.headers
    assert "Origin" in answer.headers["vary"]


@pytest.mark.parametrize("origin", [EVIL, "null", "https://lind.example.evil.example", "lind"])
async def test_another_page_may_not(http: httpx.AsyncClient, origin: str) -> None:  # noqa: F811
    answer = await http.options(BEGIN, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers
    refused = await begin(http, origin)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/page-unknown")


async def test_a_conversation_begins_on_the_very_clients_page(
    http: httpx.AsyncClient,  # noqa: F811
) -> None:
    begun = await begin(http, SITE)
    assert begun.status_code == 201
    assert begun.headers["access-control-allow-origin"] == SITE
    assert (await begin(http, OTHER_CLIENTS)).status_code == 403
    assert (await begin(http, "http://test")).status_code == 201  # this server's own page
    assert (await begin(http, None)).status_code == 201  # no browser


async def test_nothing_but_the_chat_is_for_other_sites(
    http: httpx.AsyncClient,  # noqa: F811
) -> None:
    for path in ("/api/staff/session", "/api/cases/L-1", "/healthz"):
        answer = await http.get(path, headers={"Origin": SITE})
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(("origin", "allowed"), [(SITE, True), (OTHER_CLIENTS, False)])
async def test_the_live_line_opens_on_the_very_clients_page(
    http: httpx.AsyncClient,  # noqa: F811
    served: str,  # noqa: F811
    origin: str,
    allowed: bool,
) -> None:
    visitor = await Visitor.arrives(http)
    address = f"ws://{served}{visitor.path}/live"
    hello = {"type": "hello", "access_token": visitor.begun["access_token"], "after": 0}
    async with connect(address, origin=origin) as socket:  # type: ignore[arg-type]
        await socket.send(json.dumps(hello))
        if allowed:
            assert json.loads(await socket.recv())["type"] == "state"
        else:
            with pytest.raises(ConnectionClosed):
                await socket.recv()


async def test_the_live_line_is_not_for_strangers_pages(
    http: httpx.AsyncClient,  # noqa: F811
    served: str,  # noqa: F811
) -> None:
    visitor = await Visitor.arrives(http)
    with pytest.raises(InvalidStatus):
        await connect(f"ws://{served}{visitor.path}/live", origin=EVIL)  # type: ignore[arg-type]


def test_an_address_that_is_no_origin_is_refused(tmp_path: Path) -> None:
    for file in tmp_path.iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(SITE, "https://lind.example/pay"), encoding="utf-8")
    with pytest.raises(Exception, match="origins"):
        ClientBook.read(tmp_path)
