"""Writes into the audit what a designer did with a missed message."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.misses.hiding import Hidden
from backend.staff.models import StaffUser


def note(session: AsyncSession, act: str, user: StaffUser, found: Hidden) -> None:
    """Adds the row to the transaction; it tells which conversation, and not what was written."""
    conversation = Subject("conversation", found.missed.message.conversation_id)
    write_down(session, act, Actor.staff(user.id), conversation, client=found.client)
