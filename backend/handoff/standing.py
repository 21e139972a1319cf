"""Where somebody stands in the queue, and how long that will honestly take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clients import Client
from backend.clock import utc_now
from backend.duty import how_many_on_duty
from backend.handoff.line_repository import takings_since, waiting_line
from backend.handoff.models import Handoff
from backend.handoff.pace import Pace, Taking, pace_of, pace_rules, said_minutes
from backend.services import Services

#: `closing`: it is closed before it would be their turn.
WaitKind = Literal["known", "next", "unknown", "closing"]
_HOUR = 3600


@dataclass(frozen=True)
class Standing:
    """A place from 1; `minutes` where they are measured, and until when people are there today."""

    place: int
    minutes: int | None = None
    closes: datetime | None = None

    @property
    def wait(self) -> WaitKind:
        """In which words it is told."""
        if self.closes is not None:
            return "closing"
        if self.minutes is not None:
            return "known"
        return "next" if self.place == 1 else "unknown"


async def standing_of(
    session: AsyncSession, house: Services, client: Client, handoff: Handoff, place: int
) -> Standing:
    """The place of a handoff with its wait, now."""
    pace, people = await _measure(session, house, client)
    return _standing(house, client, handoff.conversation.language, place, pace, people)


async def standings(
    session: AsyncSession, house: Services, client: Client
) -> Mapping[str, tuple[Handoff, Standing]]:
    """All who wait at their pages for a person of the client, by the conversation."""
    line = await waiting_line(session, client.id)
    if not line:
        return {}
    pace, people = await _measure(session, house, client)
    return {
        handoff.conversation_id: (
            handoff,
            _standing(house, client, handoff.conversation.language, place, pace, people),
        )
        for place, handoff in enumerate(line, start=1)
        if handoff.conversation.mode == "queue"
    }


async def _measure(
    session: AsyncSession, house: Services, client: Client
) -> tuple[Pace | None, int]:
    """Of the last open hours by the clock of the house, by which it is open now."""
    measured, hours = pace_rules().measured, client.opening_hours
    ahead = house.clock.ahead(client.zone)
    since = hours.before(utc_now() + ahead, measured.open_hours * _HOUR) - ahead
    found = await takings_since(session, client.id, since, measured.most)
    takings = [Taking(one.asked + ahead, one.taken + ahead, one.by) for one in found]
    return pace_of(takings, hours), await how_many_on_duty(session, client.id)


def _standing(
    house: Services, client: Client, language: str, place: int, pace: Pace | None, people: int
) -> Standing:
    if pace is None or people == 0:
        return Standing(place)
    seconds = pace.wait_seconds(place, people)
    now = house.clock.now(client.zone)
    closes = client.opening_hours_in(language).closing(now)
    if closes is not None and now + timedelta(seconds=seconds) > closes:
        return Standing(place, closes=closes)
    return Standing(place, said_minutes(seconds))
