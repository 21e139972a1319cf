"""What the copy asks of others' tables, for one debtor; it changes nothing."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan
from backend.cases.models import Case, Dispute, Hold
from backend.channels.models import Contact, Thread
from backend.conversations.models import Conversation
from backend.followup.models import Reminder, ReminderWish
from backend.handoff.models import Handoff


async def cases_of(session: AsyncSession, debtor: str) -> Sequence[Case]:
    """The debtor's cases."""
    chosen = select(Case).where(Case.debtor_id == debtor).order_by(Case.reference)
    return (await session.scalars(chosen)).all()


async def plans_of(session: AsyncSession, case: str) -> Sequence[AgreedPlan]:
    """All plans of a case, the first agreed first."""
    chosen = select(AgreedPlan).where(AgreedPlan.case_reference == case)
    return (await session.scalars(chosen.order_by(AgreedPlan.agreed_at))).all()


async def holds_of(session: AsyncSession, case: str) -> Sequence[Hold]:
    """All holds of a case, those that are over too."""
    chosen = select(Hold).where(Hold.case_reference == case).order_by(Hold.created_at)
    return (await session.scalars(chosen)).all()


async def disputes_of(session: AsyncSession, case: str) -> Sequence[Dispute]:
    """What was objected to a case."""
    chosen = select(Dispute).where(Dispute.case_reference == case).order_by(Dispute.created_at)
    return (await session.scalars(chosen)).all()


async def reminders_of(session: AsyncSession, case: str) -> Sequence[Reminder]:
    """What was or is to be said about a case by itself."""
    chosen = select(Reminder).where(Reminder.case_reference == case).order_by(Reminder.due_at)
    return (await session.scalars(chosen)).all()


async def reminder_wish_of(session: AsyncSession, case: str) -> ReminderWish | None:
    """Whether reminders are wanted."""
    return await session.get(ReminderWish, case)


async def conversations_about(
    session: AsyncSession, client: str, cases: Sequence[str]
) -> Sequence[Conversation]:
    """The conversations in which the debtor was identified, the first first."""
    theirs = (Conversation.client == client, Conversation.case_reference.in_(cases))
    chosen = select(Conversation).where(*theirs).order_by(Conversation.created_at)
    return (await session.scalars(chosen)).all()


async def handoffs_of(session: AsyncSession, conversation: str) -> Sequence[Handoff]:
    """The conversation's handoffs."""
    chosen = select(Handoff).where(Handoff.conversation_id == conversation)
    return (await session.scalars(chosen.order_by(Handoff.created_at))).all()


async def contacts_of(session: AsyncSession, conversations: Sequence[str]) -> Sequence[Contact]:
    """The addresses in messaging apps at which these conversations are held."""
    held = select(Thread.contact_id).where(Thread.conversation_id.in_(conversations))
    chosen = select(Contact).where(Contact.id.in_(held)).order_by(Contact.created_at)
    return (await session.scalars(chosen)).all()
