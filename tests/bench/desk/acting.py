"""What agents and debtors do, over HTTP; each act says when it began."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from uuid import uuid4

import httpx

from backend.staff.signing_in import COOKIE
from tests.bench.desk.seeding import Agent, Seeded

_TRIES = 3
_AGAIN_SECONDS = 1.0


@dataclass
class Acts:
    """What was done: when each message and each change of a conversation was begun."""

    messages: dict[str, tuple[float, str]] = field(default_factory=dict)
    changes: list[tuple[float, str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    asked: int = 0


class Acting:
    """Does things in the desk's name.

    Over several clients, one after the other: one alone looks through all of its connections for each
    request, and where many wait would itself be what is slow.
    """

    def __init__(self, https: Sequence[httpx.AsyncClient], address: str, seeded: Seeded) -> None:
        self._https = cycle(https)
        self._address = address
        self._seeded = seeded
        self.acts = Acts()

    async def debtor_writes(self, agent: Agent, conversation: str) -> None:
        """In a conversation that somebody has: who has it hears it."""
        token = self._seeded.tokens[conversation]
        path = f"/api/chat/conversations/{conversation}/messages"
        await self._message(path, agent, {"Authorization": f"Bearer {token}"})

    async def agent_writes(self, agent: Agent, conversation: str) -> None:
        """Where the agent has the word: the agent's own other page hears it too."""
        path = f"/api/staff/conversations/{conversation}/messages"
        await self._message(path, agent, _as(agent))

    async def hands_over(self, conversation: str, reason: str = "requested") -> float:
        """The assistant hands a conversation over; all consoles hear it. When it began."""
        began = time.perf_counter()
        self.acts.changes.append((began, conversation, "waiting"))
        path = f"/api/conversations/{conversation}/handoffs"
        body = {"reason": reason, "wish": "…"}
        await self._post(path, {"Authorization": "Bearer demo"}, body)
        return began

    async def takes(self, agent: Agent) -> None:
        """The best one that waits."""
        began = time.perf_counter()
        answer = await self._post("/api/staff/handoffs/next", _as(agent), None)
        if answer is not None:
            conversation = answer.json()["conversation"]["id"]
            self.acts.changes.append((began, conversation, "taken"))
            agent.holds.append(conversation)

    async def closes(self, agent: Agent, conversation: str) -> None:
        """Ends a conversation that the agent has."""
        self.acts.changes.append((time.perf_counter(), conversation, "closed"))
        path = f"/api/staff/conversations/{conversation}/close"
        await self._post(path, _as(agent), {"outcome": "solved"})

    async def asks_for_deadlines(self, agent: Agent) -> None:
        """How much is late, for the number in the console's bar."""
        await self._ask("GET", "/api/staff/deadlines/counts", _as(agent), None)

    async def opens(self, agent: Agent, conversation: str) -> None:
        """Reads the card and all that belongs to it."""
        path = f"{self._address}/api/staff/conversations/{conversation}"
        (await next(self._https).get(path, headers=_as(agent))).raise_for_status()

    async def _message(self, path: str, agent: Agent, headers: dict[str, str]) -> None:
        """As the pages do: what has failed for the moment is sent again, and is the same message."""
        id = str(uuid4())
        self.acts.messages[id] = (time.perf_counter(), agent.id)
        for _ in range(_TRIES):
            body = {"id": id, "text": "Hej, jag undrar en sak till."}
            if await self._post(path, headers, body) is not None:
                return
            await asyncio.sleep(_AGAIN_SECONDS)

    async def _post(
        self, path: str, headers: dict[str, str], body: dict[str, Any] | None
    ) -> httpx.Response | None:
        return await self._ask("POST", path, headers, body)

    async def _ask(
        self, method: str, path: str, headers: dict[str, str], body: dict[str, Any] | None
    ) -> httpx.Response | None:
        self.acts.asked += 1
        name = path.split("/")[-1]
        try:
            url = self._address + path
            answer = await next(self._https).request(method, url, headers=headers, json=body)
        except httpx.TransportError as error:
            self.acts.errors.append(f"{name} {type(error).__name__}")
            return None
        if not answer.is_success:
            self.acts.errors.append(f"{name} {answer.status_code}")
            return None
        return answer


def _as(agent: Agent) -> dict[str, str]:
    return {"Cookie": f"{COOKIE}={agent.cookie}", "X-Requested-With": "bench"}
