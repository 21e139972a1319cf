"""What a messenger's API answers instead of yes: answers.yaml, and which of it comes next."""

from collections import deque
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from backend.problems import Problem

_FILE = Path(__file__).parent / "answers.yaml"


class Refused(Exception):
    """The messenger does not take a call; `answer` names why, in answers.yaml."""

    def __init__(self, answer: str, **values: str) -> None:
        super().__init__(answer)
        self.answer, self.values = answer, values


class NextAnswer(BaseModel):
    """The next `times` calls of a channel get `answer`; `delivered`: the message arrives all the same."""

    answer: str
    times: int = Field(1, ge=1, le=1000)
    delivered: bool = False


class NextAnswers:
    """Failures that a test or a visitor has ordered, by channel, in their order."""

    def __init__(self) -> None:
        self._ordered: dict[str, deque[NextAnswer]] = {}

    def order(self, channel: str, wanted: NextAnswer) -> None:
        """Orders a failure. Problem 422 when the channel has no such answer."""
        known = _answers().get(channel, {})
        if wanted.answer not in known:
            names = ", ".join(sorted(known)) or "none"
            raise Problem(422, "answer-unknown", f"{channel} has these answers: {names}.")
        self._ordered.setdefault(channel, deque()).extend(
            [wanted.model_copy(update={"times": 1})] * wanted.times
        )

    def forget(self, channel: str) -> None:
        """From now on the channel answers as usual."""
        self._ordered.pop(channel, None)

    def take(self, channel: str) -> NextAnswer | None:
        """The failure that the call at hand gets."""
        ordered = self._ordered.get(channel)
        return ordered.popleft() if ordered else None


def answer_of(channel: str, answer: str, **values: str) -> JSONResponse:
    """An answer as the channel's API writes it, `$values` filled in."""
    found = _answers()[channel][answer]
    return JSONResponse(_filled(found["body"], values), found["status"])


def _filled(body: Any, values: dict[str, str]) -> Any:
    if isinstance(body, dict):
        return {name: _filled(part, values) for name, part in body.items()}
    if isinstance(body, str):
        for name, value in values.items():
            body = body.replace(f"${name}", value)
    return body


@cache
def _answers() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found
