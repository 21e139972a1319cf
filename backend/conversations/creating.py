"""Begins a conversation: the first words are the assistant's own."""

from uuid import uuid4

from backend.clients import Client
from backend.conversations.models import Conversation, Turn
from backend.conversations.page_tokens import read_token, use_token
from backend.conversations.reading import read
from backend.conversations.refusing import too_fast
from backend.conversations.schemas import ConversationBegun, ConversationIn
from backend.conversations.turns import run_pending_turns
from backend.identity.access import fingerprint, new_token
from backend.identity.payment_page import PageToken
from backend.live import Live
from backend.services import Services

#: The command with which the assistant opens, and opens again when it has learnt who is there.
OPEN = "/open"


async def create(
    house: Services, live: Live, wanted: ConversationIn, address: str
) -> ConversationBegun:
    """A new conversation with its greeting. `address` is where the visitor comes from."""
    client = house.clients.get(wanted.client)
    language = client.language(wanted.language)
    seconds = await live.limits.spend("conversations_of_an_address", address)
    if seconds:
        raise too_fast(house, language, seconds)
    token = read_token(house, client, wanted.token, language) if wanted.token else None
    access_token = new_token()
    begun = await _store(house, client, wanted, token, access_token)
    async with live.locks.hold(begun.id):
        await run_pending_turns(house, begun.id)
    shown = await read(house, begun.id)
    return ConversationBegun(**shown.model_dump(), access_token=access_token)


async def _store(
    house: Services,
    client: Client,
    wanted: ConversationIn,
    token: PageToken | None,
    access_token: str,
) -> Conversation:
    language = client.language(wanted.language or (token.language if token else None))
    conversation = Conversation(
        id=uuid4().hex,
        client=client.id,
        access_hash=fingerprint(access_token),
        language=language,
        case_reference=token.case if token else None,
    )
    async with house.database.transaction() as session:
        session.add(conversation)
        await session.flush()
        if token is not None:
            await use_token(session, house, token, conversation.id, language)
        session.add(Turn(conversation_id=conversation.id, id=uuid4().hex, command=OPEN))
    return conversation
