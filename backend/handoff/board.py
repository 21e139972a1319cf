"""Where each waiting debtor stands, read once for all of a client's pages that are open."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Mapping

from backend.conversations.models import Conversation
from backend.handoff.models import Handoff
from backend.handoff.pace import pace_rules
from backend.handoff.standing import Standing, standings
from backend.live import Event
from backend.services import Services

_Standings = Mapping[str, tuple[Handoff, Standing]]


class Board:
    """Keeps what it has read for some seconds: a thousand open pages ask as often as one."""

    def __init__(self, kept_seconds: float | None = None) -> None:
        rules = pace_rules()
        self._kept = rules.seconds_between_looks if kept_seconds is None else kept_seconds
        self._read: dict[str, tuple[float, _Standings]] = {}
        self._one_reader: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def event(self, house: Services, conversation: Conversation) -> Event | None:
        """What the page is sent; None for a debtor who does not wait."""
        found = (await self._of(house, conversation.client)).get(conversation.id)
        if found is None:
            return None
        _, standing = found
        return {
            "type": "queue",
            "place": standing.place,
            "minutes": standing.minutes,
            "closes": standing.closes.isoformat() if standing.closes else None,
        }

    async def _of(self, house: Services, client: str) -> _Standings:
        async with self._one_reader[client]:
            at, read = self._read.get(client, (0.0, {}))
            if not at or time.monotonic() - at > self._kept:
                async with house.database.transaction() as session:
                    read = await standings(session, house, house.clients.get(client))
                self._read[client] = (time.monotonic(), read)
            return read
