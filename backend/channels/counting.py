"""Counts what channels bring and what becomes of it; never who it was or what it said."""

import structlog
from prometheus_client import Counter
from sqlalchemy.ext.asyncio import AsyncSession

from backend.eventlog import Where, record

log = structlog.get_logger(__name__)

#: `outcome`: taken, repeated, status, or why it was refused.
REQUESTS = Counter(
    "sovinto_channel_received_total", "What messaging channels brought.", ["channel", "outcome"]
)


def count(channel: str, outcome: str) -> None:
    """Counts one."""
    REQUESTS.labels(channel, outcome).inc()


def refuse(channel: str, why: str) -> None:
    """Counts and logs a request that is nobody's we know, such as a forged one."""
    count(channel, why)
    log.warning("channel request refused", channel=channel, why=why)


def refuse_of(session: AsyncSession, channel: str, client: str, why: str) -> None:
    """Counts something that came for a client and was not taken, in its figures too."""
    count(channel, why)
    record(session, "message_refused", Where(client=client, channel=channel), why=why)
