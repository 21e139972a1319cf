"""Somebody identifies by a link of a conversation, on the client's payment page."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.schemas import LinkFacts, LinkSeen
from backend.clock import utc_now
from backend.conversations.identifying import identify
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.repository import get_conversation
from backend.identity.links import find_link, give_link_back, is_open, use_link
from backend.identity.models import IdentityLink
from backend.live import Live
from backend.problems import Problem
from backend.services import Services
from backend.texts import language_of


async def look(house: Services, link: str, accepted: str | None) -> LinkSeen:
    """Where the link leads to, and since when there is one. Raises the problem link-over."""
    async with house.database.transaction() as session:
        found, conversation = await _open_link(session, house, link, None, accepted)
    return LinkSeen.at(conversation, found, utc_now())


async def identify_by_link(
    house: Services, live: Live, link: str, page_token: str, accepted: str | None
) -> LinkFacts:
    """Identifies the link's conversation, once. The answer goes out on the conversation's channel.

    The same link with the same token again is harmless. Raises the problem link-over, and those of
    identifying; a token that identifies nobody leaves the link as it was.
    """
    async with house.database.transaction() as session:
        found, conversation = await _open_link(session, house, link, page_token, accepted)
        if not await use_link(session, found, page_token):
            raise _over(house, conversation)
    try:
        await identify(house, live, conversation, page_token)
    except Problem:
        async with house.database.transaction() as session:
            await give_link_back(session, found, page_token)
        raise
    return LinkFacts.of(conversation)


async def _open_link(
    session: AsyncSession,
    house: Services,
    link: str,
    page_token: str | None,
    accepted: str | None,
) -> tuple[IdentityLink, Conversation]:
    found = await find_link(session, link)
    if found is None:
        first = next(iter(house.clients)).home_language
        raise refusal(house, language_of(house.texts, accepted, first), 410, "link-over")
    conversation = await get_conversation(session, found.conversation_id)
    if not is_open(found, page_token):
        raise _over(house, conversation)
    return found, conversation


def _over(house: Services, conversation: Conversation) -> Problem:
    """With what the page needs to send the person back to the right place, in its language."""
    over = refusal(house, conversation.language, 410, "link-over")
    over.more = {"channel": conversation.channel, "language": conversation.language}
    return over
