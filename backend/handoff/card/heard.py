"""What the debtor wanted, read from what was understood of each message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from backend.conversations.models import Message
from backend.handoff.card.schemas import Asked

_FILE = Path(__file__).with_name("heard.yaml")


class _Reading(BaseModel):
    """See heard.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    not_understood: str
    says_nothing: frozenset[str]
    most: int


@dataclass(frozen=True)
class Heard:
    """One thing that was understood of a message."""

    at: datetime
    text: str
    intent: str
    entities: tuple[dict[str, Any], ...]
    missed: bool


def heard_in(messages: Sequence[Message]) -> list[Heard]:
    """What was understood of the debtor's messages, in order; of two wishes in one message both."""
    return [
        one
        for message in messages
        if message.sender == "debtor" and message.understood
        for one in _of(message, message.understood)
    ]


def asked_in(heard: Sequence[Heard]) -> list[Asked]:
    """What was wanted, the latest last, without what only answers or greets; once where repeated."""
    wanted: list[Asked] = []
    for one in heard:
        if one.missed or (one.intent in _reading().says_nothing and not one.entities):
            continue
        asked = Asked(at=one.at, intent=one.intent, values=list(one.entities))
        if wanted and (wanted[-1].intent, wanted[-1].values) == (asked.intent, asked.values):
            continue
        wanted.append(asked)
    return wanted[-_reading().most :]


def not_understood(heard: Sequence[Heard]) -> int:
    """How many messages the assistant had to say of that it did not understand them."""
    return len({one.at for one in heard if one.missed})


def _of(message: Message, understood: dict[str, Any]) -> Iterator[Heard]:
    last = str(understood.get("intent") or _reading().not_understood)
    entities = tuple(understood.get("entities") or ())
    acted = {one.get("action") for one in understood.get("acted") or ()}
    for intent in understood.get("wishes") or [last]:
        # The values are those of the last wish; the first one's are not kept apart.
        yield Heard(
            at=message.at,
            text=message.text,
            intent=str(intent),
            entities=entities if intent == last else (),
            missed="action_misunderstood" in acted or intent == _reading().not_understood,
        )


@cache
def _reading() -> _Reading:
    return _Reading.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
