"""One console that is open, and what it is to hear."""

import asyncio
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field

from backend.live import Event
from backend.staff.models import StaffUser

#: Of what is of the moment, no more than this waits for a slow console.
_MOST_PASSING = 50
#: Told to who has the conversation, and to who has it on the screen.
_OF_A_CONVERSATION = frozenset({"message", "mode", "typing", "lookers", "delivery"})
#: What decides who hears an event, and is not passed on.
_HIDDEN = frozenset({"client", "clients", "agent", "for", "not_for", "from", "ask"})


@dataclass(eq=False)
class Watcher:
    """A console. `leads` says that its user leads others.

    `place` is the number of the last event that it has, or need not have; `looking` is the
    conversation that it has on the screen. `takes_several` says that it knows several frames in one:
    a page that was opened before there were such does not.
    """

    user: StaffUser
    session: str
    clients: frozenset[str]
    leads: bool = False
    takes_several: bool = False
    place: int = 0
    looking: str | None = None
    over: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    passing: deque[str] = field(default_factory=lambda: deque(maxlen=_MOST_PASSING))
    me: str = field(init=False)

    def __post_init__(self) -> None:
        # Asked for each event and console, and a column of a row takes its time to be read.
        self.me = self.user.id

    def hears(self, event: Event) -> bool:
        """Whether the event is for this console: of the own clients, and not only for others."""
        kind, me = event["type"], self.me
        if kind == "anew" or event.get("for") == me:
            return True
        if kind in _OF_A_CONVERSATION and not self._follows(event):
            return False
        if kind == "duty" and event["user"] != me and not self.leads:
            return False
        return event.get("not_for") != me and self._has_client(event)

    def _follows(self, event: Event) -> bool:
        return self.looking == event["conversation"] or event.get("agent") == self.me

    def _has_client(self, event: Event) -> bool:
        if event.get("client") in self.clients:
            return True
        of: Collection[str] = event.get("clients", ())
        return not self.clients.isdisjoint(of) or "*" in of


def shown(event: Event) -> Event:
    """The event as it is sent."""
    return {name: value for name, value in event.items() if name not in _HIDDEN}
