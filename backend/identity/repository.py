"""The only door to the tables of this package."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.identity.models import UsedPageToken
from backend.identity.payment_page import PageToken, TokenRefused


async def use_page_token(session: AsyncSession, token: PageToken, conversation: str) -> None:
    """Uses the token up: the insert decides, so that of two at once one gets it.

    Raises TokenRefused token-used; the transaction then has to end.
    """
    session.add(
        UsedPageToken(
            client=token.client,
            id=token.id,
            conversation=conversation,
            expires_at=token.expires_at,
        )
    )
    try:
        await session.flush()
    except IntegrityError as error:
        raise TokenRefused("token-used") from error


async def conversation_of_token(session: AsyncSession, token: PageToken) -> str | None:
    """The conversation in which the token was used, if it was."""
    used = await session.get(UsedPageToken, (token.client, token.id))
    return None if used is None else used.conversation
