"""A stored case as the claim that backend.plans negotiates about."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import get_args

from backend.cases.balances import clock_of
from backend.cases.hold_reasons import stops_of
from backend.cases.kinds import EntryKind
from backend.cases.models import Case, LedgerEntry
from backend.clients import Client
from backend.plans import (
    Balance,
    BookedFee,
    Claim,
    ClaimKind,
    DatedClaim,
    FeeFacts,
    Interruption,
    Parts,
    Standing,
    Stop,
    lawful_fees,
    perhaps_time_barred,
)


def claim_of(
    case: Case,
    client: Client,
    balance: Balance,
    ledger: Sequence[LedgerEntry],
    *,
    broken_plans: int = 0,
    agreements: Sequence[Interruption] = (),
    held_for: Iterable[str] = (),
) -> Claim:
    """The claim on the day of `balance`.

    `agreements` are those that were agreed about it, `held_for` the reasons for which it rests.
    """
    clock = clock_of(case, client)
    return Claim(
        balance=balance.total,
        currency=case.currency,
        debtor=case.debtor.kind,
        stops=frozenset(_stops(case, client, ledger, agreements, balance.on) | stops_of(held_for)),
        broken_plans=broken_plans,
        standing=Standing(case.status.value),
        age_days=max((balance.on - case.due_date).days, 0),
        parts=_parts(client, balance),
        interest=clock if clock.runs else None,
        lawful_fees=lawful_fees(
            client.jurisdiction, booked_fees(ledger), fee_facts(case, ledger), balance.on
        ),
    )


def fee_facts(case: Case, ledger: Sequence[LedgerEntry]) -> FeeFacts:
    """What the ceilings of fees ask of the case."""
    principal = sum(line.amount for line in ledger if line.kind is EntryKind.PRINCIPAL)
    return FeeFacts(
        principal=principal,
        due=case.due_date,
        debtor=case.debtor.kind,
        directly_enforceable=case.directly_enforceable,
    )


def booked_fees(ledger: Sequence[LedgerEntry]) -> list[BookedFee]:
    """The fees that were taken and not taken back."""
    taken_back = {line.reverses for line in ledger if line.reverses is not None}
    return [
        BookedFee(line.fee, line.amount, line.booked_on, line.vat)
        for line in ledger
        if line.fee and line.amount > 0 and line.id not in taken_back
    ]


def dated_claim(case: Case) -> DatedClaim:
    """The claim as the law of limitation sees it."""
    kinds: dict[str, ClaimKind] = {kind: kind for kind in get_args(ClaimKind)}
    kind, debtor = kinds[case.claim_kind.value], case.debtor.kind
    return DatedClaim(kind, debtor, due=case.due_date, arose=case.incurred_on)


def limitation_years(case: Case, client: Client) -> int | None:
    """After how many years such a claim is too old; None when nobody knows."""
    claim = dated_claim(case)
    return client.jurisdiction.limitation.years(claim.kind, claim.debtor)


def interruptions(
    client: Client, ledger: Sequence[LedgerEntry], agreements: Sequence[Interruption]
) -> list[Interruption]:
    """What may have started the limitation anew, as far as the case knows of it.

    A fee stands for the letter that it was taken for, a cost for the legal step.
    """
    own = {client.jurisdiction.plan_fees.plan, client.jurisdiction.plan_fees.notice}
    found = list(agreements)
    for line in ledger:
        match line.kind:
            case EntryKind.PAYMENT:
                found.append(Interruption("payment", line.booked_on))
            case EntryKind.COST:
                found.append(Interruption("legal_step", line.booked_on))
            case EntryKind.FEE if line.fee not in own and line.reverses is None:
                found.append(Interruption("reminder", line.booked_on))
    return found


def _stops(
    case: Case,
    client: Client,
    ledger: Sequence[LedgerEntry],
    agreements: Sequence[Interruption],
    on: date,
) -> set[Stop]:
    stops = {Stop(stop) for stop in case.stops}
    steps = interruptions(client, ledger, agreements)
    if perhaps_time_barred(client.jurisdiction, dated_claim(case), steps, on):
        stops.add(Stop.PERHAPS_TIME_BARRED)
    return stops


def _parts(client: Client, balance: Balance) -> Parts:
    owed = balance.outstanding
    return Parts(
        principal=owed.get(EntryKind.PRINCIPAL, 0),
        interest=owed.get(EntryKind.INTEREST, 0),
        fee=owed.get(EntryKind.FEE, 0),
        cost=owed.get(EntryKind.COST, 0),
        paid_first=tuple(kind.value for kind in client.allocation_order),
    )
