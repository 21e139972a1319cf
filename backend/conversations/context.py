"""What the assistant is told about a conversation beside the text."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.repository import get_case
from backend.clients import Client
from backend.clients.help import help_of
from backend.conversations.assistant import AssistantTurn
from backend.conversations.models import Conversation, Turn
from backend.services import Services


async def as_the_assistant_takes_it(
    session: AsyncSession, house: Services, conversation: Conversation, turn: Turn
) -> AssistantTurn:
    """The turn with the conversation's facts and the client's day."""
    client = house.clients.get(conversation.client)
    return AssistantTurn(
        conversation=conversation.id,
        turn=turn.id,
        text=turn.text,
        command=turn.command,
        context={
            **await _context(session, house, conversation),
            **await _also_told(session, house, conversation, turn),
        },
        today=house.clock.today(client.zone).isoformat(),
    )


async def _context(
    session: AsyncSession, house: Services, conversation: Conversation
) -> dict[str, Any]:
    client = house.clients.get(conversation.client)
    first_name = None
    if conversation.case_reference is not None:
        case = await get_case(session, conversation.case_reference)
        first_name = case.debtor.first_name
    return {
        "client": client.id,
        "client_name": client.name,
        "agency": client.agency.name,
        "country": client.country,
        "case": conversation.case_reference,
        "first_name": first_name,
        "identified": conversation.identified,
        "language": conversation.language,
        "languages": client.languages,
        # What is a button in one channel is a link in another.
        "channel": conversation.channel,
        "greeting": client.greeting.get(conversation.language),
        # A person in danger is told whom to call even when nothing else can be reached.
        "helplines": _helplines(client, conversation.language),
    }


async def _also_told(
    session: AsyncSession, house: Services, conversation: Conversation, turn: Turn
) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for tell in house.also_told:
        told |= await tell(session, house, conversation, turn)
    return told


def _helplines(client: Client, language: str) -> dict[str, Any]:
    found = help_of(client, language)
    return {
        "name": found["crisis"]["name"],
        "phone": found["crisis"]["phone"],
        "emergency": found["emergency"]["phone"],
    }
