"""Turning the second step on and off, and new recovery codes."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import SYSTEM, Actor, Subject, write_down
from backend.clock import utc_now
from backend.conversations.refusing import refusal
from backend.live import Live, TooFast
from backend.problems import not_found
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.passwords import is_password
from backend.staff.repository import end_other_sessions, end_sessions_of, find_user
from backend.staff.second_step.checking import check_second_step, take_code
from backend.staff.second_step.codes import address_for_apps, new_secret
from backend.staff.second_step.keeping import encipher
from backend.staff.second_step.recovery import forget_codes, hashed, new_codes, put_codes
from backend.staff.users_clients import manages
from backend.texts import say

_LIMIT = "failed_sign_ins_for_an_email"


async def begin(house: Services, live: Live, me: StaffUser, password: str) -> tuple[str, str]:
    """A new secret, and the address with it that an app reads. It counts once it is confirmed.

    Raises the problems kept-by-provider, second-step-on, password-wrong and too-fast.
    """
    if me.provider_key is not None:
        raise refusal(house, me.language, 409, "kept-by-provider")
    if me.second_step_since is not None:
        raise refusal(house, me.language, 409, "second-step-on")
    seconds = await live.limits.spend(_LIMIT, me.email)
    if seconds:
        raise TooFast(say(house.texts, me.language, "sign_in_too_often"), seconds)
    if not await is_password(password, me.password_hash):
        raise refusal(house, me.language, 422, "password-wrong")
    await live.limits.give_back(_LIMIT, me.email)
    secret = new_secret()
    kept = encipher(house.settings.second_step_key, me.id, secret)
    async with house.database.transaction() as session:
        user = await _found(session, me.id)
        user.second_step_secret, user.second_step_last = kept, None
        write_down(session, "second_step.begun", Actor.staff(me.id), Subject("user", me.id))
    return secret, address_for_apps(secret, me.email)


async def confirm(
    house: Services, live: Live, me: StaffUser, this_session: str, code: str
) -> list[str]:
    """From now on it counts; the recovery codes, told only here. All other sessions end.

    Raises the problems second-step-on, second-step-not-begun, code-wrong and too-fast.
    """
    if me.second_step_since is not None:
        raise refusal(house, me.language, 409, "second-step-on")
    if me.second_step_secret is None:
        raise refusal(house, me.language, 409, "second-step-not-begun")
    seconds = await live.limits.spend("failed_codes_of_a_user", me.id)
    if seconds:
        raise TooFast(say(house.texts, me.language, "sign_in_too_often"), seconds)
    if not await take_code(house, me, "".join(code.split())):
        raise refusal(house, me.language, 422, "code-wrong")
    await live.limits.give_back("failed_codes_of_a_user", me.id)
    codes = new_codes()
    made = await hashed(codes)
    async with house.database.transaction() as session:
        user = await _found(session, me.id)
        user.second_step_since = utc_now()
        await put_codes(session, me.id, made)
        await end_other_sessions(session, me.id, this_session)
        write_down(session, "second_step.on", Actor.staff(me.id), Subject("user", me.id))
    return codes


async def renew_codes(house: Services, live: Live, me: StaffUser, code: str) -> list[str]:
    """New recovery codes, told only here. Raises second-step-not-begun, code-wrong, too-fast."""
    await _show_again(house, live, me, code)
    codes = new_codes()
    made = await hashed(codes)
    async with house.database.transaction() as session:
        await put_codes(session, me.id, made)
        write_down(session, "recovery_codes.made", Actor.staff(me.id), Subject("user", me.id))
    return codes


async def turn_off(house: Services, live: Live, me: StaffUser, code: str) -> None:
    """The password is enough again. Raises second-step-not-begun, code-wrong and too-fast."""
    await _show_again(house, live, me, code)
    async with house.database.transaction() as session:
        await _clear(session, await _found(session, me.id), Actor.staff(me.id))


async def reset(house: Services, me: StaffUser, id: str) -> None:
    """Takes it from somebody who has lost phone and codes; all sessions of theirs end.

    Again changes nothing. Raises the problems not-found and not-your-own-second-step.
    """
    if id == me.id:
        raise refusal(house, me.language, 409, "not-your-own-second-step")
    async with house.database.transaction() as session:
        user = await find_user(session, id)
        if user is None or not manages(me, user):
            raise not_found("user")
        if user.second_step_secret is None:
            return
        await end_sessions_of(session, user.id)
        await _clear(session, user, Actor.staff(me.id) if me.id else SYSTEM)


async def _show_again(house: Services, live: Live, me: StaffUser, code: str) -> None:
    if me.second_step_since is None:
        raise refusal(house, me.language, 409, "second-step-not-begun")
    await check_second_step(house, live, me, code, me.language, status=422)


async def _clear(session: AsyncSession, user: StaffUser, by: Actor) -> None:
    user.second_step_secret = user.second_step_since = user.second_step_last = None
    await forget_codes(session, user.id)
    write_down(session, "second_step.off", by, Subject("user", user.id))


async def _found(session: AsyncSession, id: str) -> StaffUser:
    user = await find_user(session, id)
    assert user is not None
    return user
