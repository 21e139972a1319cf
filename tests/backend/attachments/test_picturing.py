"""A picture of a phone is shown as a JPEG, and nothing else of the file goes with it."""

import asyncio

import httpx
import pytest

from backend.attachments import picturing
from backend.attachments.picturing import Unreadable, as_jpeg
from backend.services import Services
from tests.backend.attachments.files import FILES, alva, send
from tests.backend.attachments.pictures import heic, opened
from tests.backend.attachments.test_taking import reads
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.staff.agents import (  # noqa: F401
    Agent,
    agents,
    alm,
    lind_only,
    password_hash,
    pyy_only,
)


async def looks(agent: Agent, visitor: Visitor, id: str = "f1") -> httpx.Response:
    return await agent.http.get(f"/api/staff/conversations/{visitor.id}/attachments/{id}/picture")


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services) -> Visitor:
    """Alva, who has sent a picture of her phone."""
    await a_case(house.database, "L-1")
    visitor = await alva(http, house)
    assert (await send(visitor, heic(), id="f1")).status_code == 200
    return visitor


async def test_it_is_the_same_picture(visitor: Visitor, lind_only: Agent) -> None:  # noqa: F811
    answer = await looks(lind_only, visitor)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
    picture = opened(answer.content)
    assert (picture.format, picture.size) == ("JPEG", (320, 200))
    red, green, blue = picture.getpixel((160, 100))  # type: ignore[misc]
    assert red > 170
    assert max(green, blue) < 80


async def test_where_and_by_what_it_was_taken_does_not_go_with_it(
    visitor: Visitor,
    lind_only: Agent,  # noqa: F811
) -> None:
    assert b"Nordfon" in heic()
    content = (await looks(lind_only, visitor)).content
    assert b"Nordfon" not in content
    assert b"Exif" not in content
    assert dict(opened(content).getexif()) == {}


async def test_it_runs_nothing_and_is_written_down(
    visitor: Visitor,
    house: Services,
    lind_only: Agent,  # noqa: F811
) -> None:
    headers = (await looks(lind_only, visitor)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-disposition"].startswith("attachment; ")
    assert "sandbox" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert [row.actor_kind for row in await reads(house)] == ["staff"]


async def test_staff_of_another_client_do_not_see_it(
    visitor: Visitor,
    pyy_only: Agent,  # noqa: F811
) -> None:
    assert (await looks(pyy_only, visitor)).status_code == 404


async def test_what_only_begins_like_a_picture_is_told_in_words(
    visitor: Visitor,
    alm: Agent,  # noqa: F811
) -> None:
    await send(visitor, FILES["heic"], id="f2")
    await send(visitor, heic()[:700], id="f3")
    for id in ("f2", "f3"):
        answer = await looks(alm, visitor, id)
        assert (answer.status_code, answer.json()["type"]) == (
            422,
            "/problems/attachment-unreadable",
        )
        assert "detail" in answer.json()


async def test_a_document_has_no_picture(
    visitor: Visitor,
    house: Services,
    alm: Agent,  # noqa: F811
) -> None:
    await send(visitor, FILES["pdf"], id="f2")
    assert (await looks(alm, visitor, "f2")).status_code == 404
    assert await reads(house) == []


async def test_a_large_one_is_made_small_enough_for_a_screen() -> None:
    assert opened(await as_jpeg(heic((3200, 800)))).size == (2600, 650)


async def test_one_that_is_larger_than_any_phone_makes_is_refused() -> None:
    content = heic((256, 256))
    size = (256).to_bytes(4, "big") * 2
    assert size in content
    huge = content.replace(size, (60_000).to_bytes(4, "big") * 2)
    with pytest.raises(Unreadable):
        await as_jpeg(huge)


async def test_one_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picturing, "_SECONDS", 0.0)
    with pytest.raises(Unreadable):
        await as_jpeg(heic())
    await asyncio.sleep(0)


async def test_the_program_that_reads_it_has_none_of_our_secrets(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    program = tmp_path / "tells.py"
    program.write_text("import os; print(sorted(set(os.environ) - {'LC_CTYPE'}))")
    monkeypatch.setenv("SECOND_STEP_KEY", "secret")
    monkeypatch.setattr(picturing, "_PROGRAM", program)
    assert (await as_jpeg(b"")).strip() == b"[]"
