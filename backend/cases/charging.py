"""Booking a fee, if the law allows it: once, on one case, whatever is repeated."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.reasons import agreement_texts
from backend.cases.auditing import note_act
from backend.cases.balances import SumNotKnown, balance_of, entry_of
from backend.cases.ceilings import ceiling_over, law_facts
from backend.cases.kinds import CaseStatus, EntryKind
from backend.cases.models import Case, LedgerEntry
from backend.cases.repository import fee_booked, ledger_of, lock_case
from backend.cases.schemas import FeeBooked, FeeIn
from backend.clients import Client
from backend.plans import (
    BookedFee,
    Ceiling,
    Entry,
    FeeRefusal,
    FeeWish,
    check_fee,
    standing_on,
)
from backend.problems import Problem

_SENTENCES = Path(__file__).with_name("fee_refused.yaml")
_FEES = (EntryKind.FEE, EntryKind.COST)


async def book_fee(
    session: AsyncSession, client: Client, reference: str, fee: FeeIn, today: date
) -> FeeBooked:
    """Books the fee; the same one again changes nothing.

    Raises the problems not-found, booked-on-wrong, vat-wrong, case-paid, fee-id-used and
    fee-refused.
    """
    case = await lock_case(session, reference)
    _refuse_what_cannot_be_meant(case, fee, today)
    known = await fee_booked(session, fee.id)
    if known is None:
        known = await _write(session, case, client, fee, today)
    elif not _is_same(known, case, fee):
        sentence = "This fee id is another fee's. Please send each fee with its own id."
        raise Problem(409, "fee-id-used", sentence)
    entries = [entry_of(line) for line in await ledger_of(session, reference)]
    facts = law_facts(case, standing_on(today, entries))
    return FeeBooked(
        id=fee.id,
        measure=fee.measure,
        amount=fee.amount,
        currency=case.currency,
        booked_on=fee.booked_on,
        ceiling=ceiling_over(entry_of(known), facts, client),
        balance=await _total(session, case, client, today),
    )


async def _write(
    session: AsyncSession, case: Case, client: Client, fee: FeeIn, today: date
) -> LedgerEntry:
    # The entry goes before all that the law is asked about: on SQLite, which has no other lock, the
    # write keeps everybody else out. A refusal takes it back with the transaction.
    texts = agreement_texts()[client.language(case.debtor.language)]
    entry = LedgerEntry(
        case_reference=case.reference,
        booked_on=fee.booked_on,
        kind=EntryKind.FEE,
        amount=fee.amount,
        text=fee.text or texts.write("fee_in", {}, client.country),
        fee_id=fee.id,
        fee=fee.measure,
        vat=fee.vat,
    )
    session.add(entry)
    await session.flush()
    await lock_case(session, case.reference)
    if case.status is CaseStatus.PAID:
        raise Problem(409, "case-paid", "This case is paid. Please open a new one for the fee.")
    ledger = await ledger_of(session, case.reference)
    ceiling = _allowed(case, client, [line for line in ledger if line is not entry], fee, today)
    if ceiling.row.next_step:
        entry.kind = EntryKind.COST
    await session.flush()
    note_act(session, "fee.booked", case)
    return entry


def _allowed(
    case: Case, client: Client, ledger: Sequence[LedgerEntry], fee: FeeIn, today: date
) -> Ceiling:
    standing = standing_on(today, [entry_of(line) for line in ledger])
    vat = {line.id: line.vat for line in ledger}
    booked = [_booked(entry, vat) for entry in standing if entry.kind in _FEES]
    wish = FeeWish(fee.measure, fee.amount, fee.booked_on, fee.vat, fee.agreed)
    answer = check_fee(client.jurisdiction, wish, booked, law_facts(case, standing))
    if isinstance(answer, FeeRefusal):
        raise _refused(answer)
    return answer


def _booked(entry: Entry, vat: Mapping[int, int]) -> BookedFee:
    # A fee whose measure nobody wrote down counts in no ceiling but holds nothing back either.
    return BookedFee(entry.measure or "", entry.amount, entry.booked_on, vat[entry.id or 0])


def _refused(refusal: FeeRefusal) -> Problem:
    values = {"limit": _plain(refusal.limit), "wished": _plain(refusal.wished)}
    sentence = sentences()[refusal.rule].format_map(values)
    source = refusal.fact.source if refusal.fact else None
    return Problem(409, "fee-refused", sentence, rule=refusal.rule.value, source=source, **values)


def _plain(value: int | date | None) -> int | str | None:
    return value.isoformat() if isinstance(value, date) else value


def _refuse_what_cannot_be_meant(case: Case, fee: FeeIn, today: date) -> None:
    if not case.incurred_on <= fee.booked_on <= today:
        sentence = (
            f"A fee is booked between {case.incurred_on}, when the claim arose, and today, {today}."
        )
        raise Problem(422, "booked-on-wrong", sentence)
    if fee.vat >= fee.amount:
        raise Problem(422, "vat-wrong", "The VAT is a part of the amount. Please correct it.")


def _is_same(entry: LedgerEntry, case: Case, fee: FeeIn) -> bool:
    written = (entry.case_reference, entry.fee, entry.amount, entry.vat, entry.booked_on)
    return written == (case.reference, fee.measure, fee.amount, fee.vat, fee.booked_on)


async def _total(session: AsyncSession, case: Case, client: Client, today: date) -> int | None:
    try:
        return (await balance_of(session, case, client, today)).total
    except SumNotKnown:
        return None


@cache
def sentences() -> Mapping[str, str]:
    """Why a fee is refused, by rule."""
    written: Mapping[str, str] = yaml.safe_load(_SENTENCES.read_text(encoding="utf-8"))
    return written
