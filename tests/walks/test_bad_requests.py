"""Requests that no page of ours sends."""

import httpx
import pytest

from tests.walks.chat import Chat, begin, open_chat
from tests.walks.refused import check_refused

JSON = "application/json"


@pytest.fixture
def chat(http: httpx.Client) -> Chat:
    return open_chat(http, "se-energi", case="SE-1001", language="sv")


def post(chat: Chat, body: bytes, content_type: str = JSON) -> httpx.Response:
    headers = {**chat.key, "Content-Type": content_type}
    return chat.http.post(f"{chat.path}/messages", content=body, headers=headers)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"hej"',
        b"\xff\xfe\x00",
        b"[" * 60_000,
        b'{"id": "x", "text": ' + b"[" * 60_000,
        b'{"id": "x"}',
        b'{"text": "hej"}',
        b'{"id": "x", "text": null}',
        b'{"id": "x", "text": ["hej"]}',
        b'{"id": 7, "text": "hej"}',
        b'{"id": "", "text": "hej"}',
        b'{"id": "../x", "text": "hej"}',
        b'{"id": "x\\u0000", "text": "hej"}',
        b'{"id": "' + b"x" * 65 + b'", "text": "hej"}',
        b'{"id": "x", "text": "hej", "payload": {}}',
    ],
    ids=lambda body: body[:32].decode("ascii", "replace"),
)
def test_a_body_that_is_no_message_is_refused_and_not_stored(body: bytes, chat: Chat) -> None:
    before = chat.transcript()
    answer = post(chat, body)
    check_refused(answer, 400 if answer.status_code == 400 else 422)
    assert chat.transcript() == before


def test_a_body_that_is_too_large_is_refused(chat: Chat) -> None:
    body = b'{"id": "x", "text": "' + b"a" * 200_000 + b'"}'
    check_refused(post(chat, body), 413, "message-too-long")


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_another_content_type_is_refused(content_type: str, chat: Chat) -> None:
    before = chat.transcript()
    answer = post(chat, b'{"id": "x", "text": "hej"}', content_type)
    check_refused(answer, 415, "media-type-unsupported")
    assert chat.transcript() == before


def test_what_was_wrong_is_told_without_the_values(chat: Chat) -> None:
    answer = post(chat, b'{"id": "not an id", "text": 8507099805}')
    check_refused(answer, 422, "invalid")
    assert "8507099805" not in answer.text
    assert "not an id" not in answer.text


def test_an_unknown_client_is_not_found(http: httpx.Client) -> None:
    check_refused(begin(http, {"client": "nobody"}), 404, "not-found")
    check_refused(http.get("/api/chat/clients/nobody"), 404, "not-found")


@pytest.mark.parametrize("wanted", [{}, {"client": None}, {"client": "x" * 65}, {"client": 1}])
def test_a_conversation_without_a_client_is_refused(
    wanted: dict[str, object], http: httpx.Client
) -> None:
    check_refused(begin(http, wanted), 422, "invalid")


@pytest.mark.parametrize("language", ["xx", "is", "", "sv_SE@euro", "../en"])
def test_a_language_that_the_client_does_not_speak_becomes_one_that_it_does(
    language: str, http: httpx.Client
) -> None:
    assert open_chat(http, "no-mobil", language=language).language in ("nb", "en")


def test_a_region_of_a_language_is_the_language(http: httpx.Client) -> None:
    assert open_chat(http, "se-energi", language="fi-FI").language == "fi"


def test_a_language_tag_that_is_too_long_is_refused(http: httpx.Client) -> None:
    check_refused(begin(http, {"client": "se-energi", "language": "x" * 36}), 422, "invalid")


@pytest.mark.parametrize("score", [0, 6, "five", None])
def test_a_rating_outside_one_to_five_is_refused(score: object, chat: Chat) -> None:
    answer = chat.http.post(f"{chat.path}/rating", json={"score": score}, headers=chat.key)
    check_refused(answer, 422, "invalid")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_a_method_that_is_not_there_is_a_problem_too(method: str, chat: Chat) -> None:
    check_refused(chat.http.request(method, chat.path, headers=chat.key), 405)


def test_a_path_that_is_not_there_is_a_problem_too(http: httpx.Client) -> None:
    check_refused(http.get("/api/chat/nothing"), 404, "not-found")
