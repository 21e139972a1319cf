"""Who else has a conversation on the screen. Each process tells the others whom it has."""

import json
import time
from collections.abc import Collection
from secrets import token_hex

from backend.live import STAFF_TOPIC, Event
from backend.services import Services
from backend.staff.desk.watcher import Watcher

#: What a process has told is forgotten after this, for it may be gone; it tells it again before.
_FORGOTTEN_SECONDS = 70.0

Person = dict[str, str]


class Lookers:
    """Those who look at conversations, at this process and at others."""

    def __init__(self, watchers: Collection[Watcher]) -> None:
        self._watchers = watchers
        self._process = token_hex(4)
        self._told: dict[str, dict[str, tuple[float, list[Person]]]] = {}

    async def look(self, house: Services, watcher: Watcher, conversation: str | None) -> None:
        """The console has another conversation on the screen now, or none; the caller asks if it may."""
        before, watcher.looking = watcher.looking, conversation
        for changed in {before, conversation} - {None}:
            await self.announce(house, str(changed), ask=changed == conversation)

    async def announce_all(self, house: Services) -> None:
        """Says it again, so that it is not forgotten."""
        looked_at = {one.looking for one in self._watchers if one.looking}
        for conversation in looked_at:
            await self.announce(house, str(conversation))
        self._forget()

    def hear(self, event: Event) -> None:
        """Somebody looks, or looks away; those who look at the same are shown it."""
        conversation = str(event["conversation"])
        told = self._told.setdefault(conversation, {})
        told[event["from"]] = (time.monotonic(), event["who"])
        here = [one for one in self._watchers if one.looking == conversation]
        for watcher in here:
            others = [who for who in self._who(conversation) if who["id"] != watcher.user.id]
            shown = {"type": "lookers", "conversation": conversation, "who": others}
            watcher.passing.append(json.dumps(shown, ensure_ascii=False))
            watcher.wake.set()
        if not any(who for _, who in told.values()):
            del self._told[conversation]

    def has_to_answer(self, event: Event) -> bool:
        """Whether another process has asked who looks at a conversation that is looked at here."""
        asked = event.get("ask") and event["from"] != self._process
        return bool(asked) and any(one.looking == event["conversation"] for one in self._watchers)

    async def announce(self, house: Services, conversation: str, *, ask: bool = False) -> None:
        """Tells all processes who looks at it here; with `ask`, they tell whom they have."""
        here = {one.user.id: one.user.name for one in self._watchers if one.looking == conversation}
        who = [{"id": id, "name": name} for id, name in sorted(here.items())]
        event = {"type": "lookers", "conversation": conversation, "who": who, "ask": ask}
        await house.hub.publish(STAFF_TOPIC, {**event, "from": self._process})

    def _who(self, conversation: str) -> list[Person]:
        since = time.monotonic() - _FORGOTTEN_SECONDS
        told = self._told.get(conversation, {}).values()
        people = {who["id"]: who for at, of in told if at > since for who in of}
        return sorted(people.values(), key=lambda who: who["name"])

    def _forget(self) -> None:
        since = time.monotonic() - _FORGOTTEN_SECONDS
        for conversation, told in list(self._told.items()):
            if not any(at > since and who for at, who in told.values()):
                del self._told[conversation]
