"""Writes down that it became known who a visitor is."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.conversations.models import Conversation


def note_identified(session: AsyncSession, conversation: Conversation, case: str) -> None:
    """The visitor is the debtor of the case."""
    about = Subject("conversation", conversation.id)
    by, client = Actor.debtor(conversation.id), conversation.client
    write_down(session, "visitor.identified", by, about, client=client, case=case)
