"""The only door to the table of duties."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.database.inserting import insert_once
from backend.duty.models import Duty
from backend.duty.states import Choice
from backend.staff.models import StaffUser


async def find_duty(session: AsyncSession, user: str) -> tuple[Duty, StaffUser] | None:
    """A user's duty, as it is now; nobody has one who has never been at the desk."""
    both = select(Duty, StaffUser).join(StaffUser, StaffUser.id == Duty.user_id)
    found = await session.execute(
        both.where(Duty.user_id == user).execution_options(populate_existing=True)
    )
    row = found.first()
    return (row.Duty, row.StaffUser) if row else None


async def clients_of_those_at_work(session: AsyncSession, now: datetime) -> Sequence[list[str]]:
    """The clients of each whose console is open and who has not chosen to be away."""
    theirs = select(StaffUser.clients).join(Duty, Duty.user_id == StaffUser.id)
    at_work = theirs.where(Duty.here_until > now, Duty.choice != "away", StaffUser.active)
    return (await session.scalars(at_work)).all()


async def stay_here(session: AsyncSession, users: Collection[str], until: datetime) -> None:
    """The users' lines stand; whoever comes for the first time is available."""
    moved = update(Duty).where(Duty.user_id.in_(users)).values(here_until=until)
    known = set(await session.scalars(moved.returning(Duty.user_id)))
    for user in set(users) - known:
        await insert_once(session, Duty, user_id=user, here_until=until)


async def leave_now(session: AsyncSession, user: str, now: datetime) -> None:
    """The user has signed out."""
    await session.execute(update(Duty).where(Duty.user_id == user).values(here_until=now))


async def choose(session: AsyncSession, user: str, choice: Choice, now: datetime) -> None:
    """Sets what the user wants to be; choosing ends a wrap-up."""
    await insert_once(session, Duty, user_id=user)
    chosen = update(Duty).where(Duty.user_id == user)
    await session.execute(chosen.values(choice=choice, since=now, wrap_up_until=None))


async def begin_wrap_up(session: AsyncSession, user: str, until: datetime) -> None:
    """The user has just closed a conversation."""
    chosen = update(Duty).where(Duty.user_id == user)
    await session.execute(chosen.values(wrap_up_until=until))


async def end_wrap_up(session: AsyncSession, user: str) -> None:
    """The user takes something new."""
    chosen = update(Duty).where(Duty.user_id == user, Duty.wrap_up_until.is_not(None))
    await session.execute(chosen.values(wrap_up_until=None))
