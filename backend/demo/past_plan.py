"""A plan that was agreed before the demo day, in the same way as any other."""

from datetime import date, datetime, time, timedelta
from itertools import islice

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.accepting import agree
from backend.agreements.models import OfferKind
from backend.agreements.offering import offers_for
from backend.agreements.repository import get_offer
from backend.agreements.schemas import Terms
from backend.agreements.wishes import Wish
from backend.cases.kinds import EntryKind
from backend.cases.models import Case, LedgerEntry
from backend.clients import Client
from backend.demo.data import DemoPlan

_EVENING = time(20, 30)


async def write_plan(
    session: AsyncSession, case: Case, client: Client, demo: DemoPlan, text: str, today: date
) -> None:
    """Writes the plan, and what was paid of it with `text` in the ledger."""
    agreed_at = datetime.combine(today + timedelta(days=demo.agreed), _EVENING, tzinfo=client.zone)
    wish = Wish(OfferKind.PLAN, Terms(instalments=demo.instalments))
    answer = await offers_for(session, case, client, wish, client.home_language, agreed_at)
    offer = await get_offer(session, answer.offers[0].id)
    plan = await agree(session, client, offer, agreed_at)
    plan.status = demo.status
    due = (payment for payment in plan.payments if payment.due < today)
    session.add_all(
        LedgerEntry(
            case_reference=case.reference,
            booked_on=payment.due,
            kind=EntryKind.PAYMENT,
            amount=-payment.amount,
            text=text,
        )
        for payment in islice(due, demo.paid)
    )
