"""Adding users, changing what they may, and switching them off."""

from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import SYSTEM, Actor, Subject, write_down
from backend.conversations.refusing import refusal
from backend.handoff.skills import skills
from backend.problems import not_found
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.password_rules import new_password
from backend.staff.passwords import hash_password
from backend.staff.permissions import read_roles
from backend.staff.repository import (
    all_users,
    end_sessions_of,
    find_user,
    lock_administrators,
    user_by_email,
)
from backend.staff.user_schemas import Change, NewUser, StaffUserOut
from backend.staff.users_clients import ALL, check_clients, manages

ADMINISTRATOR = "administrator"
#: What is changed here of somebody whom the identity provider knows; the rest it says itself.
_NOT_THE_PROVIDERS = {"active", "language", "speaks", "skills"}


def who_works_on_the_server(language: str) -> StaffUser:
    """Stands for whoever has a shell there, for the command line: no user, and may do all."""
    return StaffUser(id="", language=language, clients=[ALL], role=ADMINISTRATOR, active=True)


async def list_users(house: Services, me: StaffUser) -> list[StaffUserOut]:
    """The users whom I manage, by name."""
    async with house.database.transaction() as session:
        users = [user for user in await all_users(session) if manages(me, user)]
    return [StaffUserOut.model_validate(user, from_attributes=True) for user in users]


async def add_user(house: Services, me: StaffUser, wanted: NewUser) -> tuple[StaffUser, str]:
    """The new user and the password, which is told only here.

    Raises the problems passwords-off, role-, client-, language- and skill-unknown, and email-taken.
    """
    if not house.settings.local_passwords:
        raise refusal(house, me.language, 409, "passwords-off")
    _check(house, me, wanted.role, wanted.clients, wanted.language)
    _check_work(house, me, wanted.speaks, wanted.skills)
    password = new_password()
    hashed = await hash_password(password)
    async with house.database.transaction() as session:
        if await user_by_email(session, wanted.email) is not None:
            raise refusal(house, me.language, 409, "email-taken")
        user = StaffUser(
            id=uuid4().hex,
            password_hash=hashed,
            one_time_password=True,
            active=True,
            **wanted.model_dump(),
        )
        session.add(user)
        await session.flush()
        _note(session, me, "user.added", user, role=user.role, clients=user.clients)
    return user, password


async def change_user(house: Services, me: StaffUser, id: str, change: Change) -> StaffUser:
    """The user as changed. With another role, other clients or no way in, all sessions end.

    Raises the problems of add_user, and not-found, not-yourself, last-administrator and
    kept-by-provider.
    """
    wanted = change.model_dump(exclude_none=True)
    _check(house, me, change.role, change.clients, change.language)
    _check_work(house, me, change.speaks or [], change.skills or [])
    async with house.database.transaction() as session:
        administrators = await lock_administrators(session)
        user = await _managed(session, me, id)
        if user.provider_key is not None and wanted.keys() - _NOT_THE_PROVIDERS:
            raise refusal(house, me.language, 409, "kept-by-provider")
        loses = user.role == ADMINISTRATOR and user.active and _takes_away(change)
        if user.id == me.id and (loses or change.active is False):
            raise refusal(house, me.language, 409, "not-yourself")
        if loses and set(administrators) <= {user.id}:
            raise refusal(house, me.language, 409, "last-administrator")
        changed = {name: value for name, value in wanted.items() if value != getattr(user, name)}
        for name, value in changed.items():
            setattr(user, name, value)
        if changed.keys() & {"role", "clients", "active"}:
            await end_sessions_of(session, user.id)
        if changed:
            _note(session, me, "user.changed", user, **_told(changed))
    return user


async def set_new_password(house: Services, me: StaffUser, id: str) -> str:
    """A new password for the user, told only here; all sessions of the user end.

    Raises the problems not-found, passwords-off and kept-by-provider.
    """
    if not house.settings.local_passwords:
        raise refusal(house, me.language, 409, "passwords-off")
    password = new_password()
    hashed = await hash_password(password)
    async with house.database.transaction() as session:
        user = await _managed(session, me, id)
        if user.provider_key is not None:
            raise refusal(house, me.language, 409, "kept-by-provider")
        user.password_hash = hashed
        user.one_time_password = True
        await end_sessions_of(session, user.id)
        _note(session, me, "password.changed", user)
    return password


async def _managed(session: AsyncSession, me: StaffUser, id: str) -> StaffUser:
    user = await find_user(session, id)
    if user is None or not manages(me, user):
        raise not_found("user")
    return user


def _check(
    house: Services,
    me: StaffUser,
    role: str | None,
    clients: list[str] | None,
    language: str | None,
) -> None:
    if role is not None and role not in read_roles().roles:
        known = ", ".join(read_roles().roles)
        raise refusal(house, me.language, 422, "role-unknown", known=known)
    if language is not None and language not in house.texts:
        raise refusal(house, me.language, 422, "language-unknown", known=", ".join(house.texts))
    if clients is not None:
        check_clients(house, me, clients)


def _check_work(house: Services, me: StaffUser, speaks: list[str], trained: list[str]) -> None:
    if set(speaks) - house.texts.keys():
        raise refusal(house, me.language, 422, "language-unknown", known=", ".join(house.texts))
    if set(trained) - skills().keys():
        raise refusal(house, me.language, 422, "skill-unknown", known=", ".join(skills()))


def _takes_away(change: Change) -> bool:
    return change.active is False or change.role not in (None, ADMINISTRATOR)


def _told(changed: dict[str, Any]) -> dict[str, Any]:
    """What was changed; the name itself is nobody's business in the audit."""
    return {name: (True if name == "name" else value) for name, value in changed.items()}


def _note(session: AsyncSession, me: StaffUser, act: str, user: StaffUser, **facts: Any) -> None:
    by = Actor.staff(me.id) if me.id else SYSTEM
    write_down(session, act, by, Subject("user", user.id), **facts)
