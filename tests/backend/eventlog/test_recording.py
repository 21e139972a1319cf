"""The log takes the kinds of kinds.yaml with exactly their fields."""

import pytest
from sqlalchemy import select

from backend.database import Database
from backend.eventlog import Where, record
from backend.eventlog.models import LoggedEvent
from backend.eventlog.recording import read_kinds

SOMEWHERE = Where("lind", "a" * 32, "web", "sv")


async def test_an_event_is_kept_with_its_place_and_version(database: Database) -> None:
    async with database.transaction() as session:
        record(session, "conversation_rated", SOMEWHERE, score=4)
    async with database.transaction() as session:
        [event] = await session.scalars(select(LoggedEvent))
    assert (event.kind, event.version, event.data) == ("conversation_rated", 1, {"score": 4})
    assert (event.client, event.conversation, event.channel) == ("lind", "a" * 32, "web")


async def test_an_unknown_kind_is_refused(database: Database) -> None:
    async with database.transaction() as session:
        with pytest.raises(LookupError, match="knows no"):
            record(session, "coffee_made", SOMEWHERE)


async def test_a_field_too_many_or_too_few_is_refused(database: Database) -> None:
    async with database.transaction() as session:
        with pytest.raises(TypeError, match="score"):
            record(session, "conversation_rated", SOMEWHERE)
        with pytest.raises(TypeError, match="score"):
            record(session, "conversation_rated", SOMEWHERE, score=4, name="somebody")


@pytest.mark.parametrize("kind", read_kinds())
def test_each_kind_says_what_it_is_and_what_its_fields_are(kind: str) -> None:
    written = read_kinds()[kind]
    assert set(written) == {"version", "says", "data"}
    assert written["says"]
    assert all(isinstance(says, str) and says for says in written["data"].values())
