"""Writes a made-up case as it stands on the demo day."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.disputing import dispute
from backend.cases.kinds import CaseStatus, EntryKind, InterestBasis
from backend.cases.models import Case, Debtor, LedgerEntry
from backend.clients import Client
from backend.demo.data import DemoCase, DemoCases, DemoInterest
from backend.demo.past_plan import write_plan


async def write_case(
    session: AsyncSession, cases: DemoCases, demo: DemoCase, client: Client, today: date
) -> None:
    """Writes the case with its debtor, ledger, plan and dispute."""
    debtor = await _write_debtor(session, cases, demo)
    case = await session.merge(
        Case(
            reference=demo.reference,
            client=client.id,
            debtor=debtor,
            status=CaseStatus.OPEN,
            currency=client.currency,
            creditor=cases.creditor,
            origin=demo.origin,
            invoice_number=demo.invoice_number,
            incurred_on=today + timedelta(days=demo.incurred),
            due_date=today + timedelta(days=demo.due),
            payment_number=demo.payment_number,
            interest_rate=demo.interest_rate,
            interest_running=demo.interest is not DemoInterest.STOPPED,
            interest_basis=_basis(demo),
            stops=[stop.value for stop in demo.stops],
        )
    )
    await session.flush()
    session.add_all(_ledger(demo, today))
    await session.flush()
    if demo.plan is not None:
        await write_plan(session, case, client, demo.plan, cases.payment_text, today)
    if demo.dispute is not None:
        made = today + timedelta(days=demo.dispute.at)
        dispute(session, case, client, text=demo.dispute.text, on=made)
    case.status = demo.status


def _basis(demo: DemoCase) -> InterestBasis:
    if demo.interest is DemoInterest.STATUTORY:
        return InterestBasis.STATUTORY
    return InterestBasis.AGREED if demo.interest_rate else InterestBasis.NONE


async def _write_debtor(session: AsyncSession, cases: DemoCases, demo: DemoCase) -> Debtor:
    person = cases.debtors[demo.debtor]
    debtor_id = f"{cases.client}-{demo.debtor}"
    return await session.merge(
        Debtor(id=debtor_id, client=cases.client, only_in_writing=False, **person.model_dump())
    )


def _ledger(demo: DemoCase, today: date) -> list[LedgerEntry]:
    return [
        LedgerEntry(
            case_reference=demo.reference,
            booked_on=today + timedelta(days=entry.at),
            kind=entry.kind,
            amount=-entry.amount if entry.kind is EntryKind.PAYMENT else entry.amount,
            text=entry.text,
            fee=entry.ceiling,
            interest_from=None if entry.since is None else today + timedelta(days=entry.since),
        )
        for entry in demo.ledger
    ]
