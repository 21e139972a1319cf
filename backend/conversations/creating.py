"""Begins a conversation: the first words are the assistant's own."""

from uuid import uuid4

from backend.clients import Client
from backend.conversations.auditing import note_identified
from backend.conversations.beginning import note_beginning
from backend.conversations.continuing import continue_earlier
from backend.conversations.models import Conversation, Turn
from backend.conversations.opening import opening_for
from backend.conversations.page_tokens import read_token, use_token
from backend.conversations.reading import read
from backend.conversations.refusing import refusal, too_fast
from backend.conversations.schemas import ConversationBegun, ConversationIn
from backend.conversations.turns import run_pending_turns
from backend.identity.access import fingerprint, new_token
from backend.identity.payment_page import PageToken
from backend.live import Live
from backend.services import Services


async def create(
    house: Services, live: Live, wanted: ConversationIn, address: str
) -> ConversationBegun:
    """A conversation with its greeting: a new one, or that of the last days about the same case.

    `address` is where the visitor comes from.
    """
    client = house.clients.get(wanted.client)
    language = client.language(wanted.language)
    refuse_new_conversations(house, client, language)
    seconds = await live.limits.spend("conversations_of_an_address", address)
    if seconds:
        raise too_fast(house, language, seconds)
    token = read_token(house, client, wanted.token, language) if wanted.token else None
    access_token = new_token()
    begun = await continue_earlier(house, token, access_token) if token else None
    if begun is None:
        begun = await _store(house, client, wanted, token, access_token)
    async with live.locks.hold(begun.id):
        await run_pending_turns(house, begun.id)
    shown = await read(house, begun.id)
    return ConversationBegun(**shown.model_dump(), access_token=access_token)


def refuse_new_conversations(house: Services, client: Client, language: str) -> None:
    """Raises the problem no-new-conversations for a client that is leaving or whose file is gone."""
    if not house.clients.entry(client.id).takes_new_conversations:
        kind = "no-new-conversations"
        raise refusal(house, language, 409, kind, phone=client.agency.phone)


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
        note_beginning(session, house, conversation)
        if token is not None:
            await use_token(session, house, token, conversation.id, language)
            note_identified(session, conversation, token.case)
        opening = await opening_for(session, token.case if token else None)
        session.add(Turn(conversation_id=conversation.id, id=uuid4().hex, command=opening))
    return conversation
