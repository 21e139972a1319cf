"""Lines that the channel itself puts into a conversation, from where they go out like all others."""

from backend.channels.models import InboxMessage
from backend.channels.wording import words_in
from backend.conversations import events, repository
from backend.conversations.models import Conversation
from backend.conversations.repository import Line
from backend.services import Services


async def say_line(
    house: Services, conversation: Conversation, row: InboxMessage, text: str, **values: str
) -> int:
    """Says a text of the channels once for this row; gives its place in the conversation."""
    country = house.clients.get(conversation.client).country
    words = words_in(conversation.language, country)
    return await say_text(house, conversation, row, words(text, **values))


async def say_text(
    house: Services, conversation: Conversation, row: InboxMessage, text: str
) -> int:
    """Says a text that is written already, once for this row."""
    line = Line("system", text, id=f"line-{row.number}")
    async with house.database.transaction() as session:
        now = await repository.lock_conversation(session, conversation.id)
        assert now is not None
        said = await repository.find_message(session, conversation.id, line.id)
        if said is not None:
            return said.seq
        [message] = await repository.append(session, conversation.id, [line])
    await events.tell_messages(house.hub, now, [message])
    return message.seq
