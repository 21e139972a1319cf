"""How the conversation was, in the debtor's view."""

from backend.conversations.models import Conversation
from backend.conversations.repository import get_conversation
from backend.conversations.schemas import RatingIn
from backend.eventlog import record, where_of
from backend.privacy import mask
from backend.services import Services


async def rate(house: Services, conversation: Conversation, rating: RatingIn) -> None:
    """Keeps the rating; a later one replaces it."""
    country = house.clients.get(conversation.client).country
    async with house.database.transaction() as session:
        now = await get_conversation(session, conversation.id)
        now.rating = rating.score
        record(session, "conversation_rated", where_of(now), score=rating.score)
        now.rating_comment = mask(rating.comment, country) if rating.comment else None
