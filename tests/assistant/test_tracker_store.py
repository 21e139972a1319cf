"""What a conversation remembers when its early turns are dropped."""

from pathlib import Path
from typing import List

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError

from assistant.tracker_store import RecentTurnsStore

DOMAIN = Domain.from_dict(
    {
        "version": "3.1",
        "slots": {"case": {"type": "text", "mappings": [{"type": "custom"}]}},
        "forms": {"plan_form": {"required_slots": []}},
    }
)


@pytest.fixture
def store(tmp_path: Path) -> RecentTurnsStore:
    return RecentTurnsStore(DOMAIN, host=f"sqlite:///{tmp_path}/trackers.sqlite3", turns=3)


def tracker_with(turns: int) -> DialogueStateTracker:
    events: List = [SlotSet("case", "A-1"), ActiveLoop("plan_form")]
    for number in range(turns):
        events += [
            ActionExecuted("action_listen"),
            UserUttered(f"turn {number}"),
            BotUttered("yes"),
        ]
    return DialogueStateTracker.from_events("conversation", events, DOMAIN.slots)


async def test_a_short_conversation_is_kept_whole(store: RecentTurnsStore) -> None:
    await store.save(tracker_with(turns=2))
    restored = await store.retrieve("conversation")
    assert len(restored.events) == len(tracker_with(turns=2).events)


async def test_of_a_long_conversation_the_last_turns_are_kept(store: RecentTurnsStore) -> None:
    await store.save(tracker_with(turns=9))
    restored = await store.retrieve("conversation")
    said = [event.text for event in restored.events if isinstance(event, UserUttered)]
    assert said == ["turn 6", "turn 7", "turn 8"]


async def test_what_the_dropped_turns_had_set_is_kept(store: RecentTurnsStore) -> None:
    await store.save(tracker_with(turns=9))
    restored = await store.retrieve("conversation")
    assert restored.get_slot("case") == "A-1"
    assert restored.active_loop_name == "plan_form"


async def test_an_error_quotes_nothing_that_was_said(store: RecentTurnsStore) -> None:
    with store._engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE trackers"))
    with pytest.raises(OperationalError) as wrong:
        await store.save(tracker_with(turns=1))
    assert "turn 0" not in str(wrong.value)


async def test_saving_again_does_not_grow_the_row(store: RecentTurnsStore) -> None:
    await store.save(tracker_with(turns=9))
    once = await store.retrieve("conversation")
    await store.save(once)
    twice = await store.retrieve("conversation")
    assert len(twice.events) == len(once.events)


async def test_an_unknown_conversation_is_new(store: RecentTurnsStore) -> None:
    assert await store.retrieve("never seen") is None


async def test_the_answer_of_the_last_turn_is_kept_beside_it(store: RecentTurnsStore) -> None:
    await store.save_turn(tracker_with(turns=1), "turn-1", {"messages": ["å"]})
    assert await store.answer_given("conversation", "turn-1") == {"messages": ["å"]}
    assert await store.answer_given("conversation", "turn-2") is None


async def test_a_broken_database_is_not_taken_for_a_new_conversation(tmp_path: Path) -> None:
    path = tmp_path / "trackers.sqlite3"
    store = RecentTurnsStore(DOMAIN, host=f"sqlite:///{path}")
    await store.save(tracker_with(turns=1))
    store._engine.dispose()
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(Exception, match="database"):
        await store.retrieve("conversation")


async def test_a_conversation_that_is_forgotten_is_new(store: RecentTurnsStore) -> None:
    await store.save_turn(tracker_with(turns=1), "turn-1", {"messages": ["å"]})
    assert await store.forget(["conversation", "never seen"]) == 1
    assert await store.forget(["conversation"]) == 0
    assert await store.retrieve("conversation") is None
    assert await store.answer_given("conversation", "turn-1") is None


def test_the_store_is_one_that_rasa_accepts(store: RecentTurnsStore) -> None:
    assert isinstance(store, TrackerStore)
