"""The state of all doubles: chats, answers to come, and posts under way."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Coroutine
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from starlette.requests import HTTPConnection

from backend.demo.messengers.answers import NextAnswers
from backend.demo.messengers.chat import Chat

MOST_CHATS = 500


@dataclass
class Messengers:
    """What the doubles remember. `ids` numbers messages and updates, as a messenger would.

    They go on after a restart: the product keeps the old ones, and takes none of them twice.
    """

    answers: NextAnswers = field(default_factory=NextAnswers)
    webhooks: dict[str, dict[str, Any]] = field(default_factory=dict)
    ids: "count[int]" = field(default_factory=lambda: count(int(time.time())))
    _chats: OrderedDict[tuple[str, str, str], Chat] = field(default_factory=OrderedDict)
    _running: set["asyncio.Task[None]"] = field(default_factory=set)

    def chat(self, channel: str, client: str, person: str) -> Chat:
        """The chat of a person's address with a client; the longest unused one makes room."""
        key = (channel, client, person)
        chat = self._chats.setdefault(key, Chat())
        self._chats.move_to_end(key)
        while len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        return chat

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Does `work` beside the answer that is being given, as a messenger reports what became of it."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)


async def messengers(connection: HTTPConnection) -> Messengers:
    """FastAPI dependency: the doubles of this process."""
    state = connection.app.state
    if not hasattr(state, "messengers"):
        state.messengers = Messengers()
    found: Messengers = state.messengers
    return found
