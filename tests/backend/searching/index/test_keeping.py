"""The database itself keeps the index: with each write, and when something goes."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import delete, select, text, update

from backend.cases.models import Debtor
from backend.conversations.models import Conversation, Message
from backend.database import Database
from backend.handoff.models import Handoff
from backend.retention.removing import remove_due
from backend.searching.index.building import build_index
from backend.searching.index.matching import holds, parts_of
from backend.searching.models import SearchEntry
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.retention.test_removing import aged
from tests.backend.staff.agents import Agent


async def places(house: Services, typed: str) -> list[str]:
    """The places that hold what was typed, whoever may see them."""
    async with house.database.transaction() as session:
        found = select(SearchEntry.place).where(holds(session, parts_of(typed)))
        return sorted(await session.scalars(found))


@pytest.fixture
async def visitor(http: httpx.AsyncClient, agents: list[Agent]) -> Visitor:
    """Somebody who has said something, and a person is to look at it."""
    visitor = await Visitor.arrives(http)
    await visitor.sends("Jag bor i Ångermanland", id="m1")
    await hand_over(http, visitor)
    return visitor


async def test_what_is_only_said_to_the_assistant_is_not_in_it(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("hemlighet")
    assert await places(house, "hemlighet") == []


async def test_all_that_was_said_is_in_it_once_a_person_is_to_look(
    visitor: Visitor, house: Services
) -> None:
    # The fake assistant says it again.
    assert await places(house, "angerman") == ["message", "message"]
    await visitor.sends("och nu i Kiruna")
    assert await places(house, "kiruna") == ["message"]


async def test_a_text_that_is_blanked_is_not_found(visitor: Visitor, house: Services) -> None:
    async with house.database.transaction() as session:
        await session.execute(
            update(Message).where(Message.conversation_id == visitor.id).values(text="…")
        )
    assert await places(house, "ångermanland") == []


async def test_a_message_that_is_removed_is_not_found(visitor: Visitor, house: Services) -> None:
    async with house.database.transaction() as session:
        await session.execute(delete(Message).where(Message.id == "m1"))
    assert await places(house, "ångermanland") == ["message"]


async def test_what_is_kept_too_long_goes_from_it(visitor: Visitor, house: Services) -> None:
    async with house.database.transaction() as session:
        await session.execute(update(Handoff).values(state="closed"))
    await aged(house, visitor, timedelta(days=91))
    await remove_due(house)
    async with house.database.transaction() as session:
        assert list(await session.scalars(select(SearchEntry.place))) == []
    assert await places(house, "ångermanland") == []


async def test_a_name_that_changes_is_found_by_the_new_one_alone(house: Services) -> None:
    await a_case(house.database, "L-1", first_name="Åsa")
    async with house.database.transaction() as session:
        await session.execute(update(Debtor).values(name="Ida Holm"))
    assert (await places(house, "asa"), await places(house, "holm")) == ([], ["debtor"])
    async with house.database.transaction() as session:
        await session.execute(text("DELETE FROM ledger_entries"))
        await session.execute(text("DELETE FROM cases"))
        await session.execute(delete(Debtor))
    assert await places(house, "holm") == []


async def test_a_case_that_becomes_known_after_the_hand_over_is_found(
    visitor: Visitor, house: Services
) -> None:
    async with house.database.transaction() as session:
        theirs = update(Conversation).where(Conversation.id == visitor.id)
        await session.execute(theirs.values(case_reference="L-77"))
    assert await places(house, "l-77") == ["case"]
    async with house.database.transaction() as session:
        await session.execute(theirs.values(case_reference="L-88"))
    assert (await places(house, "l-77"), await places(house, "l-88")) == ([], ["case"])


async def entries(database: Database) -> list[tuple[str, str, str, str]]:
    async with database.transaction() as session:
        rows = await session.execute(
            text("SELECT place, owner, id, CAST(words AS TEXT) FROM search_entries")
        )
        return sorted((place, owner, id, words) for place, owner, id, words in rows)


async def test_built_anew_it_holds_the_same(visitor: Visitor, house: Services) -> None:
    await a_case(house.database, "L-1")
    async with house.database.transaction() as session:
        await session.execute(update(Conversation).values(case_reference="L-1"))
    before = await entries(house.database)
    assert {place for place, *_ in before} == {"message", "handoff", "case", "debtor"}
    async with house.database.engine.begin() as connection:
        await connection.run_sync(build_index)
    assert await entries(house.database) == before
    assert await places(house, "ångermanland") == ["message", "message"]
