"""A conversation for an analyst: what was said, but not by whom or about whom."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.listing import find_listed
from backend.analytics.reader import Reading
from backend.analytics.schemas import MaskedConversation, MaskedMessage
from backend.cases.repository import find_case
from backend.conversations.models import Conversation, Message
from backend.conversations.repository import find_conversation, messages_after
from backend.privacy import Masking
from backend.problems import not_found


async def read_masked(
    session: AsyncSession, reading: Reading, conversation: str
) -> MaskedConversation:
    """The conversation with what tells who somebody is masked.

    Raises the problem not-found, also for another client's and for one that retention removed.
    """
    listed = await find_listed(session, reading, conversation)
    found = None if listed is None else await find_conversation(session, conversation)
    if listed is None or found is None:
        raise not_found("conversation")
    messages = await messages_after(session, conversation)
    names = {*await _names_of_debtor(session, found), *_names_of_agents(messages)}
    country = reading.house.clients.get(found.client).country
    references = [found.case_reference] if found.case_reference else []
    hide = Masking(country, names, references)
    return MaskedConversation(
        conversation=listed,
        messages=[
            MaskedMessage(
                at=said.at,
                sender=said.sender,
                text=hide(said.text, spoken=said.sender in ("debtor", "agent")),
                understood=_without_values(said.understood),
            )
            for said in messages
        ],
    )


async def _names_of_debtor(session: AsyncSession, conversation: Conversation) -> list[str]:
    if conversation.case_reference is None:
        return []
    case = await find_case(session, conversation.case_reference)
    return [] if case is None else [case.debtor.name, case.debtor.first_name]


def _names_of_agents(messages: Iterable[Message]) -> set[str]:
    return {said.name for said in messages if said.name}


def _without_values(understood: dict[str, Any] | None) -> dict[str, Any] | None:
    """An entity's value may be a telephone number; its kind is enough."""
    if understood is None:
        return None
    entities = [{"entity": found.get("entity")} for found in understood.get("entities") or []]
    return {**understood, "entities": entities}
