"""The only door to the table of those who are on their way to the identity provider and back."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.staff.models import ProviderAttempt, ProviderLogout, StaffSession, StaffUser


async def take_attempt(
    session: AsyncSession, id: str, browser: str, now: datetime
) -> ProviderAttempt | None:
    """The attempt, which is gone with it: of two who come back at once, one gets it."""
    mine = delete(ProviderAttempt).where(
        ProviderAttempt.id == id,
        ProviderAttempt.browser == browser,
        ProviderAttempt.expires_at > now,
    )
    found: ProviderAttempt | None = await session.scalar(mine.returning(ProviderAttempt))
    return found


async def forget_attempts_that_ran_out(session: AsyncSession, now: datetime) -> None:
    """Removes the attempts of those who never came back."""
    await session.execute(delete(ProviderAttempt).where(ProviderAttempt.expires_at <= now))


async def user_of_provider(session: AsyncSession, key: str) -> StaffUser | None:
    """The user whom the provider knows by this key."""
    found: StaffUser | None = await session.scalar(
        select(StaffUser).where(StaffUser.provider_key == key)
    )
    return found


async def end_sessions_with(session: AsyncSession, provider_sid: str) -> list[str]:
    """Ends the sessions that belong to one of the provider's; the ids of their users."""
    theirs = delete(StaffSession).where(StaffSession.provider_sid == provider_sid)
    return list(dict.fromkeys(await session.scalars(theirs.returning(StaffSession.user_id))))


async def forget_logouts_that_ran_out(session: AsyncSession, now: datetime) -> None:
    """Removes what could not be told again."""
    await session.execute(delete(ProviderLogout).where(ProviderLogout.expires_at <= now))
