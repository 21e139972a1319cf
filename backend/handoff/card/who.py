"""Who it is and how that is known."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case
from backend.conversations.models import Conversation
from backend.eventlog.models import LoggedEvent
from backend.handoff.card.schemas import Who

#: The one way there is: a signed token of the client's own page, behind its sign-in.
PAYMENT_PAGE = "payment_page"


async def who_it_is(
    session: AsyncSession, conversation: Conversation, case: Case | None, phone: str | None
) -> Who:
    """The person as the case has them; nothing of a case for a stranger."""
    known = case is not None
    meanwhile = known and await _identified_at(session, conversation.id) is not None
    return Who(
        identified_by=PAYMENT_PAGE if known else None,
        identified_meanwhile=meanwhile,
        name=case.debtor.name if case else None,
        kind=case.debtor.kind.value if case else None,
        channel=conversation.channel,
        phone=phone,
        only_in_writing=case.debtor.only_in_writing if case else False,
    )


async def _identified_at(session: AsyncSession, conversation: str) -> datetime | None:
    """When it became known in the middle of the conversation, if it did."""
    found: datetime | None = await session.scalar(
        select(LoggedEvent.at)
        .where(LoggedEvent.conversation == conversation, LoggedEvent.kind == "visitor_identified")
        .limit(1)
    )
    return found
