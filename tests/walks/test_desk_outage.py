"""The backend is killed while agents type and send: nothing is lost, nothing is doubled."""

import asyncio
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from uuid import uuid4

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.stack import Stack, running_stack
from tests.walks.chat import Chat, open_chat
from tests.walks.conftest import SETTINGS, visitor
from tests.walks.desk import Desk
from tests.walks.waiting import until

LINES = 30
BACK_SECONDS = 60.0
TOKEN = {"Authorization": "Bearer demo"}


@pytest.fixture(scope="module")
def shaken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A stack whose backend is killed."""
    with running_stack(tmp_path_factory.mktemp("shaken-desk"), **SETTINGS) as running:
        yield running


@pytest.fixture
def chat(shaken: Stack) -> Iterator[Chat]:
    """A debtor who waits for a person."""
    with visitor(shaken) as http:
        chat = open_chat(http, "se-energi", case="SE-1001", language="sv")
        body = {"reason": "requested", "wish": "en människa, tack"}
        answer = http.post(f"/api/conversations/{chat.id}/handoffs", json=body, headers=TOKEN)
        assert answer.status_code == httpx.codes.OK, answer.text
        yield chat


def sends_all(send: Any, lines: list[tuple[str, str]]) -> None:
    """One line after the other, each until it is confirmed, as the outboxes of both pages do."""
    for id, text in lines:

        def confirmed(id: str = id, text: str = text) -> bool:
            answer: httpx.Response = send(id, text)
            return answer.status_code == httpx.codes.OK

        until(confirmed, f"{text} is taken", BACK_SECONDS)


def written(who: str) -> list[tuple[str, str]]:
    """Lines with the ids that their pages gave them."""
    return [(str(uuid4()), f"{who} {number}") for number in range(LINES)]


class Console:
    """The agent's live line: it comes back by itself and says what it had last."""

    def __init__(self, address: str, cookie: str, conversation: str) -> None:
        self._address, self._cookie, self._conversation = address, cookie, conversation
        self.heard: list[str] = []
        self.numbers: list[tuple[str, int]] = []
        self.anew = 0
        self._epoch, self._newest = "", -1

    async def listen(self, over: threading.Event) -> None:
        """Hears and types until it is over."""
        while not over.is_set():
            try:
                await self._one_line(over)
            except (ConnectionClosed, InvalidHandshake, OSError, TimeoutError):
                await asyncio.sleep(0.1)

    async def _one_line(self, over: threading.Event) -> None:
        query = f"epoch={self._epoch}&after={self._newest}&looking={self._conversation}"
        url = f"{self._address.replace('http', 'ws', 1)}/api/staff/live?{query}"
        headers = {"Cookie": f"sovinto_staff={self._cookie}", "Origin": self._address}
        async with connect(url, additional_headers=headers, proxy=None) as socket:
            while not over.is_set():
                typing = {"type": "typing", "conversation": self._conversation}
                await socket.send(json.dumps(typing))
                try:
                    self._take(json.loads(await asyncio.wait_for(socket.recv(), 0.2)))
                except TimeoutError:
                    continue

    def _take(self, frame: dict[str, Any]) -> None:
        if frame["type"] in ("hello", "anew"):
            self.anew += bool(frame.get("anew", True))
            self._epoch, self._newest = frame["epoch"], max(frame["n"], -1)
        elif "n" in frame and frame["type"] != "ping":
            self._newest = frame["n"]
            self.numbers.append((self._epoch, frame["n"]))
            if frame["type"] == "message":
                self.heard.append(frame["message"]["id"])


def test_the_backend_is_killed_while_an_agent_and_a_debtor_write(shaken: Stack, chat: Chat) -> None:
    with Desk(shaken.address, "agent@demo") as desk:
        assert desk.take(chat.id).status_code == httpx.codes.OK
        agents, debtors = written("agent"), written("debtor")
        console = Console(shaken.address, desk.cookie, chat.id)
        over = threading.Event()
        with ThreadPoolExecutor(3) as pages:
            listening = pages.submit(asyncio.run, console.listen(over))
            until(lambda: console.anew, "the live line stands")
            agent = pages.submit(sends_all, partial(desk.write_as, chat.id), agents)
            debtor = pages.submit(sends_all, lambda id, text: chat.send(text, id=id), debtors)
            for share in (1 / 4, 3 / 4):
                until(partial(has_said, chat, agents, share), "some of it is said", BACK_SECONDS)
                shaken.kill("backend")
            agent.result()
            debtor.result()
            said = until(
                lambda: all_said(chat, agents + debtors), "all of it is said", BACK_SECONDS
            )
            last = agents[-1][0]
            until(lambda: last in console.heard or console.anew > 1, "the line came back")
            over.set()
            listening.result()
        ids = [message["id"] for message in said]
        for lines in (agents, debtors):
            place = [ids.index(id) for id, _ in lines]
            assert place == sorted(place)  # each once, in the order in which it was written
        assert len(set(ids)) == len(ids)
        assert [message["seq"] for message in said] == list(range(1, len(said) + 1))
        assert len(set(console.numbers)) == len(console.numbers)
        # Another process is another epoch: what was missed is read, as the console does.
        assert console.anew >= 3
        shown = {message["id"] for message in desk.open(chat.id)["messages"]}
        assert {id for id, _ in agents + debtors} <= shown
        assert len(set(console.heard)) == len(console.heard)
        # Still the agent's: closing works, and once.
        assert desk.close(chat.id).status_code == httpx.codes.NO_CONTENT


def has_said(chat: Chat, lines: list[tuple[str, str]], share: float) -> bool:
    """Whether so much of the lines stands in the conversation."""
    ids = {message["id"] for message in chat.transcript()}
    return sum(id in ids for id, _ in lines) >= share * len(lines)


def all_said(chat: Chat, lines: list[tuple[str, str]]) -> list[dict[str, Any]] | None:
    """The conversation, once all lines stand in it."""
    said = chat.transcript()
    ids = {message["id"] for message in said}
    return said if {id for id, _ in lines} <= ids else None
