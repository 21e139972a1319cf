"""Turns of an identified debtor, answered over the real case API and written with the real texts."""

import json
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from actions import turn as turns
from actions.answers.answering import AnswerQuestion
from actions.case_api import CaseApi
from backend.wording import Catalogue
from tests.backend.cases.house import (  # noqa: F401
    api,
    clients,
    clock,
    made_up_cases,
    seeded,
    services,
    visitor,
)
from tests.backend.conftest import database, empty_file, postgres  # noqa: F401

RESPONSES = Path(actions.__file__).parents[1] / "assistant" / "responses"
#: What the backend answers when the conversation is put into a person's queue.
QUEUED = {
    "mode": "queue",
    "reference": "H-1",
    "open": True,
    "created": True,
    "promised_at": None,
    "place": 1,
}

Said = list[tuple[str, dict[str, Any]]]
Ask = Callable[..., Awaitable[Said]]


class CaseSystem(httpx.AsyncBaseTransport):
    """The case API; there is no conversation behind these turns, so handoffs are only noted."""

    def __init__(self, behind: httpx.AsyncClient) -> None:
        self.handoffs: list[dict[str, Any]] = []
        self._behind = behind

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Passes the request on."""
        if request.url.path.endswith("/handoffs"):
            self.handoffs.append(json.loads(request.content))
            return httpx.Response(200, json=QUEUED)
        answer = await self._behind.request(
            request.method,
            str(request.url),
            content=request.content,
            headers={**request.headers, "Authorization": "Bearer demo"},
        )
        return httpx.Response(answer.status_code, content=answer.content, headers=answer.headers)


@pytest.fixture
def case_system(api: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> CaseSystem:  # noqa: F811
    system = CaseSystem(api)
    reached = CaseApi("http://sovinto.test", "demo", 10.0, system)
    monkeypatch.setattr(turns, "case_api", lambda: reached)
    return system


@pytest.fixture
def ask(case_system: CaseSystem) -> Ask:
    """Asks a question about a case: the names of the texts that were said, with their values."""

    async def asked(case: str, intent: str, language: str = "sv", **entities: Any) -> Said:
        dispatcher = CollectingDispatcher()
        await AnswerQuestion().run(dispatcher, tracker_of(case, intent, language, entities), {})
        for message in dispatcher.messages:
            written(message, language, case)
        return [(message["response"], message) for message in dispatcher.messages]

    return asked


def tracker_of(case: str, intent: str, language: str, entities: dict[str, Any]) -> Tracker:
    slots = {"identified": True, "case": case, "language": language, "pending": None}
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    message = {"text": "?", "message_id": "m1", "intent": {"name": intent}, "entities": found}
    return Tracker("c1", slots, message, [], False, None, {}, "action_listen")


@cache
def catalogues() -> dict[str, Catalogue]:
    """The assistant's texts, read once: that takes longer than a turn."""
    return Catalogue.read_folder(RESPONSES)


def written(message: dict[str, Any], language: str, case: str = "SE-1001") -> str:
    """The message as it is said. CatalogueError or KeyError when it cannot be said."""
    catalogue = catalogues()[language]
    own = {"agency": "-", "client_name": "-", "first_name": "-", "country": case[:2]}
    values = {**message, **own}
    return catalogue.write(message["response"], values, case[:2]).replace("\u00a0", " ")
