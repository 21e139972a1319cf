"""Finds and removes what has been kept for its time, in batches that each stand for themselves.

A run that is broken off has done whole batches; the next goes on with the rest. Each batch is
written down in the audit with the removal itself.
"""

from collections.abc import Mapping
from datetime import datetime

import structlog

from backend.audit import SYSTEM, Actor, Subject, write_down
from backend.clock import utc_now
from backend.conversations.assistant import AssistantAway
from backend.retention.conversations import (
    WITH_CASE,
    WITHOUT_CASE,
    find_conversations,
    remove_conversations,
    some_due,
    still_due,
)
from backend.retention.found import Found
from backend.retention.periods import Kind, read_periods
from backend.retention.rows import find_rows, remove_rows
from backend.services import Services

log = structlog.get_logger(__name__)

CONVERSATIONS_AT_ONCE = 50
ROWS_AT_ONCE = 1000


async def find_due(house: Services, now: datetime | None = None) -> list[Found]:
    """What would be removed, kind by kind; nothing is changed."""
    now, countries = now or utc_now(), _countries(house)
    found = []
    for name, kind in read_periods().items():
        find = find_rows if kind.rows else find_conversations
        async with house.database.transaction() as session:
            found.append(await find(session, name, kind, countries, now))
    return found


async def remove_due(
    house: Services, by: Actor = SYSTEM, now: datetime | None = None
) -> list[Found]:
    """Removes it. While the assistant is away conversations stay: it has a part of them."""
    now, countries = now or utc_now(), _countries(house)
    done = []
    for name, kind in read_periods().items():
        if kind.rows:
            done.append(await _remove_rows(house, by, name, kind, countries, now))
        else:
            done.append(await _remove_conversations(house, by, name, kind, countries, now))
    return done


async def _remove_rows(
    house: Services, by: Actor, name: str, kind: Kind, countries: Mapping[str, str], now: datetime
) -> Found:
    count, removed = 0, ROWS_AT_ONCE
    while removed == ROWS_AT_ONCE:
        async with house.database.transaction() as session:
            removed = await remove_rows(session, kind, countries, now, ROWS_AT_ONCE)
            if removed:
                write_down(session, "data.removed", by, Subject("kind", name), count=removed)
        count += removed
    return Found(name, count)


async def _remove_conversations(
    house: Services, by: Actor, name: str, kind: Kind, countries: Mapping[str, str], now: datetime
) -> Found:
    assert name in (WITH_CASE, WITHOUT_CASE), name
    count = 0
    while True:
        async with house.database.transaction() as session:
            due = await some_due(session, name, kind, countries, now, CONVERSATIONS_AT_ONCE)
        if not due:
            return Found(name, count)
        try:
            await house.assistant.forget(due)
        except AssistantAway as away:
            log.warning("conversations not removed", reason=str(away))
            return Found(name, count, kept_back="the assistant is away; they go next time")
        async with house.database.transaction() as session:
            gone = await still_due(session, name, kind, countries, now, due)
            await remove_conversations(session, gone)
            write_down(session, "data.removed", by, Subject("kind", name), count=len(gone))
        count += len(gone)


def _countries(house: Services) -> dict[str, str]:
    return {client.id: client.country for client in house.clients}
