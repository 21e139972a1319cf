"""A balance as it is told: its parts, each fee, each payment, and how the interest is reckoned."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.balances import SumNotKnown, clock_of, entry_of, reckon
from backend.cases.ceilings import ceiling_over, law_facts
from backend.cases.models import Case, LedgerEntry
from backend.cases.repository import ledger_of
from backend.cases.schemas import (
    BalanceFacts,
    BookedInterest,
    FeeFacts,
    InterestFacts,
    InterestSegment,
    PaidFacts,
    Part,
)
from backend.clients import Client
from backend.plans import Allocation, Balance, EntryKind, Segment, standing_on


async def balance_facts(
    session: AsyncSession, case: Case, client: Client, on: date
) -> BalanceFacts:
    """What is owed on the day `on`; without a total where the interest to it is not known."""
    ledger = await ledger_of(session, case.reference)
    try:
        balance = reckon(case, client, [entry_of(line) for line in ledger], on)
    except SumNotKnown as unknown:
        return BalanceFacts(
            total=None,
            currency=case.currency,
            parts=[],
            on=on,
            known_until=unknown.known_until,
            fees=_fees(case, client, ledger, on, None),
        )
    return BalanceFacts(
        total=balance.total,
        currency=case.currency,
        parts=[Part(kind=kind.value, amount=amount) for kind, amount in balance.parts.items()],
        on=on,
        fees=_fees(case, client, ledger, on, {line.entry.id: line.paid for line in balance.fees}),
        payments=[_paid(allocation) for allocation in balance.allocations],
        interest=_interest(case, client, ledger, balance),
    )


def _fees(
    case: Case,
    client: Client,
    ledger: Sequence[LedgerEntry],
    on: date,
    paid: Mapping[int | None, int] | None,
) -> list[FeeFacts]:
    texts = {line.id: line.text for line in ledger}
    standing = standing_on(on, [entry_of(line) for line in ledger])
    facts = law_facts(case, standing)
    return [
        FeeFacts(
            measure=entry.measure,
            amount=entry.amount,
            paid=None if paid is None else paid[entry.id],
            booked_on=entry.booked_on,
            text=texts[entry.id or 0],
            ceiling=ceiling_over(entry, facts, client),
        )
        for entry in standing
        if entry.kind in (EntryKind.FEE, EntryKind.COST)
    ]


def _paid(allocation: Allocation) -> PaidFacts:
    return PaidFacts(
        paid_on=allocation.paid_on,
        amount=allocation.amount,
        allocated={kind.value: part for kind, part in allocation.to.items() if part},
    )


def _interest(
    case: Case, client: Client, ledger: Sequence[LedgerEntry], balance: Balance
) -> InterestFacts:
    since = {line.id: line.interest_from for line in ledger}
    standing = standing_on(balance.on, [entry_of(line) for line in ledger])
    return InterestFacts(
        basis=case.interest_basis.value,
        running=case.interest_running,
        day_count=clock_of(case, client).day_count.value,
        booked=[
            BookedInterest(first=since[entry.id or 0], last=entry.booked_on, amount=entry.amount)
            for entry in standing
            if entry.kind is EntryKind.INTEREST
        ],
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
