"""Links that identify one conversation once: for channels where nobody is known by the address.

The link leads to the client's payment page and holds a random token and nothing else. Only the
token's fingerprint is stored.
"""

from datetime import timedelta
from urllib.parse import urlencode

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clients import Client
from backend.clock import utc_now
from backend.identity.access import fingerprint, new_token
from backend.identity.models import IdentityLink
from backend.settings import Settings

LIFETIME = timedelta(minutes=30)


async def make_link(
    session: AsyncSession, settings: Settings, client: Client, conversation: str
) -> str:
    """A new link of the conversation, as a URL."""
    token = new_token()
    session.add(
        IdentityLink(
            fingerprint=fingerprint(token),
            conversation_id=conversation,
            expires_at=utc_now() + LIFETIME,
        )
    )
    page = client.identify_url or f"{settings.public_url.rstrip('/')}/pay/{client.id}"
    return f"{page}{'&' if '?' in page else '?'}{urlencode({'link': token})}"


async def find_link(session: AsyncSession, link: str) -> IdentityLink | None:
    """The link with this token, whatever has become of it."""
    return await session.get(IdentityLink, fingerprint(link), populate_existing=True)


def is_open(link: IdentityLink, page_token: str | None = None) -> bool:
    """Whether it can still be used, or was used with this payment-page token."""
    if link.used_by is not None:
        return page_token is not None and link.used_by == fingerprint(page_token)
    return utc_now() < link.expires_at


async def use_link(session: AsyncSession, link: IdentityLink, page_token: str) -> bool:
    """Uses the link up for a payment-page token: of two at once one gets it."""
    given = fingerprint(page_token)
    mine = update(IdentityLink).where(
        IdentityLink.fingerprint == link.fingerprint,
        IdentityLink.used_by.is_(None) | (IdentityLink.used_by == given),
    )
    used = await session.execute(mine.values(used_by=given).returning(IdentityLink.fingerprint))
    return used.first() is not None


async def give_link_back(session: AsyncSession, link: IdentityLink, page_token: str) -> None:
    """The token turned out to identify nobody, so the link can be used again."""
    mine = update(IdentityLink).where(
        IdentityLink.fingerprint == link.fingerprint,
        IdentityLink.used_by == fingerprint(page_token),
    )
    await session.execute(mine.values(used_by=None))
