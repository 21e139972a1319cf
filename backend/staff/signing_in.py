"""Signing in and out: a cookie that scripts cannot read, of which only the fingerprint is kept."""

from datetime import timedelta

from fastapi import Response

from backend.audit import SYSTEM, Actor, Subject, write_down
from backend.clock import utc_now
from backend.conversations.refusing import refusal
from backend.identity.access import fingerprint, new_token
from backend.live import Live, TooFast
from backend.services import Services
from backend.staff.models import StaffSession, StaffUser
from backend.staff.passwords import is_password
from backend.staff.repository import (
    end_oldest_sessions,
    end_session,
    end_sessions_that_ran_out,
    find_session,
    note_seen,
    user_by_email,
)
from backend.staff.schemas import SignIn
from backend.staff.second_step.checking import check_second_step
from backend.texts import say

COOKIE = "sovinto_staff"
COOKIE_PATH = "/api/staff"
CONSOLE = "/console/"
LIFETIME = timedelta(hours=12)
#: At a desk, at home and on a phone; the oldest ends when there is one more.
MOST_SESSIONS = 5


async def sign_in(
    house: Services, live: Live, given: SignIn, address: str, language: str
) -> tuple[StaffUser, str]:
    """The user and a new cookie. Raises the problems sign-in-wrong, passwords-off, too-fast,
    second-step-needed and code-wrong.

    An unknown user, one who is switched off and a wrong password have the same answer, after the
    same time.
    """
    if not house.settings.local_passwords:
        raise refusal(house, language, 403, "passwords-off")
    email = given.email.strip().lower()
    counts = (("failed_sign_ins_for_an_email", email), ("failed_sign_ins_of_an_address", address))
    seconds = max([await live.limits.spend(limit, key) for limit, key in counts])
    if seconds:
        raise TooFast(say(house.texts, language, "sign_in_too_often"), seconds)
    async with house.database.transaction() as session:
        user = await user_by_email(session, email)
    may = await is_password(given.password, user.password_hash if user else None)
    if user is None or not (may and user.active):
        await _note_failure(house, user)
        raise refusal(house, language, 401, "sign-in-wrong")
    for limit, key in counts:
        await live.limits.give_back(limit, key)
    if user.second_step_since is None:
        return user, await open_session(house, user, "password")
    if given.code is None:
        raise refusal(house, language, 401, "second-step-needed")
    way = await check_second_step(house, live, user, given.code, language)
    return user, await open_session(house, user, way)


def give_cookie(house: Services, response: Response, cookie: str) -> None:
    """Puts the session's cookie into the browser."""
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=int(LIFETIME.total_seconds()),
        path=COOKIE_PATH,
        httponly=True,
        samesite="strict",
        secure=not house.settings.demo,
    )


async def sign_out(house: Services, cookie: str) -> str | None:
    """Ends the session; where to sign out of the identity provider too, if it was that way."""
    async with house.database.transaction() as session:
        found = await find_session(session, fingerprint(cookie), utc_now())
        if found is None:
            return None
        await end_session(session, found.id)
        write_down(session, "sign_in.ended", Actor.staff(found.user_id))
    if house.provider is None or found.user.provider_key is None:
        return None
    return await house.provider.goodbye(house.settings.public_url.rstrip("/") + CONSOLE)


async def open_session(
    house: Services, user: StaffUser, way: str, provider_sid: str | None = None
) -> str:
    """A new cookie. `way` is how the user showed who it is, for the audit."""
    cookie, now = new_token(), utc_now()
    async with house.database.transaction() as session:
        await end_sessions_that_ran_out(session, now)
        session.add(
            StaffSession(
                id=fingerprint(cookie),
                user_id=user.id,
                expires_at=now + LIFETIME,
                provider_sid=provider_sid,
            )
        )
        await session.flush()
        await end_oldest_sessions(session, user.id, MOST_SESSIONS)
        await note_seen(session, user.id, now)
        write_down(session, "sign_in.done", Actor.staff(user.id), way=way)
    return cookie


async def _note_failure(house: Services, user: StaffUser | None) -> None:
    """Nobody is named who is no user: people type passwords where the e-mail belongs."""
    about = Subject("user", user.id) if user else None
    async with house.database.transaction() as session:
        write_down(session, "sign_in.failed", SYSTEM, about, result="refused")
