"""One line a request, with one id, and nothing in it that tells of a person."""

import httpx
from structlog.testing import capture_logs

from tests.backend.conversations.fixtures import Visitor


async def test_an_answer_names_its_request(http: httpx.AsyncClient) -> None:
    given = await http.get("/healthz", headers={"X-Request-Id": "letter-17"})
    assert given.headers["x-request-id"] == "letter-17"
    assert len((await http.get("/healthz")).headers["x-request-id"]) == 32


async def test_an_id_that_is_none_is_replaced(http: httpx.AsyncClient) -> None:
    answer = await http.get("/healthz", headers={"X-Request-Id": "not an id"})
    assert len(answer.headers["x-request-id"]) == 32


async def test_a_line_has_the_pattern_of_the_path_and_never_the_path(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    with capture_logs() as lines:
        await visitor.reads()
    [line] = [line for line in lines if line["event"] == "request"]
    assert line["route"] == "/api/chat/conversations/{conversation}"
    assert line["status"] == 200
    assert visitor.id not in str(line)


async def test_what_no_route_answers_is_one_measure(http: httpx.AsyncClient) -> None:
    for path in ("/wp-login.php", "/a/b/c"):
        await http.get(path)
    measures = (await http.get("/metrics")).text
    assert 'route="other",status="404"' in measures
    assert "wp-login" not in measures
