"""Searches the conversations that the user may see."""

from collections.abc import Collection, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, write_down
from backend.conversations.models import Conversation, Message
from backend.conversations.refusing import too_fast
from backend.handoff.models import Handoff
from backend.handoff.repository import current_handoff
from backend.live import Live
from backend.searching.index.matching import parts_of
from backend.searching.repository import find_conversations, messages_with, note_with
from backend.searching.schemas import Found, Page, Place, SearchIn
from backend.searching.words import snippet, stand_in
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.schemas import HandoffOut
from backend.staff.shown import show_handoffs
from backend.staff.signed_in import clients_of

_A_PAGE = 20


async def search(house: Services, live: Live, user: StaffUser, wanted: SearchIn) -> Page:
    """A page. Raises the problem too-fast.

    That somebody searched is written down, with how much was found; what they searched for is not,
    for it names people.
    """
    seconds = await live.limits.spend("searches_of_a_user", user.id)
    if seconds:
        raise too_fast(house, user.language, seconds)
    parts, clients = parts_of(wanted.words), clients_of(house, user)
    async with house.database.transaction() as session:
        conversations = await _some(session, clients, parts, wanted.before)
        page = conversations[:_A_PAGE]
        messages = await messages_with(session, [one.id for one in page], parts) if page else {}
        shown = await _handoffs(session, house, page)
        items = [await _found(session, it, parts, messages.get(it.conversation)) for it in shown]
        write_down(session, "conversations.searched", Actor.staff(user.id), found=len(items))
    return Page(items=items, more=len(conversations) > _A_PAGE)


async def _some(
    session: AsyncSession, clients: Collection[str], parts: list[str], before: str | None
) -> Sequence[Conversation]:
    """One more than a page; nothing when what was typed were only signs."""
    if not parts:
        return []
    return await find_conversations(session, clients, parts, before=before, at_most=_A_PAGE + 1)


async def _handoffs(
    session: AsyncSession, house: Services, conversations: Sequence[Conversation]
) -> list[HandoffOut]:
    current: list[Handoff] = []
    for conversation in conversations:
        handoff = await current_handoff(session, conversation.id)
        if handoff is not None:
            current.append(handoff)
    return await show_handoffs(session, house, current)


async def _found(
    session: AsyncSession, handoff: HandoffOut, parts: list[str], message: Message | None
) -> Found:
    """Where the words stand: in what names the conversation, or in what was said or noted in it."""
    named: dict[Place, str | None] = {
        "handoff": handoff.reference,
        "case": handoff.case,
        "debtor": handoff.debtor,
    }
    for place, name in named.items():
        if name and stand_in(parts, name):
            return _at(handoff, place)
    if message is not None:
        text = snippet(message.text, parts)
        return Found(
            handoff=handoff, place="message", text=text, sender=message.sender, at=message.at
        )
    note = await note_with(session, handoff.conversation, parts)
    if note is not None:
        text = snippet(note.text, parts)
        return Found(handoff=handoff, place="note", text=text, sender=None, at=note.at)
    # An earlier handoff of the conversation had the reference.
    return _at(handoff, "handoff")


def _at(handoff: HandoffOut, place: Place) -> Found:
    return Found(handoff=handoff, place=place, text=None, sender=None, at=handoff.created_at)
