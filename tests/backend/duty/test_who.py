"""Who is on duty for a client."""

from datetime import timedelta
from uuid import uuid4

from backend.clock import utc_now
from backend.database import Database
from backend.duty import how_many_on_duty, is_on_duty
from backend.duty.repository import begin_wrap_up, choose, end_wrap_up, find_duty, stay_here
from backend.duty.states import state_of
from backend.staff.models import StaffUser

LONG = timedelta(hours=1)


async def somebody(database: Database, name: str, clients: list[str], **more: bool) -> str:
    id = uuid4().hex
    async with database.transaction() as session:
        user = StaffUser(id=id, email=f"{id}@staff", name=name, role="agent", language="en")
        user.clients, user.password_hash, user.active = clients, "-", more.get("active", True)
        session.add(user)
        await session.flush()
        await stay_here(session, [id], utc_now() + LONG)
    return id


async def number(database: Database, client: str, after: timedelta = timedelta()) -> int:
    async with database.transaction() as session:
        return await how_many_on_duty(session, client, utc_now() + after)


async def test_those_are_on_duty_who_may_see_the_client_and_have_the_console_open(
    database: Database,
) -> None:
    await somebody(database, "Alm", ["*"])
    await somebody(database, "Björk", ["lind"])
    await somebody(database, "Koivu", ["pyy"])
    await somebody(database, "Lönn", ["lind"], active=False)
    assert await number(database, "lind") == 2
    assert await number(database, "lind", after=2 * LONG) == 0


async def test_who_is_away_is_not_on_duty_and_who_wraps_up_is(database: Database) -> None:
    alm, bjork = await somebody(database, "Alm", ["*"]), await somebody(database, "Björk", ["lind"])
    async with database.transaction() as session:
        await choose(session, alm, "away", utc_now())
        await begin_wrap_up(session, bjork, utc_now() + LONG)
    async with database.transaction() as session:
        assert await how_many_on_duty(session, "lind") == 1
        assert await is_on_duty(session, bjork, "lind")
        assert not await is_on_duty(session, bjork, "pyy")
        assert not await is_on_duty(session, alm, "lind")
        assert not await is_on_duty(session, "nobody", "lind")


async def test_taking_something_new_ends_a_wrap_up(database: Database) -> None:
    alm = await somebody(database, "Alm", ["*"])
    async with database.transaction() as session:
        await begin_wrap_up(session, alm, utc_now() + LONG)
        await end_wrap_up(session, alm)
    async with database.transaction() as session:
        found = await find_duty(session, alm)
    assert found is not None
    assert state_of(found[0], utc_now()) == "available"


async def test_staying_does_not_change_what_was_chosen(database: Database) -> None:
    alm = await somebody(database, "Alm", ["*"])
    async with database.transaction() as session:
        await choose(session, alm, "away", utc_now())
        await stay_here(session, [alm], utc_now() + LONG)
    async with database.transaction() as session:
        found = await find_duty(session, alm)
    assert found is not None
    assert found[0].choice == "away"
