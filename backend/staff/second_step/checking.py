"""Whether somebody has the second step: a code of the app, or a recovery code, each taken once."""

from typing import Literal

from sqlalchemy import or_, update

from backend.audit import SYSTEM, Subject, write_down
from backend.clock import utc_now
from backend.conversations.refusing import refusal
from backend.live import Live, TooFast
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.second_step.codes import half_minute_of
from backend.staff.second_step.keeping import SecretLost, decipher
from backend.staff.second_step.recovery import use_code
from backend.texts import say

Way = Literal["code", "recovery-code"]
_LIMIT = "failed_codes_of_a_user"


async def check_second_step(
    house: Services, live: Live, user: StaffUser, code: str, language: str, *, status: int = 401
) -> Way:
    """How it was shown. Raises the problems code-wrong and too-fast."""
    seconds = await live.limits.spend(_LIMIT, user.id)
    if seconds:
        raise TooFast(say(house.texts, language, "sign_in_too_often"), seconds)
    way = await _way(house, user, code)
    if way is None:
        async with house.database.transaction() as session:
            about = Subject("user", user.id)
            write_down(session, "second_step.failed", SYSTEM, about, result="refused")
        raise refusal(house, language, status, "code-wrong")
    await live.limits.give_back(_LIMIT, user.id)
    return way


async def _way(house: Services, user: StaffUser, code: str) -> Way | None:
    digits = "".join(code.split())
    if digits.isdigit():
        return "code" if await take_code(house, user, digits) else None
    return "recovery-code" if await use_code(house.database, user.id, code) else None


async def take_code(house: Services, user: StaffUser, code: str) -> bool:
    """Whether the app makes this code now. The half minute is used up: a replay is refused."""
    try:
        secret = decipher(house.settings.second_step_key, user.id, user.second_step_secret or "")
    except SecretLost:
        return False
    half_minute = half_minute_of(secret, code, utc_now())
    if half_minute is None:
        return False
    last = StaffUser.second_step_last
    fresh = update(StaffUser).where(
        StaffUser.id == user.id, or_(last.is_(None), last < half_minute)
    )
    async with house.database.transaction() as session:
        done = await session.execute(
            fresh.values(second_step_last=half_minute).returning(StaffUser.id)
        )
        return done.first() is not None
