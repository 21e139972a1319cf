"""A case as it is told to the assistant and to agents."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanStatus
from backend.agreements.presenting import plan_facts_of_case
from backend.agreements.repository import deferred_until
from backend.cases.balance_facts import balance_facts
from backend.cases.claims import limitation_years
from backend.cases.models import Case, Debtor, Hold
from backend.cases.repository import get_case, holds_on, ledger_of, other_cases_of
from backend.cases.schemas import (
    CaseFacts,
    DebtorFacts,
    HoldFacts,
    Ledger,
    LedgerLine,
)
from backend.clients import ClientBook


async def case_facts(
    session: AsyncSession, reference: str, clients: ClientBook, on: date
) -> dict[str, Any]:
    """What there is to know about a case on the day `on`, as JSON: see CaseFacts.

    Raises the problem not-found.
    """
    case = await get_case(session, reference)
    client = clients.get(case.client)
    plan = await plan_facts_of_case(session, case, client, on)
    runs = plan is not None and plan.status == PlanStatus.AGREED
    facts = CaseFacts(
        reference=case.reference,
        client=case.client,
        country=client.country,
        status=case.status.value,
        currency=case.currency,
        debtor=_debtor_facts(case.debtor),
        creditor=case.creditor,
        origin=case.origin,
        invoice_number=case.invoice_number,
        incurred_on=case.incurred_on,
        due_date=case.due_date,
        interest_rate=case.interest_rate,
        interest_running=case.interest_running,
        interest_basis=case.interest_basis.value,
        claim_kind=case.claim_kind.value,
        limitation_years=limitation_years(case, client),
        stops=case.stops,
        balance=await balance_facts(session, case, client, on),
        plan=plan if runs else None,
        ended_plan=None if runs else plan,
        deferred_until=await deferred_until(session, reference, on),
        holds=_hold_facts(await holds_on(session, reference, on)),
        other_cases=list(await other_cases_of(session, case)),
    )
    return facts.model_dump(mode="json")


async def ledger_facts(session: AsyncSession, case: Case) -> Ledger:
    """All that was booked."""
    return Ledger(
        currency=case.currency,
        entries=[
            LedgerLine(
                at=entry.booked_on, kind=entry.kind.value, amount=entry.amount, text=entry.text
            )
            for entry in await ledger_of(session, case.reference)
        ],
    )


def _debtor_facts(debtor: Debtor) -> DebtorFacts:
    return DebtorFacts(
        name=debtor.name,
        first_name=debtor.first_name,
        kind=debtor.kind.value,
        language=debtor.language,
        only_in_writing=debtor.only_in_writing,
    )


def _hold_facts(holds: Sequence[Hold]) -> list[HoldFacts]:
    return [HoldFacts(id=hold.id, reason=hold.reason, until=hold.until) for hold in holds]
