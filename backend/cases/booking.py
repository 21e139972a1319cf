"""Booking a payment that has arrived: once, on one case, whatever is repeated.

Money that came in is always booked, also when it is more than was owed: to refuse it would only
hide it. What is too much is told, so that it is paid back.
"""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.ending import complete_if_paid
from backend.agreements.interest import stop_interest
from backend.agreements.models import PlanStatus
from backend.agreements.reasons import agreement_texts
from backend.cases.auditing import note_act
from backend.cases.balances import SumNotKnown, balance_of
from backend.cases.holding import end_holds
from backend.cases.kinds import CaseStatus, EntryKind
from backend.cases.models import Case, LedgerEntry
from backend.cases.references import payment_reference_of
from backend.cases.repository import lock_case, payment_booked
from backend.cases.schemas import BookedPayment, PaymentIn
from backend.clients import Client
from backend.eventlog import Where, record
from backend.plans import is_same_reference
from backend.problems import Problem

#: The hold that waits for a payment ends with it.
_WAITS_FOR_PAYMENT = "payment_reported"


async def book_payment(
    session: AsyncSession, client: Client, reference: str, payment: PaymentIn, today: date
) -> BookedPayment:
    """Books the payment; the same one again changes nothing and has the case as it is now.

    Raises the problems not-found, other-currency, other-reference, paid-on-wrong and
    payment-id-used.
    """
    case = await lock_case(session, reference)
    _refuse_what_cannot_be_meant(case, client, payment, today)
    known = await payment_booked(session, payment.id)
    if known is None:
        await _write(session, case, client, payment, today)
    elif not _is_same(known, case, payment):
        sentence = "This payment id is another payment's. Please send each payment with its own id."
        raise Problem(409, "payment-id-used", sentence)
    total = await _total(session, case, client, today)
    return BookedPayment(
        id=payment.id,
        amount=payment.amount,
        currency=case.currency,
        paid_on=payment.paid_on,
        balance=None if total is None else max(total, 0),
        overpaid=None if total is None else max(-total, 0),
        status=case.status.value,
    )


async def _write(
    session: AsyncSession, case: Case, client: Client, payment: PaymentIn, today: date
) -> None:
    # The entry goes before all that is read: the unique payment id lets one of two through, and on
    # SQLite, which has no other lock, the write keeps everybody else out.
    texts = agreement_texts()[client.language(case.debtor.language)]
    entry = LedgerEntry(
        case_reference=case.reference,
        booked_on=payment.paid_on,
        kind=EntryKind.PAYMENT,
        amount=-payment.amount,
        text=texts.write("payment_in", {}, client.country),
        payment_id=payment.id,
    )
    session.add(entry)
    await session.flush()
    await lock_case(session, case.reference)
    plan = await complete_if_paid(session, case, client, today)
    total = await _total(session, case, client, today)
    if total is not None and total <= 0:
        await stop_interest(session, case, client, today)
        case.status = CaseStatus.PAID
        if plan is not None:
            plan.status = PlanStatus.COMPLETED
    elif plan is not None and plan.status is PlanStatus.COMPLETED:
        case.status = CaseStatus.OPEN  # something was added to the claim after the plan
    await end_holds(session, case, _WAITS_FOR_PAYMENT, today)
    note_act(session, "payment.booked", case)
    record(
        session,
        "payment_booked",
        Where(client=case.client),
        currency=case.currency,
        amount=payment.amount,
        of_plan=plan is not None,
    )


async def _total(session: AsyncSession, case: Case, client: Client, today: date) -> int | None:
    """What is left to pay, as far as it is known: money is booked whether or not it is."""
    try:
        return (await balance_of(session, case, client, today)).total
    except SumNotKnown:
        return None


def _refuse_what_cannot_be_meant(
    case: Case, client: Client, payment: PaymentIn, today: date
) -> None:
    if payment.currency not in (None, case.currency):
        sentence = f"This case is in {case.currency}. Please send the amount in that currency."
        raise Problem(409, "other-currency", sentence, currency=case.currency)
    if payment.payment_reference is not None and not _refers_to(case, client, payment):
        sentence = "The payment reference is not this case's. Please book it on its own case."
        raise Problem(409, "other-reference", sentence)
    if not case.incurred_on <= payment.paid_on <= today:
        claim_arose = case.incurred_on
        sentence = (
            f"A payment is made between {claim_arose}, when the claim arose, and today, {today}."
        )
        raise Problem(422, "paid-on-wrong", sentence)


def _refers_to(case: Case, client: Client, payment: PaymentIn) -> bool:
    return is_same_reference(payment.payment_reference or "", payment_reference_of(case, client))


def _is_same(entry: LedgerEntry, case: Case, payment: PaymentIn) -> bool:
    written = (entry.case_reference, -entry.amount, entry.booked_on)
    return written == (case.reference, payment.amount, payment.paid_on)
