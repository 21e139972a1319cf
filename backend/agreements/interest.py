"""The interest when a plan is agreed: it is booked up to then, and stops where the plan freezes it."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.reasons import agreement_texts
from backend.cases.balances import balance_of
from backend.cases.kinds import EntryKind
from backend.cases.models import Case, LedgerEntry
from backend.clients import Client


async def stop_interest(session: AsyncSession, case: Case, client: Client, on: date) -> None:
    """Books the interest that ran up to the day `on`; none runs after it."""
    await book_interest(session, case, client, on)
    case.interest_running = False


async def book_interest(session: AsyncSession, case: Case, client: Client, on: date) -> None:
    """Books the interest that ran up to the day `on`; it goes on from there."""
    balance = await balance_of(session, case, client, on)
    if not balance.running_interest:
        return
    texts = agreement_texts()[client.language(case.debtor.language)]
    session.add(
        LedgerEntry(
            case_reference=case.reference,
            booked_on=on,
            kind=EntryKind.INTEREST,
            amount=balance.running_interest,
            interest_from=balance.segments[0].first,
            text=texts.write("interest_until", {"until": on}, client.country),
        )
    )
    await session.flush()
