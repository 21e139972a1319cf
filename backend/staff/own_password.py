"""A user gives the account a password of the user's own choice."""

from backend.audit import Actor, Subject, write_down
from backend.conversations.refusing import refusal
from backend.live import Live, TooFast
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.password_rules import SHORTEST, what_is_wrong
from backend.staff.passwords import hash_password, is_password
from backend.staff.repository import end_sessions_of, find_user
from backend.staff.signing_in import open_session
from backend.staff.user_schemas import OwnPassword
from backend.texts import say

_LIMIT = "failed_sign_ins_for_an_email"


async def change_own_password(
    house: Services, live: Live, me: StaffUser, given: OwnPassword
) -> str:
    """Changes it, and signs the user out everywhere but here: the new session's cookie.

    Raises the problems kept-by-provider, too-fast, password-wrong, password-too-short and
    password-too-common.
    """
    if me.provider_key is not None:
        raise refusal(house, me.language, 409, "kept-by-provider")
    seconds = await live.limits.spend(_LIMIT, me.email)
    if seconds:
        raise TooFast(say(house.texts, me.language, "sign_in_too_often"), seconds)
    if not await is_password(given.current, me.password_hash):
        raise refusal(house, me.language, 422, "password-wrong")
    await live.limits.give_back(_LIMIT, me.email)
    wrong = what_is_wrong(given.new, me.email)
    if wrong is not None:
        raise refusal(house, me.language, 422, wrong, least=str(SHORTEST))
    hashed = await hash_password(given.new)
    async with house.database.transaction() as session:
        user = await find_user(session, me.id)
        assert user is not None
        user.password_hash = hashed
        user.one_time_password = False
        await end_sessions_of(session, me.id)
        write_down(session, "password.changed", Actor.staff(me.id), Subject("user", me.id))
    return await open_session(house, me, "password")
