"""Writes an event down."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.eventlog.models import LoggedEvent

_KINDS = Path(__file__).with_name("kinds.yaml")


@dataclass(frozen=True)
class Where:
    """Where something happened. What happens on a case alone has no conversation."""

    client: str
    conversation: str | None = None
    channel: str | None = None
    language: str | None = None


class _Conversation(Protocol):
    id: Any
    client: Any
    channel: Any
    language: Any


def where_of(conversation: _Conversation) -> Where:
    """The place of what happens in a conversation."""
    return Where(
        client=conversation.client,
        conversation=conversation.id,
        channel=conversation.channel,
        language=conversation.language,
    )


def record(
    session: AsyncSession, kind: str, where: Where, *, at: datetime | None = None, **data: Any
) -> None:
    """Adds the event to the transaction that makes it true; `at` is now unless given.

    Raises LookupError for a kind that kinds.yaml does not have, and TypeError when `data` has not
    exactly its fields: a log that is counted from must not be written by guess.
    """
    session.add(LoggedEvent(**row(kind, where, at or utc_now(), data)))


def row(kind: str, where: Where, at: datetime, data: dict[str, Any]) -> dict[str, Any]:
    """The event as a row of the table, for whoever writes many at once. Raises as `record` does."""
    known = read_kinds()
    if kind not in known:
        raise LookupError(f"the event log knows no {kind}; its kinds are in {_KINDS.name}")
    if set(data) != set(known[kind]["data"]):
        raise TypeError(f"{kind} is to have {sorted(known[kind]['data'])}, not {sorted(data)}")
    return {
        "at": at,
        "kind": kind,
        "version": known[kind]["version"],
        "client": where.client,
        "conversation": where.conversation,
        "channel": where.channel,
        "language": where.language,
        "data": data,
    }


@cache
def read_kinds() -> dict[str, dict[str, Any]]:
    """The kinds of events, with what each says and its fields."""
    kinds: dict[str, dict[str, Any]] = yaml.safe_load(_KINDS.read_text(encoding="utf-8"))
    return kinds
