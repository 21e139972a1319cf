"""A case as it stands in the copy."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.presenting import plan_facts
from backend.agreements.repository import deferrals_of, requests_of_case
from backend.cases.balance_facts import balance_facts
from backend.cases.facts import ledger_facts
from backend.cases.models import Case
from backend.clients import Client
from backend.export.repository import (
    disputes_of,
    holds_of,
    plans_of,
    reminder_wish_of,
    reminders_of,
)
from backend.export.schemas import CaseCopy, Deferred, Held, Objection, Reminded, Wish


async def copy_case(session: AsyncSession, case: Case, client: Client, on: date) -> CaseCopy:
    """The case with its ledger and all that was wished, agreed, paused and objected."""
    reference = case.reference
    wanted = await reminder_wish_of(session, reference)
    return CaseCopy(
        reference=reference,
        status=case.status.value,
        creditor=case.creditor,
        origin=case.origin,
        invoice_number=case.invoice_number,
        incurred_on=case.incurred_on,
        due_date=case.due_date,
        interest_rate=case.interest_rate,
        interest_running=case.interest_running,
        stops=case.stops,
        balance=await balance_facts(session, case, client, on),
        ledger=(await ledger_facts(session, case)).entries,
        plans=[
            await plan_facts(session, plan, case, client, on)
            for plan in await plans_of(session, reference)
        ],
        wishes=[
            Wish(
                at=wish.created_at,
                terms=wish.terms,
                outcome=wish.outcome.value,
                rules=[reason["rule"] for reason in wish.reasons],
            )
            for wish in await requests_of_case(session, reference)
        ],
        deferrals=[
            Deferred(granted_on=given.granted_on, until=given.until)
            for given in await deferrals_of(session, reference)
        ],
        holds=[
            Held(at=hold.created_at, reason=hold.reason, until=hold.until)
            for hold in await holds_of(session, reference)
        ],
        disputes=[
            Objection(at=made.created_at, reference=made.reference, text=made.text)
            for made in await disputes_of(session, reference)
        ],
        reminders=[
            Reminded(kind=said.kind, due_at=said.due_at, state=said.state, said_at=said.said_at)
            for said in await reminders_of(session, reference)
        ],
        reminders_wanted=wanted.wanted if wanted else None,
    )
