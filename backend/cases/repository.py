"""The only door to the tables of cases."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case, Debtor, Hold, IdempotencyKey, LedgerEntry
from backend.database.reading import read_once
from backend.problems import not_found


@read_once
async def get_case(session: AsyncSession, reference: str) -> Case:
    """The case with its debtor. Raises the problem not-found."""
    case = await session.get(Case, reference)
    if case is None:
        raise not_found("case")
    return case


async def find_case(session: AsyncSession, reference: str) -> Case | None:
    """The case with its debtor, if there still is one."""
    return await session.get(Case, reference)


async def names_of_debtors(session: AsyncSession, references: Collection[str]) -> Mapping[str, str]:
    """The debtors' names by the references of their cases."""
    named = select(Case.reference, Debtor.name).join(Debtor, Debtor.id == Case.debtor_id)
    found = await session.execute(named.where(Case.reference.in_(references)))
    return {row.reference: row.name for row in found}


async def lock_case(session: AsyncSession, reference: str) -> Case:
    """The case as it is now; nobody else changes it until this transaction ends.

    SQLite has no such lock and needs none after the transaction's first write.
    """
    chosen = select(Case).where(Case.reference == reference)
    locked = chosen.with_for_update(of=Case).execution_options(populate_existing=True)
    case = await session.scalar(locked)
    if case is None:
        raise not_found("case")
    return case


@read_once
async def other_cases_of(session: AsyncSession, case: Case) -> Sequence[str]:
    """The references of the same debtor's other cases."""
    others = select(Case.reference).where(
        Case.debtor_id == case.debtor_id, Case.reference != case.reference
    )
    return (await session.scalars(others.order_by(Case.reference))).all()


@read_once
async def ledger_of(session: AsyncSession, reference: str) -> Sequence[LedgerEntry]:
    """The case's entries in the order in which they were booked."""
    entries = select(LedgerEntry).where(LedgerEntry.case_reference == reference)
    ordered = entries.order_by(LedgerEntry.booked_on, LedgerEntry.id)
    return (await session.scalars(ordered)).all()


async def last_entry_of(session: AsyncSession, reference: str) -> int:
    """The number of the case's newest ledger entry, 0 when there is none."""
    last = select(func.max(LedgerEntry.id)).where(LedgerEntry.case_reference == reference)
    return await session.scalar(last) or 0


async def payment_booked(session: AsyncSession, payment_id: str) -> LedgerEntry | None:
    """The entry of the payment with this id, on whichever case it was booked."""
    found: LedgerEntry | None = await session.scalar(
        select(LedgerEntry).where(LedgerEntry.payment_id == payment_id)
    )
    return found


async def fee_booked(session: AsyncSession, fee_id: str) -> LedgerEntry | None:
    """The entry of the fee with this id, on whichever case it was booked."""
    found: LedgerEntry | None = await session.scalar(
        select(LedgerEntry).where(LedgerEntry.fee_id == fee_id)
    )
    return found


@read_once
async def holds_on(session: AsyncSession, reference: str, day: date) -> Sequence[Hold]:
    """The holds that rest the case on `day`, the oldest first."""
    holds = select(Hold).where(
        Hold.case_reference == reference, (Hold.until.is_(None)) | (Hold.until >= day)
    )
    return (await session.scalars(holds.order_by(Hold.created_at))).all()


async def find_hold(session: AsyncSession, case: Case, hold: str) -> Hold | None:
    """A hold of the case by its id."""
    found = await session.get(Hold, hold, populate_existing=True)
    return found if found is not None and found.case_reference == case.reference else None


async def all_holds_of(session: AsyncSession, reference: str) -> Sequence[Hold]:
    """The case's holds, those that are over too, the oldest first."""
    holds = select(Hold).where(Hold.case_reference == reference)
    return (await session.scalars(holds.order_by(Hold.created_at))).all()


async def answer_given(session: AsyncSession, key: str, route: str) -> dict[str, object] | None:
    """What was answered to the write with this key, or None when it was not done yet."""
    stored = await session.get(IdempotencyKey, (key, route))
    return None if stored is None else stored.answer
