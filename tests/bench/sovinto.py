"""Our own stack, as `make run` starts it, and a debtor who writes to its backend."""

import asyncio
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from tests.bench.conversations import Script
from tests.bench.own_cases import OwnCases, write_own_cases
from tests.bench.target import Answer, Failed, Running
from tests.stack import TODAY, Stack, running_stack

PROCESSES = ("rasa", "actions", "backend")
LIMITS = Path(__file__).with_name("limits.yaml")


class Debtor:
    """One conversation over the chat API."""

    def __init__(self, http: httpx.AsyncClient, address: str, access_token: str) -> None:
        self._http = http
        self._address = f"{address}/messages"
        self._headers = {"Authorization": f"Bearer {access_token}"}

    async def say(self, text: str) -> Answer:
        """Sends a message and waits for its answer. Raises Failed."""
        content = await _post(
            self._http, self._address, {"id": str(uuid4()), "text": text}, self._headers
        )
        said = [message for message in content["messages"] if message["sender"] == "assistant"]
        if not said:
            raise Failed(f"no answer of the assistant's: {content}")
        cards = [message["card"]["type"] for message in said if message["card"]]
        return Answer([message["text"] for message in said], cards)


class RunningSovinto:
    """The stack with fresh cases for `conversations` conversations a client."""

    def __init__(self, stack: Stack, conversations: int) -> None:
        self._stack = stack
        today = date.fromisoformat(TODAY)
        self._cases: OwnCases = asyncio.run(
            write_own_cases(stack.database_url, today, conversations)
        )

    @property
    def processes(self) -> Mapping[str, int]:
        """Its processes' numbers by name."""
        return {name: self._stack.pid(name) for name in PROCESSES}

    @property
    def parse_url(self) -> str:
        """Rasa's own door for understanding."""
        settings = self._stack.settings
        port, token = settings["RASA_PORT"], settings["RASA_TOKEN"]
        return f"http://127.0.0.1:{port}/model/parse?token={token}"

    async def begin(self, http: httpx.AsyncClient, script: Script) -> Debtor:
        """A conversation about a case of its own. Raises Failed."""
        address = self._stack.address
        return await begin_about(http, address, self._cases.take(script.client), script)


class Sovinto:
    """`bytecode` is where the interpreters keep what they have compiled."""

    name = "Sovinto"

    def __init__(self, bytecode: Path, conversations: int) -> None:
        self._bytecode = bytecode
        self._conversations = conversations

    @contextmanager
    def running(self) -> Iterator[Running]:
        """Starts it on free ports with an empty database, and stops it."""
        with (
            tempfile.TemporaryDirectory(prefix="sovinto-bench-") as folder,
            running_stack(
                Path(folder),
                LIMITS_FILE=str(LIMITS),
                # An environment may forbid bytecode, as some images do; a machine in use has it.
                PYTHONDONTWRITEBYTECODE="",
                PYTHONPYCACHEPREFIX=str(self._bytecode),
            ) as stack,
        ):
            yield RunningSovinto(stack, self._conversations)


async def begin_about(http: httpx.AsyncClient, address: str, case: str, script: Script) -> Debtor:
    """A conversation of the case's debtor, from the client's payment page. Raises Failed."""
    token = await _post(http, f"{address}/demo/token", {"case": case})
    chats = f"{address}/api/chat/conversations"
    wanted = {"client": script.client, "token": token["token"], "language": script.language}
    begun = await _post(http, chats, wanted)
    return Debtor(http, f"{chats}/{begun['id']}", begun["access_token"])


async def _post(
    http: httpx.AsyncClient,
    url: str,
    body: dict[str, object],
    headers: dict[str, str] | None = None,
) -> dict[str, Any]:
    try:
        answer = await http.post(url, json=body, headers=headers)
    except httpx.TransportError as error:
        raise Failed(type(error).__name__) from error
    if answer.is_error:
        raise Failed(f"{answer.status_code} {answer.text[:200]}")
    return dict(answer.json())
