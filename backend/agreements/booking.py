"""What an agreement brings into the ledger: its fee, the notices of its payments, a write-off."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, PlanPayment
from backend.agreements.reasons import agreement_texts
from backend.agreements.schemas import OfferDetail
from backend.cases.balances import balance_of
from backend.cases.kinds import EntryKind
from backend.cases.models import Case, LedgerEntry
from backend.cases.repository import ledger_of
from backend.clients import Client

#: Before the `fee_id` of a fee that is taken back.
_BACK = "back:"


async def book_charges(
    session: AsyncSession,
    case: Case,
    client: Client,
    plan: AgreedPlan,
    detail: OfferDetail,
    on: date,
) -> None:
    """Books the plan's fee now, and the notice of each payment on its day.

    `fee_id` names the plan, so that no fee is taken twice for it and all can be taken back.
    """
    measures = client.jurisdiction.plan_fees
    if detail.costs.fee:
        session.add(
            _fee(case, client, measures.plan, detail.costs.fee, on, f"plan:{plan.id}", "plan_fee")
        )
    noticed = _noticed(plan) if detail.costs.notices else []
    for payment in noticed:
        amount = detail.costs.notices // len(noticed)
        key = f"notice:{plan.id}:{payment.number}"
        session.add(_fee(case, client, measures.notice, amount, payment.due, key, "notice_fee"))


async def take_back_charges(session: AsyncSession, plan: AgreedPlan, on: date) -> None:
    """Takes back the fee of a plan that is undone, and the notices that were to come."""
    await _take_back(session, plan, f"plan:{plan.id}", on)
    await take_back_notices(session, plan)


async def take_back_notices(session: AsyncSession, plan: AgreedPlan) -> None:
    """Takes back each notice of the plan on its own day, so that none of them ever counts."""
    await _take_back(session, plan, f"notice:{plan.id}:", None)


def fees_of(plans: Iterable[AgreedPlan], ledger: Iterable[LedgerEntry]) -> int:
    """What the plans' fees come to in the ledger, without those that were taken back."""
    keys = {f"plan:{plan.id}" for plan in plans}
    return sum(line.amount for line in ledger if (line.fee_id or "").removeprefix(_BACK) in keys)


async def write_off_rest(session: AsyncSession, case: Case, client: Client, on: date) -> None:
    """Gives up what is left to pay when a settlement has been paid."""
    balance = await balance_of(session, case, client, on)
    if balance.total <= 0:
        return
    session.add(
        LedgerEntry(
            case_reference=case.reference,
            booked_on=on,
            kind=EntryKind.WRITE_OFF,
            amount=-balance.total,
            text=_text(client, case, "written_off"),
        )
    )
    await session.flush()


def _noticed(plan: AgreedPlan) -> list[PlanPayment]:
    """The payments that have a notice: all but the down payment."""
    first, *others = plan.payments
    has_down_payment = bool(others) and first.amount != plan.instalment
    return others if has_down_payment else [first, *others]


def _fee(
    case: Case,
    client: Client,
    measure: str | None,
    amount: int,
    on: date,
    key: str,
    text: str,
) -> LedgerEntry:
    return LedgerEntry(
        case_reference=case.reference,
        booked_on=on,
        kind=EntryKind.FEE,
        amount=amount,
        text=_text(client, case, text),
        fee=measure,
        fee_id=key,
    )


async def _take_back(session: AsyncSession, plan: AgreedPlan, key: str, on: date | None) -> None:
    for line in await ledger_of(session, plan.case_reference):
        if line.fee_id is not None and line.fee_id.startswith(key):
            session.add(
                LedgerEntry(
                    case_reference=line.case_reference,
                    booked_on=on or line.booked_on,
                    kind=line.kind,
                    amount=-line.amount,
                    text=line.text,
                    fee=line.fee,
                    fee_id=f"{_BACK}{line.fee_id}",
                    reverses=line.id,
                )
            )
    await session.flush()


def _text(client: Client, case: Case, key: str) -> str:
    texts = agreement_texts()[client.language(case.debtor.language)]
    return texts.write(key, {}, client.country)
