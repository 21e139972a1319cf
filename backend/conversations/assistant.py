"""Asks the assistant: one turn in, the whole answer out. The wire is in assistant/channel.py."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

import httpx
from pydantic import BaseModel, ValidationError

_PATH = "/webhooks/sovinto/turn"
_FORGET = "/webhooks/sovinto/forget"
_CONNECT_SECONDS = 2.0


class AssistantAway(Exception):
    """There is no answer now; the same turn may be asked again, and is still done only once.

    `answered` says that the assistant was there but could not do this turn.
    """

    def __init__(self, reason: str, *, answered: bool = False) -> None:
        super().__init__(reason)
        self.answered = answered


@dataclass(frozen=True)
class AssistantTurn:
    """What is asked: the names are the wire's."""

    conversation: str
    turn: str
    text: str
    command: str | None
    context: Mapping[str, Any]
    today: str


class AssistantButton(BaseModel):
    """An answer that the assistant offers; a payload that begins with a slash is a command."""

    title: str
    payload: str


class AssistantMessage(BaseModel):
    """Something that the assistant says."""

    text: str = ""
    buttons: list[AssistantButton] = []
    card: dict[str, Any] | None = None


class AssistantAnswer(BaseModel):
    """All that the assistant says and understood, and what it waits for to answer the rest."""

    messages: list[AssistantMessage]
    waits_for: str | None = None
    language: str | None = None
    understood: dict[str, Any] | None = None
    #: It said that it did not understand; then `likeliest` is its best guess.
    missed: bool = False
    likeliest: str | None = None
    #: It waits for the answer to a question of its own.
    asks: bool = False


class AssistantClient:
    """Keeps connections to the assistant's processes; a conversation is always sent to the same."""

    def __init__(self, urls: Sequence[str], secret: str, timeout_seconds: float) -> None:
        self._urls = tuple(url.rstrip("/") for url in urls)
        self._http = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {secret}"},
            timeout=httpx.Timeout(timeout_seconds, connect=_CONNECT_SECONDS),
            trust_env=False,  # the assistant is never behind a proxy
        )

    async def run_turn(self, turn: AssistantTurn) -> AssistantAnswer:
        """The assistant's answer. Raises AssistantAway."""
        url = self._url_for(turn.conversation)
        try:
            response = await self._post_with_one_retry(url, asdict(turn))
        except httpx.TransportError as error:
            raise AssistantAway(type(error).__name__) from error
        if response.status_code != httpx.codes.OK:
            raise AssistantAway(f"status {response.status_code}", answered=True)
        try:
            return AssistantAnswer.model_validate_json(response.content)
        except ValidationError as error:
            raise AssistantAway("an answer of another shape", answered=True) from error

    async def forget(self, conversations: Sequence[str]) -> None:
        """Removes what the assistant itself keeps of them, in each process. Raises AssistantAway."""
        for url in self._urls:
            try:
                response = await self._http.post(
                    f"{url}{_FORGET}", json={"conversations": list(conversations)}
                )
            except httpx.TransportError as error:
                raise AssistantAway(type(error).__name__) from error
            if response.status_code != httpx.codes.OK:
                raise AssistantAway(f"status {response.status_code}", answered=True)

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    def _url_for(self, conversation: str) -> str:
        spread = int.from_bytes(sha256(conversation.encode()).digest()[:8])
        return self._urls[spread % len(self._urls)] + _PATH

    async def _post_with_one_retry(self, url: str, body: dict[str, Any]) -> httpx.Response:
        try:
            return await self._http.post(url, json=body)
        except httpx.TimeoutException:
            raise
        except httpx.TransportError:
            # Refused, or a kept connection that a restart has cut: mostly over at once.
            return await self._http.post(url, json=body)
