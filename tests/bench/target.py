"""What the bench asks of a stack, so that another can be put beside ours."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

import httpx

from tests.bench.conversations import Script


class Failed(Exception):
    """A message that got no answer."""


@dataclass(frozen=True)
class Answer:
    """What came back to one message; `cards` are their kinds."""

    texts: list[str]
    cards: list[str] = field(default_factory=list)


class Conversation(Protocol):
    """One debtor in front of a page."""

    async def say(self, text: str) -> Answer:
        """Sends a message and waits for its answer. Raises Failed."""


class Running(Protocol):
    """A stack that answers."""

    @property
    def processes(self) -> Mapping[str, int]:
        """Its processes' numbers by name; what they have started counts with them."""

    @property
    def parse_url(self) -> str:
        """Where a text is only understood: POST {"text"}."""

    async def begin(self, http: httpx.AsyncClient, script: Script) -> Conversation:
        """Opens a conversation for this script; the opening is not a turn. Raises Failed."""


class Target(Protocol):
    """A stack that the bench can start."""

    name: str

    def running(self) -> AbstractContextManager[Running]:
        """Starts it, hands it over when it answers, and stops it."""
