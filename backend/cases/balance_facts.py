"""A balance as it is told: its parts, each fee, each payment, and how the interest is reckoned."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.balances import SumNotKnown, clock_of, entry_of, reckon
from backend.cases.ceilings import ceiling_over, law_facts
from backend.cases.models import Case, LedgerEntry
from backend.cases.repository import ledger_of
from backend.cases.schemas import (
    BalanceFacts,
    FeeFacts,
    InterestFacts,
    InterestSegment,
    PaidFacts,
    Part,
)
from backend.clients import Client
from backend.plans import Allocation, Balance, Segment, standing_on


async def balance_facts(
    session: AsyncSession, case: Case, client: Client, on: date
) -> BalanceFacts:
    """What is owed on the day `on`; without a total where the interest to it is not known."""
    ledger = await ledger_of(session, case.reference)
    try:
        balance = reckon(case, client, [entry_of(line) for line in ledger], on)
    except SumNotKnown as unknown:
        known_until = unknown.known_until
        return BalanceFacts(
            total=None, currency=case.currency, parts=[], on=on, known_until=known_until
        )
    return BalanceFacts(
        total=balance.total,
        currency=case.currency,
        parts=[Part(kind=kind.value, amount=amount) for kind, amount in balance.parts.items()],
        on=on,
        fees=_fees(case, client, balance, ledger),
        payments=[_paid(allocation) for allocation in balance.allocations],
        interest=_interest(case, client, balance),
    )


def _fees(
    case: Case, client: Client, balance: Balance, ledger: Sequence[LedgerEntry]
) -> list[FeeFacts]:
    texts = {line.id: line.text for line in ledger}
    facts = law_facts(case, standing_on(balance.on, [entry_of(line) for line in ledger]))
    return [
        FeeFacts(
            measure=line.entry.measure,
            amount=line.entry.amount,
            paid=line.paid,
            booked_on=line.entry.booked_on,
            text=texts[line.entry.id or 0],
            ceiling=ceiling_over(line.entry, facts, client),
        )
        for line in balance.fees
    ]


def _paid(allocation: Allocation) -> PaidFacts:
    return PaidFacts(
        paid_on=allocation.paid_on,
        amount=allocation.amount,
        allocated={kind.value: part for kind, part in allocation.to.items() if part},
    )


def _interest(case: Case, client: Client, balance: Balance) -> InterestFacts:
    return InterestFacts(
        basis=case.interest_basis.value,
        running=case.interest_running,
        day_count=clock_of(case, client).day_count.value,
        segments=[_segment(segment) for segment in balance.segments],
    )


def _segment(segment: Segment) -> InterestSegment:
    return InterestSegment(
        first=segment.first,
        last=segment.last,
        days=segment.days,
        principal=segment.principal,
        rate=f"{segment.rate.normalize():f}",
    )
