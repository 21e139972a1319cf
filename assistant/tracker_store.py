"""Keeps where each conversation stands: one row, the last turns, and the answer to the last turn.

Rasa's own stores read and write the whole history at each turn, so that turn 200 costs many times
turn 10. Here a conversation keeps its slots and its last turns, and no more; the full transcript is
the backend's. The answer of the last turn stands beside it, written in the same transaction, so
that a turn that is asked for twice is answered twice and done once.
"""

import asyncio
import json
from functools import partial
from typing import Any, Callable, Dict, Iterable, List, Optional, TypeVar

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.trackers import DialogueStateTracker

Result = TypeVar("Result")

#: Any number, the same in each process.
_MAKING = 7_264_392

_metadata = sa.MetaData()
_trackers = sa.Table(
    "trackers",
    _metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("events", sa.Text, nullable=False),
    sa.Column("last_turn", sa.String(64)),
    sa.Column("last_answer", sa.Text),
)


class RecentTurnsStore(TrackerStore):
    """One row a conversation, with its last `turns` turns.

    `host` is a database URL, SQLite or PostgreSQL.
    """

    def __init__(
        self,
        domain: Optional[Domain] = None,
        event_broker: Optional[EventBroker] = None,
        host: str = "sqlite:///var/trackers.sqlite3",
        turns: int = 6,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self.turns = int(turns)
        # What somebody said is in no error, and so in no log.
        self._engine = sa.create_engine(
            host, future=True, hide_parameters=True, **_engine_options(host)
        )
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", _prepare_sqlite)
        self._make_tables()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The tracker with its last turns, or None for a conversation that is new."""
        row = await _in_thread(partial(self._read, sender_id))
        if row is None:
            return None
        events = deserialise_events(json.loads(row.events))
        return DialogueStateTracker.from_events(sender_id, events, self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Saves a tracker outside a turn, e.g. one that was just created."""
        await self.save_turn(tracker, turn=None, answer=None)

    async def save_turn(
        self,
        tracker: DialogueStateTracker,
        turn: Optional[str],
        answer: Optional[Dict[str, Any]],
    ) -> None:
        """Saves tracker and answer together: both or neither."""
        values = {
            "events": json.dumps([event.as_dict() for event in self.recent(tracker)]),
            "last_turn": turn,
            "last_answer": None if answer is None else json.dumps(answer),
        }
        await _in_thread(partial(self._write, tracker.sender_id, values))

    async def answer_given(self, conversation: str, turn: str) -> Optional[Dict[str, Any]]:
        """The answer to `turn` if it was the last turn of the conversation, else None."""
        row = await _in_thread(partial(self._read, conversation))
        if row is None or row.last_turn != turn or row.last_answer is None:
            return None
        answer: Dict[str, Any] = json.loads(row.last_answer)
        return answer

    async def keys(self) -> Iterable[str]:
        """The ids of all conversations."""

        def read() -> List[str]:
            with self._engine.connect() as connection:
                return list(connection.execute(sa.select(_trackers.c.conversation)).scalars())

        return await _in_thread(read)

    async def forget(self, conversations: List[str]) -> int:
        """Removes all that is kept of the conversations; how many there were."""

        def remove() -> int:
            theirs = _trackers.delete().where(_trackers.c.conversation.in_(conversations))
            with self._engine.begin() as connection:
                return int(connection.execute(theirs).rowcount)

        return await _in_thread(remove)

    def recent(self, tracker: DialogueStateTracker) -> List[Event]:
        """The events of the last turns, after a snapshot of what the earlier ones had set."""
        events = list(tracker.events)
        starts = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
        if len(starts) <= self.turns:
            return events
        cut = starts[-self.turns]
        earlier = DialogueStateTracker.from_events(
            tracker.sender_id, events[:cut], self.domain.slots
        )
        snapshot: List[Event] = [SessionStarted()]
        snapshot += [
            SlotSet(name, slot.value)
            for name, slot in earlier.slots.items()
            if slot.value is not None
        ]
        if earlier.active_loop_name:
            snapshot.append(ActiveLoop(earlier.active_loop_name))
        return snapshot + [ActionExecuted("action_listen")] + events[cut:]

    def _make_tables(self) -> None:
        """On PostgreSQL one process at a time: two that start together must not both make them."""
        with self._engine.begin() as connection:
            if self._engine.dialect.name == "postgresql":
                connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({_MAKING})"))
            _metadata.create_all(connection)

    def _read(self, conversation: str) -> Any:
        query = sa.select(_trackers).where(_trackers.c.conversation == conversation)
        with self._engine.connect() as connection:
            return connection.execute(query).first()

    def _write(self, conversation: str, values: Dict[str, Any]) -> None:
        update = _trackers.update().where(_trackers.c.conversation == conversation)
        with self._engine.begin() as connection:
            if connection.execute(update.values(**values)).rowcount == 0:
                connection.execute(_trackers.insert().values(conversation=conversation, **values))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _engine_options(url: str) -> Dict[str, Any]:
    if sa.engine.make_url(url).get_backend_name() == "sqlite":
        return {"connect_args": {"check_same_thread": False, "timeout": 5}}
    return {"pool_pre_ping": True, "pool_size": 5}


async def _in_thread(work: Callable[[], Result]) -> Result:
    """Off the event loop: a slow database must not hold up the other conversations."""
    return await asyncio.get_running_loop().run_in_executor(None, work)
