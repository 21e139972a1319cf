"""What a browser is told about each kind of answer."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from backend.app import create_app
from backend.live import Live
from backend.services import Services
from tests.backend.conversations.fixtures import house, rasa, shared  # noqa: F401

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


async def ask(
    house: Services,  # noqa: F811
    tmp_path: Path,
    path: str,
    **settings: object,
) -> httpx.Response:
    """Asks an application whose console and widget are small files."""
    for name in ("chat/sovinto.js", "console/index.html", "console/assets/desk.js"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("built")
    update = {"widgets_folder": tmp_path, **settings}
    other = replace(house, settings=house.settings.model_copy(update=update))
    app = create_app(other, Live.in_memory())
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        return await client.get(path)


def directives(answer: httpx.Response) -> dict[str, list[str]]:
    """The content security policy."""
    policy = answer.headers["content-security-policy"]
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize(
    "path", ["/console/", "/console/figures", "/", "/pay/lind", "/console/assets/desk.js"]
)
async def test_a_page_runs_and_loads_only_what_is_ours(
    house: Services,  # noqa: F811
    tmp_path: Path,
    path: str,
) -> None:
    answer = await ask(house, tmp_path, path)
    assert answer.status_code == 200
    assert EVERYWHERE.items() <= dict(answer.headers).items()
    policy = directives(answer)
    assert policy["default-src"] == policy["object-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert policy["connect-src"] == ["'self'", "ws://127.0.0.1:8000"]
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/api/staff/session", "/api/chat/clients/lind", "/api/cases/X", "/healthz"]
)
async def test_data_is_no_page(
    house: Services,  # noqa: F811
    tmp_path: Path,
    path: str,
) -> None:
    answer = await ask(house, tmp_path, path)
    assert EVERYWHERE.items() <= dict(answer.headers).items()
    assert directives(answer)["default-src"] == ["'none'"]
    if path.startswith("/api/"):
        assert answer.headers["cache-control"] == "no-store"


async def test_the_widget_may_stand_on_other_sites_and_nothing_else_may(
    house: Services,  # noqa: F811
    tmp_path: Path,
) -> None:
    widget = await ask(house, tmp_path, "/widget/sovinto.js")
    assert widget.headers["access-control-allow-origin"] == "*"
    assert widget.headers["cross-origin-resource-policy"] == "cross-origin"
    console = await ask(house, tmp_path, "/console/")
    assert "access-control-allow-origin" not in console.headers
    assert console.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("public_url", "strict"), [("https://chat.example.org", True), ("http://127.0.0.1", False)]
)
async def test_only_over_https_browsers_are_told_to_stay_there(
    house: Services,  # noqa: F811
    tmp_path: Path,
    public_url: str,
    strict: bool,
) -> None:
    answer = await ask(house, tmp_path, "/healthz", public_url=public_url)
    assert ("strict-transport-security" in answer.headers) is strict


async def test_production_does_not_describe_its_routes(
    house: Services,  # noqa: F811
    tmp_path: Path,
) -> None:
    for path in ("/openapi.json", "/docs"):
        assert (await ask(house, tmp_path, path)).status_code == 200
        assert (await ask(house, tmp_path, path, demo=False)).status_code == 404
