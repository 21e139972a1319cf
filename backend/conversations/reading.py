"""All of a conversation, as the debtor sees it."""

from backend.conversations import repository
from backend.conversations.schemas import ConversationOut, MessageOut
from backend.services import Services


async def read(house: Services, conversation: str) -> ConversationOut:
    """The conversation with its messages in order."""
    async with house.database.transaction() as session:
        found = await repository.get_conversation(session, conversation)
        said = await repository.messages_after(session, conversation)
    return ConversationOut.of(found, [MessageOut.of(message) for message in said])
