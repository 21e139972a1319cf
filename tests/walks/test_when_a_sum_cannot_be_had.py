"""Where nobody can state the sum, or the cases cannot be reached, a person is got by that reason."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.neighbours import free_port
from tests.stack import Stack, running_stack
from tests.walks.chat import Chat, open_chat, text_of
from tests.walks.conftest import SETTINGS, visitor
from tests.walks.desk import Desk

#: Later than the last half year whose reference rate is known.
LATER = "2028-03-01"
#: Statutory interest runs on it.
CLIENT, CASE = "se-energi", "SE-1011"
#: How the balance, and the fees, are asked for.
ASKS = {
    "sv": ("hur mycket är jag skyldig", "vad är det för avgifter"),
    "en": ("how much do i owe", "what are the fees"),
}


class Between(ThreadingHTTPServer):
    """Stands between the actions and the backend; where `cases_away`, no case can be reached."""

    daemon_threads = True
    cases_away = False

    def __init__(self, port: int, behind: str) -> None:
        self.behind = behind
        super().__init__(("127.0.0.1", port), _Passing)


class _Passing(BaseHTTPRequestHandler):
    server: Between

    def _pass(self) -> None:
        if self.server.cases_away and self.path.startswith("/api/cases"):
            self.send_error(httpx.codes.SERVICE_UNAVAILABLE)
            return
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {k: v for k, v in self.headers.items() if k.lower() not in ("host", "connection")}
        with httpx.Client(base_url=self.server.behind, trust_env=False, timeout=20) as http:
            answer = http.request(self.command, self.path, content=content, headers=headers)
        self.send_response(answer.status_code)
        self.send_header("Content-Type", answer.headers.get("Content-Type", "application/json"))
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    do_GET = do_POST = do_PUT = _pass  # noqa: N815 - the names are those of http.server

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Stack, Between]]:
    """Everything running on a later day, with something between the actions and the cases."""
    folder: Path = tmp_path_factory.mktemp("later")
    port, between = free_port(), free_port()
    server = Between(between, f"http://127.0.0.1:{port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = {
        "PORT": str(port),
        "CASE_API_URL": f"http://127.0.0.1:{between}",
        "ASSISTANT_TODAY": LATER,
    }
    with running_stack(folder, **SETTINGS, **settings) as running:
        yield running, server
    server.shutdown()


@pytest.fixture(scope="module")
def stack(later: tuple[Stack, Between]) -> Stack:
    return later[0]


@pytest.fixture(scope="module")
def between(later: tuple[Stack, Between]) -> Between:
    return later[1]


@pytest.fixture(scope="module")
def http(stack: Stack) -> Iterator[httpx.Client]:
    with visitor(stack) as client:
        yield client


def reason_on_the_card(stack: Stack, chat: Chat) -> tuple[str, str]:
    """The reason, and the first line of the summary."""
    with Desk(stack.address, "agent@demo") as desk:
        shown = desk.open(chat.id)
    return shown["card"]["why"]["reason"], shown["summary"][0]


@pytest.mark.parametrize("language", ASKS)
def test_a_sum_that_nobody_can_state_goes_to_a_person(
    http: httpx.Client, stack: Stack, language: str
) -> None:
    chat = open_chat(http, CLIENT, case=CASE, language=language)
    told = text_of(chat.say(ASKS[language][0]))
    assert not any(sign in told for sign in ("kr", "3 900", "4 140")), told
    assert reason_on_the_card(stack, chat) == ("rate_unknown", "The interest rate is not set yet")


@pytest.mark.parametrize("language", ASKS)
def test_where_cases_cannot_be_reached_a_person_is_got(
    http: httpx.Client, stack: Stack, between: Between, language: str
) -> None:
    chat = open_chat(http, CLIENT, case="SE-1001", language=language)
    between.cases_away = True
    try:
        assert text_of(chat.say(ASKS[language][1]))
    finally:
        between.cases_away = False
    reason, line = reason_on_the_card(stack, chat)
    assert (reason, line) == ("technical", "Technical fault")
