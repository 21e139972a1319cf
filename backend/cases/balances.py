"""The balance of a stored case."""

from datetime import date
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.balance import Balance, Entry, balance_on
from backend.cases.models import Case
from backend.cases.repository import ledger_of


async def balance_of(session: AsyncSession, case: Case, day: date) -> Balance:
    """What is owed on the case on `day`."""
    runs = case.interest_running and case.interest_rate is not None
    rate = Decimal(str(case.interest_rate)) if runs else None
    ledger = await ledger_of(session, case.reference)
    entries = [Entry(line.booked_on, line.kind, line.amount) for line in ledger]
    return balance_on(day, entries, case.due_date, rate)
