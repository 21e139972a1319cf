"""Ends sessions here that the identity provider has ended."""

from typing import TYPE_CHECKING

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import SYSTEM, Subject, write_down
from backend.clock import utc_now
from backend.database.inserting import insert_once
from backend.services import Services
from backend.staff.models import ProviderLogout
from backend.staff.provider.logout_token import LogoutToken
from backend.staff.provider.refusing import Refused
from backend.staff.provider.repository import (
    end_sessions_with,
    forget_logouts_that_ran_out,
    user_of_provider,
)
from backend.staff.repository import end_sessions_of

if TYPE_CHECKING:
    from backend.staff.provider.provider import Provider

log = structlog.get_logger(__name__)


async def end_what_has_ended(house: Services, provider: "Provider", logout_token: str) -> None:
    """Ends the session that is named, else all of the user's; one that is unknown is no error.

    The same token again changes nothing. Raises Refused: away, not-valid.
    """
    now = utc_now()
    token = await provider.read_logout(logout_token, now)
    async with house.database.transaction() as session:
        await forget_logouts_that_ran_out(session, now)
        if not await insert_once(
            session, ProviderLogout, id=token.key, expires_at=token.expires_at
        ):
            raise Refused("not-valid")
        ended = await _end(session, token)
        for user in ended:
            write_down(session, "sign_in.ended", SYSTEM, Subject("user", user), way="provider")
    log.info("the provider has ended sessions", users=len(ended))


async def _end(session: AsyncSession, token: LogoutToken) -> list[str]:
    """The users whose sessions ended."""
    if token.session_key is not None:
        users = await end_sessions_with(session, token.session_key)
        if users or token.user_key is None:
            return users
    user = await user_of_provider(session, token.user_key or "")
    if user is None:
        return []
    return [user.id] if await end_sessions_of(session, user.id) else []
