"""How a case is paid: where to, with which reference and codes, and by when."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.presenting import plan_facts_of_case
from backend.agreements.repository import deferred_until
from backend.cases.balances import balance_of
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.references import payment_reference_of
from backend.cases.schemas import PaymentCard, ScannedCode
from backend.clients import Client
from backend.plans import Code, Payable, payment_codes
from backend.problems import Problem


async def payment_card(
    session: AsyncSession,
    case: Case,
    client: Client,
    amount: int | None,
    today: date,
    on: date | None = None,
) -> PaymentCard:
    """How to pay `amount`, or all that is owed, today or on the later day `on`.

    Raises the problems sum-not-known and, for a day that is over, day-is-over.
    """
    if on is not None and on < today:
        raise Problem(422, "day-is-over", f"{on} is over. Please ask for today or a later day.")
    if amount is None:
        amount = (await balance_of(session, case, client, on or today)).total
    due = on or await _due(session, case, client, today)
    payable = _payable(case, client, amount, due)
    return PaymentCard(
        amount=payable.amount,
        currency=payable.currency,
        reference=payable.reference,
        account=payable.account,
        account_label=payable.account_kind,
        payee=payable.payee,
        due=due,
        codes=[_shown(code) for code in payment_codes(client.jurisdiction, payable)],
    )


def _payable(case: Case, client: Client, amount: int, due: date) -> Payable:
    payee = client.payee
    return Payable(
        payee=payee.name,
        amount=amount,
        currency=case.currency,
        minor_digits=client.jurisdiction.minor_digits,
        reference=payment_reference_of(case, client),
        due=due,
        account=payee.account,
        account_kind=payee.label,
        iban=payee.international_account,
        bic=payee.bic,
        swish=payee.swish,
        organisation_number=payee.organisation_number,
    )


def _shown(code: Code) -> ScannedCode:
    """A QR code goes as what is drawn of it: what it says stands beside it in words already."""
    if code.rows:
        return ScannedCode(kind=code.kind, rows=list(code.rows))
    return ScannedCode(kind=code.kind, text=code.text)


async def _due(session: AsyncSession, case: Case, client: Client, today: date) -> date:
    """The plan's next payment, the day to which it was put off, or today when it is overdue."""
    if case.status is CaseStatus.PLAN:
        plan = await plan_facts_of_case(session, case, client, today)
        if plan is not None and plan.next is not None:
            return max(plan.next.due, today)
    deferred = await deferred_until(session, case.reference, today)
    return deferred or max(case.due_date, today)
