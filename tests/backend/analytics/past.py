"""Writes conversations of the past into the log, as the product would have written them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from backend.eventlog import Where, record
from backend.services import Services

#: A Wednesday morning, when the clients are open.
THEN = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
DAY = THEN.date().isoformat()
TURN = {"turn": "t", "intent": "ask_balance", "confidence": 0.9, "milliseconds": 300}

Event = tuple[str, dict[str, Any]]


def turn(intent: str = "ask_balance", *, missed: bool = False, asks: bool = False) -> Event:
    """The assistant's answer to a message."""
    return "turn_answered", {**TURN, "intent": intent, "missed": missed, "asks": asks}


def handoff(reason: str = "requested") -> Event:
    """The assistant asks for a person."""
    return "handoff_made", {"reason": reason, "in_hours": True}


def ended(outcome: str = "solved", why: str | None = "question_answered") -> Event:
    """A person closes it, or gives it back."""
    return "handoff_ended", {"reason": "requested", "outcome": outcome, "why": why}


def answered(seconds: int) -> Event:
    """A person's first message after a handoff."""
    return "agent_answered_first", {"reason": "requested", "waited_open_seconds": seconds}


def offered(outcome: str = "offer") -> Event:
    """A wish for a plan has its answer."""
    plan = {"currency": "SEK", "total": 486_000, "instalments": 12}
    return "plan_offered", {"outcome": outcome, "rules": [], **plan}


def agreed(total: int = 486_000, currency: str = "SEK") -> Event:
    """A plan is agreed."""
    return "plan_agreed", {"currency": currency, "total": total, "instalments": 12}


def rated(score: int) -> Event:
    """The debtor says how it was."""
    return "conversation_rated", {"score": score}


async def tell(
    house: Services,
    *events: Event,
    at: datetime = THEN,
    client: str = "lind",
    language: str = "sv",
    channel: str = "web",
    identified: bool = True,
) -> str:
    """One conversation with these events, a minute after the other; gives its id."""
    id = uuid4().hex
    where = Where(client, id, channel, language)
    known = house.clients.get(client)
    local = at.astimezone(known.zone)
    begun = {
        "identified": identified,
        "day": local.date().isoformat(),
        "hour": local.hour,
        "open": known.opening_hours.is_open(at),
    }
    async with house.database.transaction() as session:
        for place, (kind, data) in enumerate([("conversation_begun", begun), *events]):
            record(session, kind, where, at=at + timedelta(minutes=place), **data)
            await session.flush()
    return id
