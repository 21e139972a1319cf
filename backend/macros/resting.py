"""What holds while a case rests."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.lifting import holds_that_stand
from backend.cases.models import Case
from backend.macros.hold_rules import hold_rules


async def may_be_paid(session: AsyncSession, case: Case, today: date) -> bool:
    """Whether nothing rests the case for which nobody is to be asked for money."""
    holds = await holds_that_stand(session, case, today)
    return all(hold_rules().of(hold.reason).pays for hold in holds)
