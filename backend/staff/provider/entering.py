"""The way to the identity provider and back: who comes back is signed in, or told why not."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import structlog

from backend.audit import SYSTEM, write_down
from backend.clock import utc_now
from backend.identity.access import fingerprint
from backend.live import Live
from backend.services import Services
from backend.staff.models import ProviderAttempt, StaffUser
from backend.staff.provider.keeping import keep_user, person_of
from backend.staff.provider.logout_token import session_key
from backend.staff.provider.refusing import Refused
from backend.staff.provider.repository import forget_attempts_that_ran_out, take_attempt
from backend.staff.signing_in import open_session

if TYPE_CHECKING:
    from backend.staff.provider.provider import Provider

log = structlog.get_logger(__name__)

#: As long as somebody may take to sign in there.
PATIENCE = timedelta(minutes=10)
COME_BACK = "/api/staff/session/provider/return"


async def begin(
    house: Services, provider: "Provider", live: Live, browser: str, address: str
) -> str:
    """Where to send the browser. Raises Refused: away, too-often."""
    if await live.limits.spend("provider_sign_ins_of_an_address", address):
        raise Refused("too-often")
    begun = await provider.begin(_come_back_to(house))
    now = utc_now()
    async with house.database.transaction() as session:
        await forget_attempts_that_ran_out(session, now)
        session.add(
            ProviderAttempt(
                id=fingerprint(begun.state),
                browser=fingerprint(browser),
                nonce=begun.nonce,
                code_verifier=begun.code_verifier,
                expires_at=now + PATIENCE,
            )
        )
    return begun.url


async def finish(
    house: Services, provider: "Provider", browser: str, came_with: Mapping[str, str], language: str
) -> str:
    """The session's cookie. `came_with` is the query of whoever comes back. Raises Refused."""
    try:
        claims = await _claims(house, provider, browser, came_with)
        user = await _user(house, provider, claims, language)
    except Refused as refused:
        log.info("provider sign-in refused", reason=refused.reason, why=_why(refused))
        async with house.database.transaction() as session:
            write_down(
                session,
                "sign_in.failed",
                SYSTEM,
                result="refused",
                way="provider",
                reason=refused.reason,
            )
        raise
    sid = session_key(str(claims["iss"]), claims.get("sid"))
    return await open_session(house, user, "provider", sid)


async def _claims(
    house: Services, provider: "Provider", browser: str, came_with: Mapping[str, str]
) -> Mapping[str, Any]:
    state = fingerprint(came_with.get("state", ""))
    async with house.database.transaction() as session:
        attempt = await take_attempt(session, state, fingerprint(browser), utc_now())
    if attempt is None:
        raise Refused("stale")
    if "code" not in came_with:
        raise Refused("not-let-in")
    return await provider.finish(
        came_with["code"],
        _come_back_to(house),
        nonce=attempt.nonce,
        code_verifier=attempt.code_verifier,
    )


async def _user(
    house: Services, provider: "Provider", claims: Mapping[str, Any], language: str
) -> StaffUser:
    opened = provider.access.opens(claims)
    if opened is None:
        raise Refused("no-access")
    person = person_of(claims)
    async with house.database.transaction() as session:
        return await keep_user(session, house, person, opened, language)


def _come_back_to(house: Services) -> str:
    return house.settings.public_url.rstrip("/") + COME_BACK


def _why(refused: Refused) -> str | None:
    """The kind of error alone: its text may quote what the provider said of somebody."""
    return type(refused.__cause__).__name__ if refused.__cause__ else None
