"""Bodies that no page of ours sends are refused, in the reader's language."""

import httpx
import pytest

from backend.conversations.body_limit import LARGEST_BODY

BEGIN = "/api/chat/conversations"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_what_is_no_json_is_refused(http: httpx.AsyncClient, kind: str) -> None:
    headers = {"Content-Type": kind, "Accept-Language": "fi"}
    answer = await http.post(BEGIN, content=b'{"client": "lind"}', headers=headers)
    assert answer.status_code == 415
    assert answer.json()["type"] == "/problems/media-type-unsupported"
    assert answer.json()["detail"] == "Tämä pitää lähettää JSON-muodossa."


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON; charset=utf-8", "application/problem+json"]
)
async def test_json_is_taken_however_it_is_called(http: httpx.AsyncClient, kind: str) -> None:
    headers = {"Content-Type": kind}
    answer = await http.post(BEGIN, content=b'{"client": "lind"}', headers=headers)
    assert answer.status_code == 201


async def test_what_is_too_long_is_refused_in_the_readers_language(
    http: httpx.AsyncClient,
) -> None:
    headers = {"Content-Type": "application/json", "Accept-Language": "sv"}
    answer = await http.post(BEGIN, content=b" " * (LARGEST_BODY + 1), headers=headers)
    assert answer.status_code == 413
    assert answer.json()["detail"].startswith("Meddelandet är för långt")
