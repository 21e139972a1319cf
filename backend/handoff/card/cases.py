"""All that the debtor owes the client, case by case, as it is today."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.balances import SumNotKnown, balance_of
from backend.cases.models import Case
from backend.cases.repository import get_case, other_cases_of
from backend.clients import Client
from backend.handoff.card.schemas import CaseInShort


async def cases_in_short(
    session: AsyncSession, case: Case, client: Client, today: date
) -> list[CaseInShort]:
    """The case of the conversation first, then the debtor's others by their references."""
    others = [
        await get_case(session, reference) for reference in await other_cases_of(session, case)
    ]
    return [
        CaseInShort(
            reference=one.reference,
            here=one is case,
            status=one.status.value,
            balance=await _owed(session, one, client, today),
            currency=one.currency,
        )
        for one in (case, *others)
    ]


async def _owed(session: AsyncSession, case: Case, client: Client, today: date) -> int | None:
    try:
        return (await balance_of(session, case, client, today)).total
    except SumNotKnown:
        return None
