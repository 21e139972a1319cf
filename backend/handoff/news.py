"""Tells who waits when the wait has changed much, and that it has closed; never more often.

In messaging apps only the closing is told by itself; the place and the wait are told to who asks.

What was told last stands in the handoff and is changed in the transaction that tells it, so that
several backends tell it once.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clients import Client
from backend.clock import utc_now
from backend.conversations import events
from backend.conversations.models import Conversation, Message
from backend.conversations.repository import append, lock_conversation
from backend.handoff.line_repository import clients_with_a_queue
from backend.handoff.models import Handoff
from backend.handoff.pace import pace_rules
from backend.handoff.standing import Standing, standings
from backend.handoff.telling import closing_line, line_about, note_told
from backend.services import Services

log = structlog.get_logger(__name__)


def is_news(handoff: Handoff, now: Standing, at: datetime) -> bool:
    """Whether the debtor, who was told another place or wait before, should hear of this one."""
    rules = pace_rules().told_again
    if handoff.told_place is None or handoff.told_at is None:
        return False
    if handoff.conversation.channel not in rules.channels:
        return False
    if rules.when_next and now.place == 1 and handoff.told_place > 1:
        return True
    if at - handoff.told_at < timedelta(minutes=rules.not_before_minutes):
        return False
    if now.minutes is None or handoff.told_minutes is None:
        return False
    left = _left(handoff.told_minutes, handoff.told_at, at)
    longer = now.minutes - left
    return longer >= rules.longer_by_minutes or -longer >= rules.shorter_by_minutes


def _left(told_minutes: int, told_at: datetime, at: datetime) -> float:
    """What is left of the wait that was told, by the clock of who waits."""
    return max(0.0, told_minutes - (at - told_at) / timedelta(minutes=1))


@dataclass(frozen=True)
class _News:
    """Something that a debtor who waits is to be told."""

    client: Client
    conversation: str
    handoff: str
    standing: Standing
    closed: bool


class QueueNews:
    """A task that runs beside the application."""

    def __init__(self, house: Services) -> None:
        self._house = house

    async def run(self) -> None:
        """Looks until it is cancelled."""
        rules = pace_rules()
        while True:
            told = 0
            try:
                told = await self.round()
            except Exception:  # the task must outlive whatever fails, the database too
                log.exception("the queue's news failed")
            if told < rules.most_told_a_round:
                await asyncio.sleep(rules.seconds_between_rounds)

    async def round(self) -> int:
        """Looks at each client's queue once; how many debtors were told something."""
        told, rules = 0, pace_rules()
        for news in (await self._news())[: rules.most_told_a_round]:
            if await self._tell(news):
                told += 1
                await asyncio.sleep(rules.milliseconds_between_tellings / 1000)
        return told

    async def _news(self) -> list[_News]:
        """What there is to tell: the place and the wait first, then that it has closed."""
        async with self._house.database.transaction() as session:
            waited_for = await clients_with_a_queue(session)
        found = [news for one in waited_for for news in await self._look(one)]
        return sorted(found, key=lambda news: news.closed)

    async def _look(self, client_id: str) -> list[_News]:
        house, client = self._house, self._house.clients.get(client_id)
        async with house.database.transaction() as session:
            waiting = await standings(session, house, client)
        now, found = utc_now(), []
        for conversation, (handoff, standing) in waiting.items():
            closed = self._is_closed(client, handoff.conversation.language)
            if closed or is_news(handoff, standing, now):
                found.append(_News(client, conversation, handoff.id, standing, closed))
        return found

    def _is_closed(self, client: Client, language: str) -> bool:
        hours = client.opening_hours_in(language)
        return not hours.is_open(self._house.clock.now(client.zone))

    async def _tell(self, news: _News) -> bool:
        """Tells it if it is still so; what was told last is noted with it."""
        client, standing = news.client, news.standing
        async with self._house.database.transaction() as session:
            now = await lock_conversation(session, news.conversation)
            waits = await session.get(Handoff, news.handoff, populate_existing=True)
            if now is None or waits is None or now.mode != "queue" or waits.state != "waiting":
                return False
            closed = self._is_closed(client, now.language)
            if closed:
                said = await self._close(session, client, now, waits)
            elif is_news(waits, standing, utc_now()):
                line = line_about(session, self._house, now, standing)
                said = await append(session, now.id, [line])
                note_told(waits, standing, utc_now())
            else:
                return False
        await events.tell_messages(self._house.hub, now, said)
        if closed:
            await events.tell_mode(self._house.hub, now)
        return True

    async def _close(
        self, session: AsyncSession, client: Client, now: Conversation, waits: Handoff
    ) -> Sequence[Message]:
        """The assistant goes on, and the debtor keeps the place and has a time."""
        hours = client.opening_hours_in(now.language)
        moment = self._house.clock.now(client.zone)
        waits.promised_at = hours.after(moment, client.targets.answer_seconds)
        now.mode = "bot"
        line = closing_line(session, self._house, now, waits.promised_at)
        return await append(session, now.id, [line])
