"""Makes the copy: everything about the debtor of the case, in all cases and conversations.

Agents' notes are about the person too, but may tell of somebody else, such as a relative who wrote.
So they are not given out by a machine: the copy says how many there are and that a person looks
them through. Who read something is told by kind of actor, not by name: the debtor has a right to
know that it was read, and staff to be left alone. Passwords, keys and fingerprints are nobody's data.
"""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.audit.models import AuditRow
from backend.audit.repository import rows_about
from backend.cases.repository import get_case
from backend.clients import Client
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal, too_fast
from backend.export.case_copy import copy_case
from backend.export.conversation_copy import copy_conversation
from backend.export.repository import cases_of, contacts_of, conversations_about, handoffs_of
from backend.export.schemas import AddressCopy, ConversationCopy, Copy, Person, ReadingCopy
from backend.live import Live
from backend.notes.repository import count_notes
from backend.services import Services
from backend.texts import say


async def make_copy(house: Services, live: Live, conversation: Conversation) -> Copy:
    """The copy, written down in the audit. Raises the problems not-identified and too-fast."""
    if conversation.case_reference is None:
        raise refusal(house, conversation.language, 403, "not-identified")
    seconds = await live.limits.spend("exports_of_a_conversation", conversation.id)
    if seconds:
        raise too_fast(house, conversation.language, seconds)
    async with house.database.transaction() as session:
        return await _copy(session, house, conversation, conversation.case_reference)


async def _copy(
    session: AsyncSession, house: Services, conversation: Conversation, reference: str
) -> Copy:
    client = house.clients.get(conversation.client)
    debtor = (await get_case(session, reference)).debtor
    cases = await cases_of(session, debtor.id)
    references = [case.reference for case in cases]
    theirs = await conversations_about(session, client.id, references)
    ids = [one.id for one in theirs]
    conversations, notes = await _conversations(session, theirs)
    today = house.clock.today(client.zone)
    copy = Copy(
        about=[_say(house, conversation, f"export_{of}") for of in ("about", "money", "readers")],
        left_out=[_say(house, conversation, "export_notes", count=str(notes))] if notes else [],
        made_at=utc_now(),
        client=client.name,
        agency=client.agency.name,
        person=Person(
            name=debtor.name,
            first_name=debtor.first_name,
            kind=debtor.kind.value,
            language=debtor.language,
        ),
        cases=[await copy_case(session, case, client, today) for case in cases],
        conversations=conversations,
        addresses=[
            AddressCopy.model_validate(known, from_attributes=True)
            for known in await contacts_of(session, ids)
        ],
        readings=[_reading(row) for row in await rows_about(session, references, ids)],
    )
    _note(session, conversation, client, reference)
    return copy


async def _conversations(
    session: AsyncSession, theirs: Sequence[Conversation]
) -> tuple[list[ConversationCopy], int]:
    copies, notes = [], 0
    for conversation in theirs:
        handoffs = await handoffs_of(session, conversation.id)
        notes += sum(handoff.note is not None for handoff in handoffs)
        notes += await count_notes(session, conversation.id)
        copies.append(await copy_conversation(session, conversation, handoffs))
    return copies, notes


def _reading(row: AuditRow) -> ReadingCopy:
    return ReadingCopy(
        at=row.at, who=row.actor_kind, act=row.act, case=row.case_reference, result=row.result
    )


def _note(
    session: AsyncSession, conversation: Conversation, client: Client, reference: str
) -> None:
    by, about = Actor.debtor(conversation.id), Subject("conversation", conversation.id)
    write_down(session, "export.made", by, about, client=client.id, case=reference)


def _say(house: Services, conversation: Conversation, text: str, **values: str) -> str:
    return say(house.texts, conversation.language, text, **values)
