"""The only door to the tables of staff, and to conversations as staff may see them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.kinds import Mode
from backend.conversations.models import Conversation
from backend.staff.models import StaffSession, StaffUser

#: When somebody was there is noted no more often than this.
SEEN_EACH = timedelta(minutes=5)

# Asked with each request, and so put together once.
_SESSION = (
    select(StaffSession)
    .join(StaffSession.user)
    .where(
        StaffSession.id == bindparam("session"),
        StaffSession.expires_at > bindparam("now"),
        StaffUser.active,
    )
)


async def user_by_email(session: AsyncSession, email: str) -> StaffUser | None:
    """The user with this e-mail, in whatever case it is written."""
    found: StaffUser | None = await session.scalar(
        select(StaffUser).where(StaffUser.email == email.strip().lower())
    )
    return found


async def find_user(session: AsyncSession, id: str) -> StaffUser | None:
    """A user, as it is now."""
    return await session.get(StaffUser, id, populate_existing=True)


async def all_users(session: AsyncSession) -> Sequence[StaffUser]:
    """All users by name, those who are switched off too."""
    return (await session.scalars(select(StaffUser).order_by(StaffUser.name, StaffUser.id))).all()


async def ids_of_users_like(session: AsyncSession, wanted: str) -> Sequence[str]:
    """Users whose name or e-mail holds the words."""
    named = StaffUser.name.icontains(wanted, autoescape=True)
    written = StaffUser.email.icontains(wanted, autoescape=True)
    return (await session.scalars(select(StaffUser.id).where(named | written))).all()


async def lock_administrators(session: AsyncSession) -> Sequence[str]:
    """The ids of those who administer; nobody else changes them until this transaction ends.

    An update, because SQLite has no other lock: what is read after it stays true.
    """
    theirs = (StaffUser.role == "administrator", StaffUser.active)
    await session.execute(update(StaffUser).where(*theirs).values(role=StaffUser.role))
    return (await session.scalars(select(StaffUser.id).where(*theirs))).all()


async def note_seen(session: AsyncSession, user: str, now: datetime) -> None:
    """The user was at the console."""
    await session.execute(update(StaffUser).where(StaffUser.id == user).values(last_seen_at=now))


async def note_all_seen(session: AsyncSession, users: Collection[str], now: datetime) -> None:
    """The users are at the console; noted no more often than SEEN_EACH."""
    before = StaffUser.last_seen_at <= now - SEEN_EACH
    here = update(StaffUser).where(StaffUser.id.in_(users), before)
    await session.execute(here.values(last_seen_at=now))


async def sessions_that_last(
    session: AsyncSession, ids: Collection[str], now: datetime
) -> Collection[str]:
    """Those of the sessions that have not run out, of users who are not switched off."""
    lasting = select(StaffSession.id).join(StaffSession.user)
    found = lasting.where(StaffSession.id.in_(ids), StaffSession.expires_at > now, StaffUser.active)
    return set(await session.scalars(found))


async def names_of_users(session: AsyncSession, users: Collection[str]) -> Mapping[str, str]:
    """The users' names by their ids."""
    if not users:
        return {}
    named = select(StaffUser.id, StaffUser.name).where(StaffUser.id.in_(users))
    return {user.id: user.name for user in await session.execute(named)}


async def find_session(session: AsyncSession, id: str, now: datetime) -> StaffSession | None:
    """A session that has not run out, of a user who is not switched off."""
    found: StaffSession | None = await session.scalar(_SESSION, {"session": id, "now": now})
    return found


async def end_session(session: AsyncSession, id: str) -> None:
    """Ends a session; one that is none is no error."""
    await session.execute(delete(StaffSession).where(StaffSession.id == id))


async def end_sessions_of(session: AsyncSession, user: str) -> int:
    """Signs the user out everywhere; of how many places."""
    ended = delete(StaffSession).where(StaffSession.user_id == user).returning(StaffSession.id)
    return len((await session.scalars(ended)).all())


async def end_other_sessions(session: AsyncSession, user: str, but: str) -> None:
    """Signs the user out everywhere but in one place."""
    others = delete(StaffSession).where(StaffSession.user_id == user, StaffSession.id != but)
    await session.execute(others)


async def end_oldest_sessions(session: AsyncSession, user: str, at_most: int) -> None:
    """Leaves the user the newest sessions."""
    newest = select(StaffSession.id).where(StaffSession.user_id == user)
    kept = newest.order_by(StaffSession.created_at.desc()).limit(at_most)
    others = delete(StaffSession).where(
        StaffSession.user_id == user, StaffSession.id.not_in(kept.scalar_subquery())
    )
    await session.execute(others.execution_options(synchronize_session=False))


async def end_sessions_that_ran_out(session: AsyncSession, now: datetime) -> None:
    """Forgets sessions that nobody can use any more."""
    await session.execute(delete(StaffSession).where(StaffSession.expires_at <= now))


def seen_by_staff(
    clients: Collection[str] | BindParameter[Collection[str]],
) -> tuple[ColumnElement[bool], ...]:
    """What every query for conversations as staff see them is bound to.

    They are of these clients, and were handed over once; else nobody is to read them.
    """
    return Conversation.client.in_(clients), Conversation.handed_over.is_(True)


_FOR_STAFF = (
    select(Conversation)
    .where(
        Conversation.id == bindparam("conversation"),
        *seen_by_staff(bindparam("clients", expanding=True)),
    )
    .execution_options(populate_existing=True)
)


async def find_for_staff(
    session: AsyncSession, conversation: str, clients: Collection[str]
) -> Conversation | None:
    """A conversation of these clients, if staff may see it."""
    asked = {"conversation": conversation, "clients": list(clients)}
    found: Conversation | None = await session.scalar(_FOR_STAFF, asked)
    return found


async def give_to(session: AsyncSession, conversation: str, user: str) -> bool:
    """Gives a conversation that nobody has to the user; False when somebody was first."""
    free = update(Conversation).where(
        Conversation.id == conversation,
        Conversation.agent.is_(None),
        Conversation.mode != "closed",
    )
    done = await session.execute(free.values(agent=user, mode="agent").returning(Conversation.id))
    return done.first() is not None


async def pass_on(session: AsyncSession, conversation: str, before: str, user: str) -> bool:
    """Gives the conversation that one user has to another; False when that one does not have it."""
    theirs = update(Conversation).where(
        Conversation.id == conversation, Conversation.agent == before
    )
    done = await session.execute(theirs.values(agent=user).returning(Conversation.id))
    return done.first() is not None


async def take_from(session: AsyncSession, conversation: str, user: str, mode: Mode) -> bool:
    """Ends the user's having the conversation; False when the user does not have it."""
    theirs = update(Conversation).where(Conversation.id == conversation, Conversation.agent == user)
    done = await session.execute(theirs.values(agent=None, mode=mode).returning(Conversation.id))
    return done.first() is not None
